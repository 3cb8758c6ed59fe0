#include "gui/comparison/comparison_page.h"

#include "core/text_fold.h"
#include "gui/comparison/answer_pair_panel.h"
#include "gui/comparison/matrix_delegate.h"
#include "gui/comparison/matrix_view.h"
#include "gui/reports/print_preview.h"
#include "gui/shell/labels.h"
#include "viewmodel/shell/display_text.h"
#include "wording/answer_words.h"
#include "wording/comparison_words.h"
#include "wording/error_words.h"
#include "wording/verdict_words.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>

namespace tenken {

namespace {

constexpr CompareBy kinds[] = {CompareBy::Department, CompareBy::Year, CompareBy::Revision, CompareBy::Audit,
                               CompareBy::City};
constexpr ComparisonFilter filterKinds[] = {ComparisonFilter::Differences, ComparisonFilter::Worsened,
                                            ComparisonFilter::AuditDiffers, ComparisonFilter::CriticalNo};

QStringList pdfsOf(const QMimeData *data)
{
    QStringList files;
    for (const QUrl &url : data->urls()) {
        if (url.toLocalFile().endsWith(u".pdf", Qt::CaseInsensitive)) {
            files << url.toLocalFile();
        }
    }
    return files;
}

} // namespace

ComparisonPage::ComparisonPage(const Context &context, QWidget *parent)
    : Page(QStringLiteral("comparisonPage"), parent), m_context(context), m_session(context.registry)
{
    setAcceptDrops(true);
    build();
    fillChoices();
    connectChoice();
    connectResults();
    retranslate();
}

ComparisonPage::~ComparisonPage()
{
    m_session.disconnect(this); // models may still speak while they go
}

void ComparisonPage::connectChoice()
{
    for (QComboBox *box : {m_source, m_by, m_checklist, m_round}) {
        connect(box, &QComboBox::activated, this, &ComparisonPage::choose);
    }
    connect(m_subjects, &QLineEdit::editingFinished, this, &ComparisonPage::narrow);
    connect(m_search, &QLineEdit::textChanged, &m_session.matrix(), &ComparisonMatrixModel::setSearch);
    for (size_t i = 0; i < m_filters.size(); ++i) {
        connect(m_filters[i], &QCheckBox::toggled, this, [this, i](bool on) {
            m_session.matrix().setFilters(m_session.matrix().filters().setFlag(filterKinds[i], on));
        });
    }
    connect(&m_session.matrix(), &QAbstractItemModel::modelReset, this, [this] { m_summary->setText(summary()); });
    connect(m_foldAll, &QPushButton::toggled, &m_session.matrix(), &ComparisonMatrixModel::foldAll);
    connect(m_open, &QPushButton::clicked, this, [this] {
        const QString file = m_context.prompts.openFile(this, tr("Choose a signed PDF to compare"), tr("PDF (*.pdf)"));
        if (!file.isEmpty()) {
            openFiles({file});
        }
    });
    connect(m_heatRows, &QComboBox::activated, this,
            [this](int index) { m_session.heatMap().setRows(static_cast<HeatMapModel::Rows>(index)); });
}

void ComparisonPage::connectResults()
{
    connect(&m_context.registry, &RegistryWorkspace::changed, this, [this] {
        m_session.forgetRead();
        fillRounds();
        choose();
    });
    connect(&m_session, &ComparisonSession::busyChanged, this, &ComparisonPage::refresh);
    connect(&m_session, &ComparisonSession::progressed, this, [this](int done, int total) {
        m_busy->setRange(0, total);
        m_busy->setValue(done);
        m_busy->setFormat(total > 0 ? tr("%1 of %2 files").arg(done).arg(total) : tr("%1 read").arg(done));
    });
    connect(&m_session, &ComparisonSession::compared, this, &ComparisonPage::showCompared);
    connect(&m_session, &ComparisonSession::filesRead, this, &ComparisonPage::choose);
    connect(&m_session, &ComparisonSession::pairReady, m_pair, &AnswerPairPanel::showPair);
    connect(&m_session, &ComparisonSession::printReady, this, &ComparisonPage::print);
    connect(&m_session, &ComparisonSession::written, this,
            [this](const QString &file) { tell(tr("Written: %1").arg(QFileInfo(file).fileName()), false); });
    connect(&m_session, &ComparisonSession::failed, this,
            [this](const Error &error) { tell(wording::sentence(error), true); });
    connect(m_matrix, &MatrixView::opened, this, &ComparisonPage::openPair);
    connect(m_pair, &AnswerPairPanel::partnerChosen, this, &ComparisonPage::askPair);
    connect(m_pair, &AnswerPairPanel::closed, this, &ComparisonPage::closePair);
    connect(m_copy, &QPushButton::clicked, this, &ComparisonPage::copy);
    const auto *shortcut = new QShortcut(QKeySequence::Copy, m_tabs, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, &ComparisonPage::copy);
    connect(m_csv, &QPushButton::clicked, this, [this] { exportAs(QStringLiteral("csv")); });
    connect(m_xlsx, &QPushButton::clicked, this, [this] { exportAs(QStringLiteral("xlsx")); });
    connect(m_print, &QPushButton::clicked, &m_session, &ComparisonSession::layOut);
    connect(m_cancel, &QPushButton::clicked, &m_session, &ComparisonSession::cancel);
}

void ComparisonPage::fillChoices()
{
    m_source->addItems({QString(), QString()});
    for (const CompareBy by : kinds) {
        m_by->addItem(QString(), static_cast<int>(by));
    }
    for (const Checklist &checklist : m_context.desk.checklists().latestEditions()) {
        if (!checklist.items.isEmpty()) {
            m_checklist->addItem(checklist.id);
        }
    }
    m_checklist->setCurrentText(m_context.desk.checklists().idFor(SubjectKind::Section));
    m_heatRows->addItems({QString(), QString()});
    fillRounds();
}

/// Rounds of the registry, newest first; the one that was chosen stays chosen
void ComparisonPage::fillRounds()
{
    const QVariant chosen = m_round->currentData();
    m_round->clear();
    for (const Round &round : m_context.registry.contents().rounds) {
        m_round->addItem(
            shownDates(m_context.desk.eras()).round(round.fiscalYear, round.number, round.fiscalYear.lastDay()),
            QPoint(round.fiscalYear.startYear(), round.number));
    }
    m_round->setCurrentIndex(std::max(0, m_round->findData(chosen)));
}

void ComparisonPage::entered()
{
    if (!m_context.registry.hasRead() && m_context.registry.isSet()) {
        m_context.registry.refresh();
    } else if (!m_session.comparison()) {
        choose();
    }
    refresh();
    (m_session.comparison() ? static_cast<QWidget *>(m_matrix) : m_by)->setFocus(Qt::OtherFocusReason);
}

void ComparisonPage::openFiles(const QStringList &files)
{
    m_source->setCurrentIndex(1);
    m_session.addFiles(files);
}

void ComparisonPage::choose()
{
    ComparisonChoice choice = m_session.choice();
    choice.source = static_cast<ComparisonChoice::Source>(m_source->currentIndex());
    choice.by = static_cast<CompareBy>(m_by->currentData().toInt());
    choice.checklist = m_checklist->currentText();
    const QPoint round = m_round->currentData().toPoint();
    choice.year = FiscalYear(round.x());
    choice.round = round.y();
    choice.subjects.clear();
    m_subjects->clear();
    m_message->hide();
    m_pair->hide();
    const bool hasSource = choice.source == ComparisonChoice::Source::Files
        ? !m_session.files().isEmpty()
        : m_context.registry.isSet() && m_round->count() > 0;
    if (hasSource) {
        m_session.compare(choice);
    } else {
        m_session.clear();
    }
    refresh();
}

/// Columns whose code or name holds one of the words
void ComparisonPage::narrow()
{
    QStringList subjects;
    const QStringList words = foldForSearch(m_subjects->text()).split(u' ', Qt::SkipEmptyParts);
    for (const Subject &subject : m_session.subjects()) {
        const QString text = foldForSearch(subject.code + u' ' + subject.name);
        if (std::any_of(words.begin(), words.end(), [&](const QString &word) { return text.contains(word); })) {
            subjects << subject.code;
        }
    }
    ComparisonChoice choice = m_session.choice();
    if (!words.isEmpty() && subjects.isEmpty()) {
        tell(tr("No department bears this name or code. All are shown."), true);
    }
    if (choice.subjects != subjects) {
        choice.subjects = subjects;
        m_pair->hide();
        m_session.compare(choice);
    }
}

void ComparisonPage::refresh()
{
    const ShownComparison *shown = m_session.comparison();
    const bool hasColumns = shown && !shown->columns.isEmpty();
    m_busy->setVisible(m_session.isBusy());
    m_cancel->setVisible(m_session.isBusy());
    for (QPushButton *button : {m_copy, m_csv, m_xlsx, m_print}) {
        button->setEnabled(hasColumns);
    }
    m_splitter->setVisible(hasColumns);
    m_filterRow->setVisible(hasColumns);
    m_summary->setVisible(hasColumns);
    m_empty->setVisible(!hasColumns && !m_session.isBusy());
    m_empty->setText(emptyWords());
    const CompareBy by = static_cast<CompareBy>(m_by->currentData().toInt());
    m_roundLabel->setVisible(by != CompareBy::Year);
    m_round->setVisible(by != CompareBy::Year);
    m_filters[1]->setEnabled(by == CompareBy::Year || by == CompareBy::Revision || by == CompareBy::Audit);
    m_filters[2]->setEnabled(by == CompareBy::Audit);
    for (const size_t filter : {size_t(1), size_t(2)}) {
        if (!m_filters[filter]->isEnabled()) {
            m_filters[filter]->setChecked(false);
        }
    }
    m_heatRows->setVisible(m_session.heatMap().hasBureaus());
    m_tabs->setTabVisible(2, m_session.trend().rowCount() > 0);
}

void ComparisonPage::showCompared()
{
    refresh();
    retranslateResults();
    m_heat->resizeColumnsToContents();
    m_trend->resizeColumnsToContents();
    m_trend->resizeRowsToContents();
    fitTrend();
    if (m_matrix->model()->rowCount() > 0 && !m_matrix->currentIndex().isValid()) {
        m_matrix->setCurrentIndex(m_matrix->model()->index(0, 0));
    }
    const QString refused = refusedWords();
    if (!refused.isEmpty()) {
        tell(refused, true);
    }
}

/// The clauses have what the years leave: the newest one is to be seen, too
void ComparisonPage::fitTrend()
{
    if (m_session.trend().rowCount() == 0) {
        return;
    }
    int others = 0;
    for (int column = 1; column < m_session.trend().columnCount(); ++column) {
        others += m_trend->columnWidth(column);
    }
    const int letter = m_trend->fontMetrics().horizontalAdvance(u'局');
    m_trend->resizeColumnToContents(TrendModel::LabelColumn);
    const int whole = m_trend->columnWidth(TrendModel::LabelColumn);
    m_trend->setColumnWidth(TrendModel::LabelColumn,
                            std::min(whole, std::max(width() - others - 6 * letter, 12 * letter)));
}

void ComparisonPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fitTrend();
}

void ComparisonPage::openPair(int line, int column)
{
    m_pairRow = m_session.matrix().rowAt(line);
    m_pairColumn = column;
    askPair(partnerOf(*m_session.comparison(), column));
    m_pair->show();
    m_matrix->scrollTo(m_matrix->model()->index(line, column));
}

void ComparisonPage::askPair(int partner)
{
    m_pair->setPartners(m_session.comparison()->columns, partner);
    m_session.askPair(m_pairRow, m_pairColumn, partner);
}

void ComparisonPage::closePair()
{
    m_pair->hide();
    m_matrix->setFocus(Qt::OtherFocusReason);
}

void ComparisonPage::copy()
{
    const QWidget *tab = m_tabs->currentWidget();
    const CopiedTable table = ComparisonSession::copied(tab == m_heatTab        ? m_session.heatMap().table()
                                                            : tab == m_trendTab ? m_session.trend().table()
                                                                                : m_matrix->copiedTable());
    auto *data = new QMimeData; // the clipboard owns it
    data->setText(table.tsv);
    data->setHtml(table.html);
    QGuiApplication::clipboard()->setMimeData(data);
    tell(tr("Copied. It can be pasted into a spreadsheet."), false);
}

void ComparisonPage::exportAs(const QString &ending)
{
    const QString name = QStringLiteral("%1/%2_%3.%4")
                             .arg(m_context.settings.outputFolder(), m_session.choice().checklist,
                                  toCode(m_session.choice().by), ending);
    const QString file = m_context.prompts.saveFile(this, tr("Save the comparison"), name,
                                                    QStringLiteral("%1 (*.%2)").arg(ending.toUpper(), ending));
    if (!file.isEmpty()) {
        m_session.exportTo(file);
    }
}

void ComparisonPage::print(const PageLayout &layout)
{
    if (const Status opened = openPrintPreview(layout, this); !opened) {
        tell(wording::sentence(opened.error()), true);
    }
}

void ComparisonPage::tell(const QString &sentence, bool isError)
{
    m_message->setTone(isError ? Note::Tone::Error : Note::Tone::Success);
    m_message->setText(sentence);
    m_message->show();
}

void ComparisonPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!pdfsOf(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void ComparisonPage::dropEvent(QDropEvent *event)
{
    const QStringList files = pdfsOf(event->mimeData());
    if (!files.isEmpty()) {
        event->acceptProposedAction();
        openFiles(files);
    }
}

} // namespace tenken
