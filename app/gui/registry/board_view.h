#pragma once

#include "gui/shell/context.h"
#include "viewmodel/registry/board_filter_model.h"
#include "viewmodel/registry/board_model.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QTreeView;

namespace tenken {

class Note;

/// The organisation against the rounds, with search and filter
class BoardView final : public QWidget {
    Q_OBJECT

public:
    explicit BoardView(const Context &context, QWidget *parent = nullptr);
    /// Shows what the workspace has read
    void refresh();
    void retranslate();
    void focusTree();

Q_SIGNALS:
    void leafChosen(const tenken::BoardLeaf &leaf, tenken::FiscalYear year, int round);
    void nothingChosen();

private:
    void build();
    void tellCurrent();
    void filter();
    int selectedColumn() const;

    Context m_context;
    BoardModel m_model;
    BoardFilterModel m_filter;
    QLineEdit *m_search;
    QComboBox *m_state;
    Note *m_count;
    QTreeView *m_tree;
};

} // namespace tenken
