#include "gui/registry/rounds_panel.h"

#include "gui/registry/round_lines.h"
#include "gui/shell/labels.h"
#include "gui/shell/page.h"
#include "gui/shell/wrapped_row_delegate.h"
#include "viewmodel/shell/display_text.h"

#include <QListWidget>
#include <QVBoxLayout>

namespace tenken {

RoundsPanel::RoundsPanel(const Context &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_title(named(new Heading(1.1, this), "roundsTitle")),
      m_list(named(new QListWidget(this), "rounds"))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->addWidget(m_title);
    column->addWidget(m_list);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new WrappedRowDelegate(m_list));
    m_list->setResizeMode(QListView::Adjust);
    m_list->setAttribute(Qt::WA_InputMethodEnabled, false);
    connect(&m_context.registry, &RegistryWorkspace::changed, this, &RoundsPanel::fill);
    connect(m_list, &QListWidget::itemActivated, this, [this] { openRow(m_list->currentRow()); });
    connect(m_list, &QListWidget::itemClicked, this, [this] { openRow(m_list->currentRow()); });
    retranslate();
}

void RoundsPanel::openRow(int row)
{
    const QList<RoundStatus> &statuses = m_context.registry.contents().statuses;
    if (row < 0 || row >= statuses.size()) {
        return;
    }
    m_context.registry.selectRound(statuses.at(row).fiscalYear, statuses.at(row).round);
    Q_EMIT boardAsked();
}

void RoundsPanel::fill()
{
    const RegistryContents &contents = m_context.registry.contents();
    const wording::DateWords dates = shownDates(m_context.desk.eras());
    const QDate today = m_context.desk.clock().today();
    m_list->clear();
    for (const RoundStatus &status : contents.statuses) {
        const Round &round = *contents.round(status.fiscalYear, status.round);
        const QString head = QStringLiteral("%1　%2").arg(roundName(round, dates), dueLine(round, today, dates));
        m_list->addItem(head + u'\n' + countsLine(contents.countsOf(status)));
    }
    const int rows = std::min(m_list->count(), 3);
    const int height = rows > 0 ? WrappedRowDelegate::heightOf(m_list->item(0)->text(), m_list->font()) * rows : 0;
    m_list->setFixedHeight(height + 2 * m_list->frameWidth() + 2);
    setVisible(rows > 0);
}

void RoundsPanel::retranslate()
{
    m_title->setText(tr("Rounds"));
    m_list->setAccessibleName(tr("Rounds of the division"));
    fill();
}

} // namespace tenken
