#include "gui/shell/labels.h"

#include <QApplication>
#include <QEvent>
#include <QFormLayout>

namespace tenken {

namespace {

/// BIZ UDP Gothic's Latin descenders reach below its own line box
void makeRoomForDescenders(QLabel *label) { label->setContentsMargins(0, 0, 0, label->fontMetrics().height() / 5); }

} // namespace

Heading::Heading(qreal scale, QWidget *parent) : QLabel(parent), m_scale(scale)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    applyFont();
}

void Heading::applyFont()
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * m_scale);
    font.setBold(true);
    setFont(font);
    makeRoomForDescenders(this);
}

bool Heading::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange) {
        applyFont();
    }
    return QLabel::event(event);
}

Note::Note(Tone tone, QWidget *parent) : QLabel(parent), m_tone(tone)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    makeRoomForDescenders(this);
    applyColour();
}

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
    } else if (event->type() == QEvent::FontChange) {
        makeRoomForDescenders(this);
    }
    return QLabel::event(event);
}

PrimaryButton::PrimaryButton(QWidget *parent) : QPushButton(parent) { applyColour(); }

void PrimaryButton::applyColour()
{
    const Theme theme = Theme::current();
    QPalette colours = QApplication::palette();
    for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive}) {
        colours.setColor(group, QPalette::Button, theme.primary());
        colours.setColor(group, QPalette::ButtonText, theme.onPrimary());
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

} // namespace tenken
