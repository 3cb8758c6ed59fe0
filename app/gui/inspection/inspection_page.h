#pragma once

#include "gui/shell/context.h"
#include "gui/shell/labels.h"
#include "gui/shell/page.h"
#include "viewmodel/inspection/answer_table_model.h"
#include "viewmodel/inspection/item_filter_model.h"
#include "viewmodel/inspection/item_tree_model.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QSplitter;
class QStackedWidget;
class QTreeView;

namespace tenken {

class AnswerCard;
class AnswerCellDelegate;
class AnswerKeys;
class Heading;
class ReferencePanel;

/// Answering: clauses and items on the left, one question (or the list) in the middle, what helps on the right.
class InspectionPage final : public Page {
    Q_OBJECT

public:
    InspectionPage(const Context &context, InspectionSession &session, QWidget *parent = nullptr);
    void entered() override;
    void leaving() override;
    const QString &currentItem() const { return m_item; }
    const InspectionSession &session() const { return m_session; }
    void showItem(const QString &item);
    void undo();
    void redo();
    void nextUnanswered();
    void setList(bool list);
    bool isList() const;

Q_SIGNALS:
    void itemShown(const QString &item);
    void signAsked();
    void profileAsked();
    void referenceAsked();

protected:
    void retranslate() override;

private:
    void buildHead();
    void buildLeft();
    void buildCentre();
    void buildRight();
    void buildFoot();
    void arrange();
    void watchKeys();
    void connectSession();
    void step(int direction);
    void answer(AnswerCode code);
    void applyFilter();
    void fitColumns();
    void keep(const QString &item);
    void selectShown();
    void tell(const QString &sentence, Note::Tone tone);
    void refreshFoot();
    void showSaved();
    void copyLastAnswer(const QString &item);
    ItemFilter chosenFilter() const;
    void filterList(const QString &kept);
    QString neighbour(int direction) const;

    Context m_context;
    InspectionSession &m_session;
    ItemTreeModel *m_treeModel;
    AnswerTableModel *m_tableModel;
    ItemFilterModel *m_tree;
    ItemFilterModel *m_table;
    AnswerKeys *m_keys;
    QString m_item;
    bool m_selecting = false;

    Heading *m_title;
    QLabel *m_returned;
    QPushButton *m_profileButton;
    QPushButton *m_signButton;
    QWidget *m_left;
    QLineEdit *m_search;
    QComboBox *m_filter;
    QTreeView *m_treeView;
    QLabel *m_nothing;
    QStackedWidget *m_centre;
    QScrollArea *m_scroll;
    AnswerCard *m_card;
    QTreeView *m_listView;
    AnswerCellDelegate *m_answerCells;
    QWidget *m_foot;
    QPushButton *m_previous;
    QPushButton *m_next;
    QPushButton *m_listButton;
    ReferencePanel *m_reference;
    QProgressBar *m_progress;
    QLabel *m_count;
    QLabel *m_saved;
    Note *m_trouble;
};

} // namespace tenken
