#pragma once

#include "core/answer.h"

#include <QObject>

class QKeyEvent;
class QWidget;

namespace tenken {

/// The keys of the inspection, on the widgets that show answers and take no text: 1–5 (also full-width), J K ↑ ↓, F, C,
/// E. No shortcut is made of a letter, so that a field or an input method never loses one.
class AnswerKeys final : public QObject {
    Q_OBJECT

public:
    explicit AnswerKeys(QObject *parent = nullptr);
    /// takesArrows: ↑ and ↓ move between items too
    void watch(QWidget *widget, bool takesArrows);
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void answerPressed(tenken::AnswerCode code);
    void nextPressed();
    void previousPressed();
    void flagPressed();
    void commentPressed();
    void evidencePressed();

private:
    bool handle(const QKeyEvent &event, bool takesArrows);
    bool handleLetter(const QString &letter);
};

} // namespace tenken
