#include "gui/comparison/answer_pair_panel.h"
#include "gui/comparison/comparison_page.h"
#include "gui/comparison/matrix_view.h"
#include "gui/shell/labels.h"
#include "viewmodel/shell/display_text.h"
#include "wording/answer_words.h"
#include "wording/comparison_words.h"
#include "wording/error_words.h"
#include "wording/verdict_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

namespace tenken {

namespace {
constexpr int mostRefused = 3;
}

QString ComparisonPage::emptyWords() const
{
    if (m_source->currentIndex() == 1) {
        return m_session.files().isEmpty()
            ? tr("Drop signed PDFs here, or open them, to lay their answers side by side.")
            : tr("None of these files can be compared this way. Choose another comparison or checklist, or add "
                 "files.");
    }
    if (!m_context.registry.isSet() || m_round->count() == 0) {
        return tr("The registry is still empty. Import the submissions on the page “Registry”, or drop signed PDFs "
                  "here to compare them without a registry.");
    }
    if (m_by->currentData().toInt() == static_cast<int>(CompareBy::Audit)) {
        return tr("No audit of this round is in the registry yet. Drop an auditor's signed PDF and the department's "
                  "own here to compare them.");
    }
    return tr("The registry holds nothing of this checklist and round. Choose another one.");
}

QString ComparisonPage::refusedWords() const
{
    QStringList lines;
    int refused = 0;
    for (const ComparedFile &file : m_session.files()) {
        if (file.isTaken() || m_source->currentIndex() != 1) {
            continue;
        }
        if (++refused <= mostRefused) {
            const QString why =
                file.error ? wording::sentence(*file.error) : wording::explanation(file.document.verdict);
            lines << QStringLiteral("%1: %2").arg(QFileInfo(file.file).fileName(), why);
        }
    }
    if (refused > mostRefused) {
        lines << tr("%1 more files are left out as well.").arg(refused - mostRefused);
    }
    return lines.isEmpty() ? QString() : tr("Not compared:") + u'\n' + lines.join(u'\n');
}

QString ComparisonPage::summary() const
{
    const ShownComparison *shown = m_session.comparison();
    if (!shown) {
        return {};
    }
    const Comparison &comparison = shown->comparison;
    const int items = m_session.matrix().shownItems();
    QStringList parts{tr("%1 columns, %2 of %3 items; %4 comparable items are in every column.")
                          .arg(comparison.columns.size())
                          .arg(items)
                          .arg(comparison.rows.size())
                          .arg(comparison.commonItems)};
    if (shown->by == CompareBy::Year) {
        parts << tr("Common departments: %1.").arg(comparison.commonDepartments);
    }
    const QMap<ItemChangeState, int> suppressed = suppressedItems(comparison);
    QStringList changes;
    for (auto change = suppressed.constBegin(); change != suppressed.constEnd(); ++change) {
        changes << QStringLiteral("%1 %2").arg(wording::word(change.key())).arg(*change);
    }
    if (!changes.isEmpty()) {
        parts << tr("Shown but not compared: %1.").arg(changes.join(QStringLiteral(", ")));
    }
    return parts.join(u' ');
}

void ComparisonPage::retranslateResults()
{
    m_summary->setText(summary());
    m_trendRules->setText(tr("Only items and departments that every year has: %1 items, %2 departments. No arrow for a "
                             "difference of one or two answers; no rate for fewer than ten.")
                              .arg(m_session.trend().commonItems())
                              .arg(m_session.trend().commonDepartments()));
}

void ComparisonPage::retranslate()
{
    m_title->setText(tr("Compare"));
    m_open->setText(tr("Open PDFs…"));
    m_sourceLabel->setText(tr("From"));
    m_source->setItemText(0, tr("Registry"));
    m_source->setItemText(1, tr("PDF files"));
    m_byLabel->setText(tr("What"));
    for (int i = 0; i < m_by->count(); ++i) {
        const auto by = static_cast<CompareBy>(m_by->itemData(i).toInt());
        m_by->setItemText(i, wording::word(by));
        m_by->setItemData(i, wording::explanation(by), Qt::ToolTipRole);
    }
    m_checklistLabel->setText(tr("Checklist"));
    m_roundLabel->setText(tr("Round"));
    m_subjectsLabel->setText(tr("Departments"));
    m_subjects->setPlaceholderText(tr("All; or names, codes"));
    const QString filters[] = {tr("Differences only"), tr("Worsened"), tr("Self ≠ audit"), tr("Critical ×")};
    for (size_t i = 0; i < m_filters.size(); ++i) {
        m_filters[i]->setText(filters[i]);
    }
    m_search->setPlaceholderText(tr("Search items"));
    m_search->setAccessibleName(tr("Search items"));
    m_foldAll->setText(tr("Totals only"));
    m_tabs->setAccessibleName(tr("The comparison"));
    m_tabs->setTabText(0, tr("Matrix"));
    m_tabs->setTabText(1, tr("Heat map"));
    m_tabs->setTabText(2, tr("Trend"));
    m_matrix->setAccessibleName(tr("Answers by item and column"));
    m_heatRows->setItemText(0, tr("By bureau"));
    m_heatRows->setItemText(1, tr("By column"));
    m_heatRows->setAccessibleName(tr("Rows of the heat map"));
    m_heat->setAccessibleName(tr("Heat map"));
    m_heatRules->setText(tr("Number of ○ / effective answers. The darker, the fewer ○: below 90 %, below 80 %, below "
                            "70 %. Hatched: fewer than 10 answers, so no rate."));
    m_trend->setAccessibleName(tr("Trend"));
    m_copy->setText(tr("Copy as table"));
    m_csv->setText(tr("Save as CSV…"));
    m_xlsx->setText(tr("Save as XLSX…"));
    m_print->setText(tr("Print…"));
    m_print->setShortcut(QKeySequence::Print); // a new text takes the old one's away
    m_cancel->setText(tr("Cancel"));
    m_busy->setAccessibleName(tr("Reading and comparing"));
    const std::pair<QWidget *, QLabel *> fields[] = {{m_source, m_sourceLabel},
                                                     {m_by, m_byLabel},
                                                     {m_checklist, m_checklistLabel},
                                                     {m_round, m_roundLabel},
                                                     {m_subjects, m_subjectsLabel}};
    for (const auto &[field, label] : fields) {
        field->setAccessibleName(label->text());
    }
    m_pair->retranslate();
    fillRounds();
    m_session.retranslate();
    retranslateResults();
    refresh();
}

} // namespace tenken
