#include "gui/inspection/inspection_page.h"

#include "gui/inspection/answer_card.h"
#include "gui/inspection/answer_cell_delegate.h"
#include "gui/inspection/answer_keys.h"
#include "gui/inspection/reference_panel.h"
#include "gui/shell/labels.h"
#include "viewmodel/inspection/item_roles.h"
#include "viewmodel/shell/display_text.h"
#include "wording/error_words.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTreeView>

namespace tenken {

InspectionPage::InspectionPage(const Context &context, InspectionSession &session, QWidget *parent)
    : Page(QStringLiteral("inspectionPage"), parent),
      m_context(context),
      m_session(session),
      m_treeModel(new ItemTreeModel(session, this)),
      m_tableModel(new AnswerTableModel(session, this)),
      m_tree(new ItemFilterModel(session, m_treeModel, this)),
      m_table(new ItemFilterModel(session, m_tableModel, this)),
      m_keys(new AnswerKeys(this))
{
    buildHead();
    buildLeft();
    buildCentre();
    buildRight();
    buildFoot();
    arrange();
    watchKeys();
    connectSession();
    retranslate();
    const QString open =
        session.isReadOnly() ? QString() : session.nextUnanswered(session.items().value(session.items().size() - 1));
    showItem(open.isEmpty() ? session.items().value(0) : open);
}

void InspectionPage::watchKeys()
{
    for (QTreeView *view : {m_treeView, m_listView}) {
        m_keys->watch(view, view == m_listView);
    }
    connect(m_keys, &AnswerKeys::answerPressed, this, &InspectionPage::answer);
    connect(m_keys, &AnswerKeys::nextPressed, this, [this] { step(1); });
    connect(m_keys, &AnswerKeys::previousPressed, this, [this] { step(-1); });
    connect(m_keys, &AnswerKeys::flagPressed, this, [this] {
        m_card->flush();
        m_session.toggleFlag(m_item);
    });
    connect(m_keys, &AnswerKeys::commentPressed, this, [this] {
        setList(false);
        m_card->focusComment();
    });
    connect(m_keys, &AnswerKeys::evidencePressed, this, [this] {
        setList(false);
        m_card->focusEvidence();
    });
}

void InspectionPage::connectSession()
{
    connect(&m_session, &InspectionSession::answered, this, &InspectionPage::refreshFoot);
    connect(&m_session, &InspectionSession::saved, this, &InspectionPage::showSaved);
    connect(&m_session, &InspectionSession::moved, this, &InspectionPage::showItem);
    connect(&m_session, &InspectionSession::failed, this,
            [this](const Error &error) { tell(wording::sentence(error), Note::Tone::Error); });
    connect(&m_session, &InspectionSession::itemsChanged, this, [this] {
        m_treeView->expandToDepth(0);
        showItem(m_session.positionOf(m_item) >= 0 ? m_item : m_session.items().value(0));
        refreshFoot();
    });
    connect(m_search, &QLineEdit::textChanged, this, &InspectionPage::applyFilter);
    connect(m_filter, &QComboBox::currentIndexChanged, this, &InspectionPage::applyFilter);
    for (QTreeView *view : {m_treeView, m_listView}) {
        connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &now) {
            const QString item = now.data(ItemIdRole).toString();
            if (!m_selecting && !item.isEmpty()) {
                showItem(item);
            }
        });
    }
    connect(m_listView, &QTreeView::activated, this, [this] {
        setList(false);
        m_card->focusAnswer();
    });
    connect(m_treeView, &QTreeView::activated, this, [this] { m_card->focusAnswer(); });
    connect(m_reference, &ReferencePanel::copyAsked, this, &InspectionPage::copyLastAnswer);
    connect(m_reference, &ReferencePanel::openAsked, this, &InspectionPage::referenceAsked);
}

void InspectionPage::entered()
{
    m_treeView->expandToDepth(0);
    selectShown();
    if (!isList()) {
        m_card->focusAnswer();
    }
}

void InspectionPage::leaving() { m_card->flush(); }

void InspectionPage::showItem(const QString &item)
{
    const bool isOther = item != m_item;
    if (isOther) {
        m_card->flush();
        m_scroll->verticalScrollBar()->setValue(0);
    }
    m_item = item;
    keep(item);
    m_card->showItem(item);
    m_reference->showItem(item);
    selectShown();
    if (isOther) {
        Q_EMIT itemShown(item);
    }
}

/// An answer may take the shown item out of the filter; it goes when another one is shown
void InspectionPage::keep(const QString &item)
{
    m_tree->setKept(item);
    if (isList()) {
        m_table->setKept(item);
    }
}

void InspectionPage::selectShown()
{
    const QScopedValueRollback selecting(m_selecting, true);
    const QModelIndex inTree = m_tree->mapFromSource(m_treeModel->indexOf(m_item));
    const QRect row = m_treeView->visualRect(inTree);
    const bool isSeen = row.isValid() && m_treeView->viewport()->rect().contains(row);
    const bool isTopmost = m_treeView->indexAt(QPoint(0, 0)) == inTree;
    m_treeView->setCurrentIndex(inTree);
    if (!isSeen || isTopmost) {
        m_treeView->scrollTo(inTree.parent()); // with its clause, when both fit
        m_treeView->scrollTo(inTree);
    }
    if (isList()) {
        const QModelIndex inTable = m_table->mapFromSource(m_tableModel->indexOf(m_item));
        m_listView->setCurrentIndex(inTable);
        m_listView->scrollTo(inTable);
    }
}

void InspectionPage::answer(AnswerCode code)
{
    if (m_item.isEmpty() || m_session.isReadOnly()) {
        return;
    }
    m_card->flush();
    m_session.setAnswer(m_item, code);
}

/// The next item that the filter lets through, the first one when the shown one does not pass; empty at the end
QString InspectionPage::neighbour(int direction) const
{
    const QStringList &items = m_session.items();
    const bool isShown = m_tree->accepts(m_item);
    const int by = isShown ? direction : 1;
    for (qsizetype at = isShown ? m_session.positionOf(m_item) + by : 0; at >= 0 && at < items.size(); at += by) {
        if (m_tree->accepts(items.at(at))) {
            return items.at(at);
        }
    }
    return {};
}

void InspectionPage::step(int direction)
{
    const QString next = neighbour(direction);
    if (next.isEmpty()) {
        return;
    }
    showItem(next);
    if (!isList() && !m_treeView->hasFocus()) {
        m_card->focusAnswer();
    }
}

void InspectionPage::nextUnanswered()
{
    settle(this);
    const QString next = m_session.nextUnanswered(m_item);
    if (next.isEmpty()) {
        tell(tr("All questions are answered. Go on with “Check and sign”."), Note::Tone::Success);
        m_signButton->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (!m_tree->accepts(next)) {
        m_filter->setCurrentIndex(0);
        m_search->clear();
    }
    showItem(next);
    if (!isList()) {
        m_card->focusAnswer();
    }
}

void InspectionPage::undo()
{
    settle(this);
    m_session.undo();
}

void InspectionPage::redo()
{
    settle(this);
    m_session.redo();
}

void InspectionPage::setList(bool list)
{
    if (list) {
        filterList(m_item);
    }
    {
        const QScopedValueRollback selecting(m_selecting, true); // a view that gets the focus chooses its first row
        m_centre->setCurrentIndex(list ? 1 : 0);
    }
    m_listButton->setChecked(list);
    if (list) {
        selectShown();
        fitColumns();
        m_listView->setFocus(Qt::OtherFocusReason);
    }
}

/// Measured once and not at every change: the widest words are known
void InspectionPage::fitColumns()
{
    const QFontMetrics metrics = m_listView->fontMetrics();
    int id = 0;
    for (const QString &item : m_session.items()) {
        id = std::max(id, metrics.horizontalAdvance(item));
    }
    const int answer = m_answerCells->widestWord(metrics);
    const int air = 2 * metrics.averageCharWidth() + 8;
    m_listView->header()->resizeSection(AnswerTableModel::IdColumn, id + air);
    m_listView->header()->resizeSection(AnswerTableModel::AnswerColumn, answer + air);
    const int most = m_listView->width() / 5;
    int note = 0; // no room for notes that nobody wrote
    for (int row = 0; row < m_tableModel->rowCount() && note < most; ++row) {
        const QString text = m_tableModel->index(row, AnswerTableModel::NoteColumn).data().toString();
        note = text.isEmpty() ? note : std::max(note, metrics.horizontalAdvance(text) + air);
    }
    m_listView->setColumnHidden(AnswerTableModel::NoteColumn, note == 0);
    m_listView->header()->resizeSection(AnswerTableModel::NoteColumn, std::min(note, most));
}

bool InspectionPage::isList() const { return m_centre->currentIndex() == 1; }

void InspectionPage::applyFilter()
{
    m_tree->show(chosenFilter(), m_search->text());
    if (isList()) {
        filterList({});
    }
    m_treeView->expandToDepth(0);
    m_nothing->setVisible(m_tree->rowCount() == 0);
    if (m_tree->accepts(m_item)) {
        keep(m_item);
        selectShown();
    } else if (m_tree->rowCount() > 0) {
        showItem(neighbour(1));
    }
}

ItemFilter InspectionPage::chosenFilter() const
{
    return static_cast<ItemFilter>(std::max(0, m_filter->currentData().toInt()));
}

/// Only while it is seen: of thousands of questions, to filter them twice is felt
void InspectionPage::filterList(const QString &kept) { m_table->show(chosenFilter(), m_search->text(), kept); }

void InspectionPage::copyLastAnswer(const QString &item)
{
    const Answer last = m_session.reference().answers.value(item);
    const bool reworded = m_session.reference().changes.value(item, ItemChangeState::Same) != ItemChangeState::Same;
    const QString question = reworded
        ? tr("The question has changed since then. Is last year's answer still true as it stands?")
        : tr("Have you made sure that last year's answer is still true?");
    if (!m_context.prompts.confirm(this, question, tr("It is true: use it"))) {
        return;
    }
    m_card->flush();
    Answer answer = last;
    answer.flagged = m_session.answerOf(item).flagged;
    answer.opinion = m_session.answerOf(item).opinion;
    if (answer.code && isRecordable(m_session.checklist(), m_session.item(item), *answer.code)) {
        m_session.change(item, withCode(answer, *answer.code));
    }
}

void InspectionPage::tell(const QString &sentence, Note::Tone tone)
{
    m_trouble->setTone(tone);
    m_trouble->setText(sentence);
    m_trouble->show();
}

void InspectionPage::refreshFoot()
{
    const Counts counts = m_session.counts();
    m_progress->setUpdatesEnabled(false); // it would be painted and sent to the screen at once, for itself
    m_progress->setMaximum(std::max(1, counts.target()));
    m_progress->setValue(counts.answered());
    m_progress->setUpdatesEnabled(true);
    m_count->setText(tr("%1 of %2 answered, %3 left").arg(counts.answered()).arg(counts.target()).arg(counts.blank));
    m_trouble->hide();
}

void InspectionPage::showSaved()
{
    const QDateTime at = m_session.savedAt();
    if (m_session.isReadOnly()) {
        m_saved->setText(tr("Signed: read only"));
    } else {
        m_saved->setText(at.isValid()
                             ? tr("Saved %1").arg(at.toOffsetFromUtc(9 * 3600).toString(QStringLiteral("HH:mm")))
                             : QString());
    }
}

} // namespace tenken
