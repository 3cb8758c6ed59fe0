#pragma once

#include "gui/shell/labels.h"

namespace tenken {

/// Says what can be dropped and looks like it. The whole window takes drops; this is where people look for the place.
class DropZone final : public QFrame {
    Q_OBJECT

public:
    explicit DropZone(QWidget *parent = nullptr);
    void setText(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Note *m_words;
};

} // namespace tenken
