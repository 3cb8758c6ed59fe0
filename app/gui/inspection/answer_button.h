#pragma once

#include "core/answer.h"
#include "gui/shell/running_text.h"

#include <QAbstractButton>

#include <optional>

namespace tenken {

/// One answer that can be chosen: its key, symbol, word and what counts as it. One of a group is checked.
class AnswerButton final : public QAbstractButton {
    Q_OBJECT

public:
    AnswerButton(AnswerCode code, QWidget *parent = nullptr);
    AnswerCode code() const { return m_code; }
    void setWords(const QString &scale, const QString &criterion);
    QSize sizeHint() const override;
    /// The words of all buttons of a card, so that what stands behind them begins in one line
    void setNeighbours(const QStringList &words);
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    struct Columns {
        QRect key;
        QRect mark;
        QRect criterion;
    };
    struct Measures {
        int key = 0; ///< width
        int mark = 0; ///< width
        int line = 0; ///< height
    };
    Columns columns(int width, int height) const;
    const Measures &measures() const;
    void remeasure();

    AnswerCode m_code;
    QString m_word;
    QString m_criterion;
    QStringList m_neighbours;
    mutable std::optional<Measures> m_measures; ///< layouts ask again and again
    RunningTextHeights m_heights; ///< of the criterion
};

/// 1 to 5 in the order of the scale
int keyOf(AnswerCode code);
std::optional<AnswerCode> answerOfKey(int key);

} // namespace tenken
