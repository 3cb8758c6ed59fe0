#include "gui/inspection/note_edit.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QScopedValueRollback>

namespace tenken {

namespace {
constexpr int visibleLines = 3;
}

NoteEdit::NoteEdit(QWidget *parent) : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_setting && !m_composing) {
            Q_EMIT edited();
        }
    });
}

void NoteEdit::setStored(const QString &text)
{
    if (text == toPlainText()) {
        return;
    }
    const QScopedValueRollback setting(m_setting, true);
    setPlainText(text);
}

QSize NoteEdit::sizeHint() const
{
    const int lines = fontMetrics().lineSpacing() * visibleLines;
    return {fontMetrics().averageCharWidth() * 40, lines + 2 * (frameWidth() + 4) + 4};
}

QSize NoteEdit::minimumSizeHint() const { return {fontMetrics().averageCharWidth() * 12, sizeHint().height()}; }

bool NoteEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isPages = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter
            || key->key() == Qt::Key_E; // which X11 knows as the end of the line
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)
            || (key->modifiers() & Qt::ControlModifier && isPages)) {
            event->ignore();
            return false;
        }
    }
    return QPlainTextEdit::event(event);
}

void NoteEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_composing) {
        Q_EMIT left();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void NoteEdit::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    QPlainTextEdit::inputMethodEvent(event);
}

void NoteEdit::focusOutEvent(QFocusEvent *event)
{
    m_composing = false;
    QPlainTextEdit::focusOutEvent(event);
    Q_EMIT edited();
}

} // namespace tenken
