#include "gui/registry/result_list.h"

#include "gui/registry/mark_delegate.h"
#include "gui/shell/labels.h"

#include <QHeaderView>
#include <QTreeView>
#include <QVBoxLayout>

namespace tenken {

namespace {

std::optional<Fill> outcomeFill(const QModelIndex &index)
{
    return fillOf(static_cast<ImportOutcome>(index.data(ImportResultModel::OutcomeRole).toInt()));
}

} // namespace

ResultList::ResultList(ImportResultModel &model, const QString &name, QWidget *parent)
    : QWidget(parent),
      m_model(model),
      m_summary(new Note(Note::Tone::Plain, this)),
      m_list(new QTreeView(this)),
      m_file(new Note(Note::Tone::Plain, this)),
      m_sentence(new Note(Note::Tone::Plain, this))
{
    m_summary->setObjectName(name + QStringLiteral("Summary"));
    m_list->setObjectName(name + QStringLiteral("List"));
    m_file->setObjectName(name + QStringLiteral("File"));
    m_sentence->setObjectName(name + QStringLiteral("Sentence"));
    m_list->setModel(&m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAttribute(Qt::WA_InputMethodEnabled, false);
    m_list->setHeaderHidden(true);
    m_list->setItemDelegateForColumn(ImportResultModel::OutcomeColumn, new MarkDelegate(outcomeFill, m_list));
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(true);
    m_file->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_summary);
    column->addWidget(m_list, 1);
    column->addWidget(m_file);
    column->addWidget(m_sentence);
    column->addStretch(0);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ResultList::showCurrent);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ResultList::refresh);
}

void ResultList::focusList() { m_list->setFocus(Qt::OtherFocusReason); }

void ResultList::setWords(const QString &accessibleName, const QString &empty, const QString &summary)
{
    m_list->setAccessibleName(accessibleName);
    m_empty = empty;
    m_counts = summary;
    refresh();
}

void ResultList::refresh()
{
    const bool hasRows = m_model.rowCount() > 0;
    m_summary->setText(hasRows ? m_counts : m_empty);
    m_list->setVisible(hasRows);
    m_file->setVisible(hasRows);
    m_sentence->setVisible(hasRows);
    if (hasRows && !m_list->currentIndex().isValid()) {
        m_list->setCurrentIndex(m_model.index(0, 0));
    }
    showCurrent();
}

void ResultList::showCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    const QString words = current.isValid() ? m_model.sentence(current.row()) : QString();
    m_file->setText(words.section(u'\n', 0, 0));
    m_sentence->setText(words.section(u'\n', 1));
}

} // namespace tenken
