#include "gui/shell/drop_zone.h"

#include "gui/shell/page.h"

#include <QPainter>
#include <QVBoxLayout>

namespace tenken {

namespace {
constexpr int pad = 12;
}

DropZone::DropZone(QWidget *parent) : QFrame(parent), m_words(named(new Note(Note::Tone::Quiet, this), "dropWords"))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pad, pad, pad, pad);
    column->addWidget(m_words);
}

void DropZone::setText(const QString &text) { m_words->setText(text); }

void DropZone::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::current().border(), 1.5, Qt::DashLine));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
}

} // namespace tenken
