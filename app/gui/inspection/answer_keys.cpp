#include "gui/inspection/answer_keys.h"

#include "gui/inspection/answer_button.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QWidget>

namespace tenken {

namespace {
constexpr const char *arrowsProperty = "answerArrows";
}

AnswerKeys::AnswerKeys(QObject *parent) : QObject(parent) { }

void AnswerKeys::watch(QWidget *widget, bool takesArrows)
{
    widget->setAttribute(Qt::WA_InputMethodEnabled, false);
    widget->setProperty(arrowsProperty, takesArrows);
    widget->installEventFilter(this);
}

bool AnswerKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::InputMethod) {
        return true; // nothing is composed on an answer
    }
    if (event->type() == QEvent::KeyPress) {
        return handle(*static_cast<QKeyEvent *>(event), watched->property(arrowsProperty).toBool());
    }
    return QObject::eventFilter(watched, event);
}

bool AnswerKeys::handle(const QKeyEvent &event, bool takesArrows)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) {
        return false;
    }
    if (takesArrows && (event.key() == Qt::Key_Down || event.key() == Qt::Key_Up)) {
        event.key() == Qt::Key_Down ? Q_EMIT nextPressed() : Q_EMIT previousPressed();
        return true;
    }
    return handleLetter(event.text().normalized(QString::NormalizationForm_KC).toLower());
}

bool AnswerKeys::handleLetter(const QString &letter)
{
    if (letter.size() != 1) {
        return false;
    }
    if (const std::optional<AnswerCode> answer = answerOfKey(letter.front().digitValue())) {
        Q_EMIT answerPressed(*answer);
        return true;
    }
    switch (letter.front().unicode()) {
    case u'j':
        Q_EMIT nextPressed();
        return true;
    case u'k':
        Q_EMIT previousPressed();
        return true;
    case u'f':
        Q_EMIT flagPressed();
        return true;
    case u'c':
        Q_EMIT commentPressed();
        return true;
    case u'e':
        Q_EMIT evidencePressed();
        return true;
    default:
        return false;
    }
}

} // namespace tenken
