#pragma once

#include <QPlainTextEdit>

namespace tenken {

/// A field of running text that never shows half a composition as text: edited() is told when something was typed and
/// nothing is being composed. Tab moves on, Escape leaves, undo belongs to the inspection.
class NoteEdit final : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit NoteEdit(QWidget *parent = nullptr);
    /// Shows a stored text; keeps the cursor when it is the same
    void setStored(const QString &text);
    bool isComposing() const { return m_composing; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edited();
    void left();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    bool m_composing = false;
    bool m_setting = false;
};

} // namespace tenken
