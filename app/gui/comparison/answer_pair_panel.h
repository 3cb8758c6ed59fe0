#pragma once

#include "viewmodel/comparison/answer_pair.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace tenken {

class Heading;
class Note;

/// Two answers to one item side by side: verdict, wording, comment, evidence, plan; of a sum, the counts and who has
/// not done it. Escape closes.
class AnswerPairPanel final : public QFrame {
    Q_OBJECT

public:
    explicit AnswerPairPanel(EraTable eras, QWidget *parent = nullptr);
    void showPair(const AnswerPair &pair);
    /// The columns that can stand on the right, and which does (−1: none)
    void setPartners(const QStringList &columns, int partner);
    void retranslate();

Q_SIGNALS:
    void partnerChosen(int column);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Side {
        Heading *label = nullptr;
        QLabel *answer = nullptr;
        QPlainTextEdit *text = nullptr;
    };
    Side makeSide(const char *name);
    void showSide(const Side &side, const AnswerSide &answer);
    QString textOf(const AnswerSide &answer) const;

    EraTable m_eras;
    AnswerPair m_pair;
    Heading *m_title;
    Note *m_change;
    QLabel *m_partnerLabel;
    QComboBox *m_partner;
    QPushButton *m_close;
    Side m_left;
    Side m_right;
};

} // namespace tenken
