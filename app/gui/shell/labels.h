#pragma once

#include "gui/shell/running_text.h"
#include "gui/shell/theme.h"

#include <QLabel>
#include <QPushButton>

class QFormLayout;

namespace tenken {

/// Plain text of one or several lines with air between them
class Paragraph : public QLabel {
    Q_OBJECT

public:
    explicit Paragraph(QWidget *parent = nullptr);
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool isOwnPainted() const;
    RunningTextHeights m_heights;
};

/// A heading in a multiple of the application's font
class Heading final : public Paragraph {
    Q_OBJECT

public:
    explicit Heading(qreal scale, QWidget *parent = nullptr);

protected:
    bool event(QEvent *event) override;

private:
    void applyFont();
    qreal m_scale;
};

/// A text of several lines
class Note final : public Paragraph {
    Q_OBJECT

public:
    enum class Tone { Plain, Quiet, Error, Success };
    explicit Note(Tone tone = Tone::Plain, QWidget *parent = nullptr);
    void setTone(Tone tone);

protected:
    bool event(QEvent *event) override;

private:
    void applyColour();
    Tone m_tone;
};

/// The one button of a page that leads on
class PrimaryButton final : public QPushButton {
    Q_OBJECT

public:
    explicit PrimaryButton(QWidget *parent = nullptr);
    /// An ordinary button while something else leads on
    void setLeading(bool leading);

protected:
    bool event(QEvent *event) override;

private:
    void applyColour();
    bool m_leading = true;
};

/// A row whose label is set, and set anew, by labelField
void addField(QFormLayout *form, QWidget *field);
/// Label and accessible name
void labelField(QFormLayout *form, QWidget *field, const QString &text);
/// The fields of forms below each other begin at one line: behind the widest label that is shown
void alignFields(const QList<QFormLayout *> &forms);

} // namespace tenken
