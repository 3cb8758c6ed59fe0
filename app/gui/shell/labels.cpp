#include "gui/shell/labels.h"

#include <QApplication>
#include <QEvent>
#include <QFormLayout>
#include <QPainter>

#include <algorithm>

namespace tenken {

Paragraph::Paragraph(QWidget *parent) : QLabel(parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
}

/// Text that can be selected is QLabel's own affair
bool Paragraph::isOwnPainted() const
{
    return !(textInteractionFlags() & (Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard));
}

int Paragraph::heightForWidth(int width) const
{
    if (!isOwnPainted()) {
        return QLabel::heightForWidth(width);
    }
    return m_heights.height(text(), font(), width);
}

QSize Paragraph::sizeHint() const
{
    const QSize own = QLabel::sizeHint();
    return isOwnPainted() ? QSize(own.width() + 1, heightForWidth(own.width() + 1)) : own;
}

QSize Paragraph::minimumSizeHint() const
{
    const QSize own = QLabel::minimumSizeHint();
    return isOwnPainted() ? QSize(own.width(), RunningText(QStringLiteral("x"), font(), 100).height()) : own;
}

void Paragraph::paintEvent(QPaintEvent *event)
{
    if (!isOwnPainted()) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    const RunningText lines(text(), font(), width());
    lines.draw(&painter, {0, (height() - lines.height()) / 2});
}

Heading::Heading(qreal scale, QWidget *parent) : Paragraph(parent), m_scale(scale) { applyFont(); }

void Heading::applyFont()
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * m_scale);
    font.setBold(true);
    setFont(font);
}

bool Heading::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange) {
        applyFont();
    }
    return QLabel::event(event);
}

Note::Note(Tone tone, QWidget *parent) : Paragraph(parent), m_tone(tone) { applyColour(); }

void Note::setTone(Tone tone)
{
    m_tone = tone;
    applyColour();
}

void Note::applyColour()
{
    const Theme theme = Theme::current();
    QPalette colours = QApplication::palette();
    switch (m_tone) {
    case Tone::Plain:
        break;
    case Tone::Quiet:
        colours.setColor(QPalette::WindowText, theme.quiet());
        break;
    case Tone::Error:
        colours.setColor(QPalette::WindowText, theme.error());
        break;
    case Tone::Success:
        colours.setColor(QPalette::WindowText, theme.success());
        break;
    }
    setPalette(colours);
}

bool Note::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange) {
        applyColour();
    }
    return QLabel::event(event);
}

PrimaryButton::PrimaryButton(QWidget *parent) : QPushButton(parent) { applyColour(); }

void PrimaryButton::setLeading(bool leading)
{
    m_leading = leading;
    applyColour();
}

void PrimaryButton::applyColour()
{
    const Theme theme = Theme::current();
    QPalette colours = QApplication::palette();
    if (m_leading) {
        for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive}) {
            colours.setColor(group, QPalette::Button, theme.primary());
            colours.setColor(group, QPalette::ButtonText, theme.onPrimary());
        }
    }
    setPalette(colours);
}

bool PrimaryButton::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange) {
        applyColour();
    }
    return QPushButton::event(event);
}

void addField(QFormLayout *form, QWidget *field)
{
    auto *label = new QLabel;
    label->setBuddy(field);
    form->addRow(label, field);
}

void labelField(QFormLayout *form, QWidget *field, const QString &text)
{
    qobject_cast<QLabel *>(form->labelForField(field))->setText(text);
    field->setAccessibleName(text);
}

void alignFields(const QList<QFormLayout *> &forms)
{
    QList<QLabel *> labels;
    int widest = 0;
    for (const QFormLayout *form : forms) {
        for (int row = 0; row < form->rowCount(); ++row) {
            const QLayoutItem *item = form->itemAt(row, QFormLayout::LabelRole);
            if (auto *label = item ? qobject_cast<QLabel *>(item->widget()) : nullptr) {
                labels << label;
                widest = std::max(widest, label->isHidden() ? 0 : label->sizeHint().width());
            }
        }
    }
    for (QLabel *label : labels) {
        label->setMinimumWidth(widest);
    }
}

} // namespace tenken
