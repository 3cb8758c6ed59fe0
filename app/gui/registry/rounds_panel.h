#pragma once

#include "gui/shell/context.h"

#include <QWidget>

class QListWidget;

namespace tenken {

class Heading;

/// The division's rounds on the home page, with what has come and what is missing; hidden while there are none.
class RoundsPanel final : public QWidget {
    Q_OBJECT

public:
    explicit RoundsPanel(const Context &context, QWidget *parent = nullptr);
    void retranslate();

Q_SIGNALS:
    /// The round is the workspace's selected one now
    void boardAsked();

private:
    void fill();
    void openRow(int row);

    Context m_context;
    Heading *m_title;
    QListWidget *m_list;
};

} // namespace tenken
