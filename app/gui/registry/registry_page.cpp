#include "gui/registry/registry_page.h"

#include "gui/registry/board_view.h"
#include "gui/registry/detail_panel.h"
#include "gui/registry/first_steps.h"
#include "gui/registry/import_bar.h"
#include "gui/registry/result_list.h"
#include "gui/registry/round_lines.h"
#include "gui/shell/labels.h"
#include "viewmodel/shell/display_text.h"
#include "wording/error_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMimeData>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

namespace tenken {

namespace {

QStringList localPaths(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile()) {
            paths << url.toLocalFile();
        }
    }
    return paths;
}

} // namespace

RegistryPage::RegistryPage(const Context &context, QWidget *parent)
    : Page(QStringLiteral("registryPage"), parent),
      m_context(context),
      m_session(context.registry),
      m_detail(context.registry)
{
    setAcceptDrops(true);
    buildHead();
    buildTabs();
    arrange();
    connectAll();
    retranslate();
}

QAction *RegistryPage::addAction(QMenu *menu, const char *name, void (RegistryPage::*run)())
{
    QAction *action = named(menu->addAction(QString()), name);
    connect(action, &QAction::triggered, this, run);
    m_actions << action;
    return action;
}

void RegistryPage::buildHead()
{
    m_title = named(new Heading(1.4, this), "registryTitle");
    m_round = named(new QComboBox(this), "registryRound");
    m_onlyRound = named(new QCheckBox(this), "onlyThisRound");
    m_onlyRound->setChecked(true);
    m_take = named(new QPushButton(this), "takeIn");
    m_give = named(new QPushButton(this), "giveOut");
    auto *take = named(new QMenu(m_take), "takeInMenu");
    addAction(take, "importFolder", &RegistryPage::importFolder);
    addAction(take, "importFiles", &RegistryPage::importFiles);
    addAction(take, "importTables", &RegistryPage::importTables);
    take->addSeparator();
    addAction(take, "openRegistry", &RegistryPage::openRegistry);
    m_take->setMenu(take);
    auto *give = named(new QMenu(m_give), "giveOutMenu");
    addAction(give, "saveMissing", &RegistryPage::saveMissing);
    addAction(give, "copyReminder", &RegistryPage::copyReminder);
    addAction(give, "saveReminder", &RegistryPage::saveReminder);
    addAction(give, "issueReceipts", &RegistryPage::issueReceipts);
    m_give->setMenu(give);
    m_counts = named(new Note(Note::Tone::Plain, this), "registryCounts");
    m_due = named(new Note(Note::Tone::Plain, this), "registryDue");
    m_trust = named(new Note(Note::Tone::Error, this), "registryTrust");
    m_chooseTrust = named(new QPushButton(this), "chooseTrust");
    m_message = named(new Note(Note::Tone::Success, this), "registryMessage");
    m_message->hide();
    m_bar = named(new ImportBar(m_session, this), "importBar");
}

void RegistryPage::buildTabs()
{
    m_steps = named(new FirstSteps(this), "firstSteps");
    m_tabs = named(new QTabWidget(this), "registryTabs");
    auto *split = named(new QSplitter(Qt::Horizontal, m_tabs), "boardSplit");
    m_board = named(new BoardView(m_context, split), "boardView");
    m_panel = new DetailPanel(m_context, m_detail, split);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setChildrenCollapsible(false);
    m_results = named(new ResultList(m_session.results(), QStringLiteral("results"), m_tabs), "resultList");
    m_log = named(new ResultList(m_refusals, QStringLiteral("refusals"), m_tabs), "refusalList");
    m_tabs->addTab(split, QString());
    m_tabs->addTab(m_results, QString());
    m_tabs->addTab(m_log, QString());
}

void RegistryPage::arrange()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addWidget(m_round);
    head->addWidget(m_onlyRound);
    head->addStretch(1);
    head->addWidget(m_take);
    head->addWidget(m_give);
    auto *trust = new QHBoxLayout;
    trust->addWidget(m_trust, 1);
    trust->addWidget(m_chooseTrust);
    auto *column = new QVBoxLayout(this);
    column->addLayout(head);
    column->addWidget(m_counts);
    column->addWidget(m_due);
    column->addLayout(trust);
    column->addWidget(m_message);
    column->addWidget(m_bar);
    column->addWidget(m_steps, 1);
    column->addWidget(m_tabs, 1);
}

void RegistryPage::connectAll()
{
    connect(&m_context.registry, &RegistryWorkspace::changed, this, &RegistryPage::refresh);
    connect(&m_context.registry, &RegistryWorkspace::failed, this,
            [this](const Error &error) { tell(wording::sentence(error), true); });
    connect(&m_session, &ImportSession::started, this, [this] {
        m_message->hide();
        m_take->setEnabled(false);
    });
    connect(&m_session, &ImportSession::finished, this, &RegistryPage::showFinished);
    connect(&m_session, &ImportSession::failed, this,
            [this](const Error &error) { tell(wording::sentence(error), true); });
    connect(m_round, &QComboBox::activated, this, [this](int row) {
        const Round round = m_context.registry.contents().rounds.at(row);
        m_context.registry.selectRound(round.fiscalYear, round.number);
    });
    connect(m_board, &BoardView::leafChosen, &m_detail, &SubmissionDetail::show);
    connect(m_board, &BoardView::nothingChosen, &m_detail, &SubmissionDetail::clear);
    connect(m_panel, &DetailPanel::told, this, &RegistryPage::tell);
    connect(m_chooseTrust, &QPushButton::clicked, this, &RegistryPage::chooseTrust);
    connect(m_steps, &FirstSteps::tableAsked, this, &RegistryPage::importTables);
    connect(m_steps, &FirstSteps::folderAsked, this, &RegistryPage::importFolder);
    connect(m_steps, &FirstSteps::registryAsked, this, &RegistryPage::openRegistry);
}

void RegistryPage::entered()
{
    m_context.registry.refresh();
    m_tabs->isVisible() ? m_board->focusTree() : m_take->setFocus(Qt::OtherFocusReason);
}

void RegistryPage::refresh()
{
    const RegistryContents &contents = m_context.registry.contents();
    const Round *round = m_context.registry.selectedRound();
    const RoundStatus *status = round ? contents.status(round->fiscalYear, round->number) : nullptr;
    const wording::DateWords dates = shownDates(m_context.desk.eras());
    showRounds();
    const bool isEmpty = contents.rounds.isEmpty() && m_session.results().rowCount() == 0;
    m_steps->setVisible(isEmpty);
    m_tabs->setVisible(!isEmpty);
    m_round->setVisible(round);
    m_onlyRound->setVisible(round && !round->expected.isEmpty());
    m_counts->setVisible(status);
    m_counts->setText(status ? countsLine(contents.countsOf(*status)) : QString());
    const QString due = round ? dueLine(*round, m_context.desk.clock().today(), dates) : QString();
    m_due->setText(due.isEmpty() ? tr("No round file is imported for this round: nothing is due.") : due);
    m_due->setVisible(round);
    const bool hasTrust = !m_context.settings.trustAnchors().isEmpty();
    m_trust->setVisible(!hasTrust);
    m_chooseTrust->setVisible(!hasTrust);
    m_give->setEnabled(status);
    m_board->refresh();
    m_refusals.show(contents.refusals);
    m_log->setWords(tr("Refused files"), tr("No file has been refused."),
                    tr("%1 refused so far. The files are where they were.").arg(contents.refusals.size()));
    m_title->setToolTip(QDir::toNativeSeparators(m_context.registry.path()));
}

void RegistryPage::showRounds()
{
    const RegistryContents &contents = m_context.registry.contents();
    const Round *selected = m_context.registry.selectedRound();
    const wording::DateWords dates = shownDates(m_context.desk.eras());
    m_round->clear();
    for (qsizetype i = 0; i < contents.rounds.size(); ++i) {
        const Round &round = contents.rounds.at(i);
        m_round->addItem(roundName(round, dates));
        if (selected == &round) {
            m_round->setCurrentIndex(static_cast<int>(i));
        }
    }
}

QString RegistryPage::importWords() const
{
    const ImportResultModel &results = const_cast<RegistryPage *>(this)->m_session.results();
    return tr("%1 imported, %2 already there, %3 refused.")
        .arg(results.count(ImportOutcome::Imported))
        .arg(results.count(ImportOutcome::AlreadyThere))
        .arg(results.count(ImportOutcome::Refused));
}

void RegistryPage::showFinished()
{
    m_take->setEnabled(true);
    QStringList sentences;
    for (const ImportedTable &table : m_session.tables()) {
        switch (table.kind) {
        case ImportedTable::Kind::Organisation:
            sentences << tr("Organisation imported: %1 departments.").arg(table.count);
            break;
        case ImportedTable::Kind::Systems:
            sentences << tr("Systems imported: %1.").arg(table.count);
            break;
        case ImportedTable::Kind::Round:
            sentences << tr("Round imported: %1 submissions are expected.").arg(table.count);
            m_context.registry.selectRound(table.fiscalYear, table.round);
            break;
        }
    }
    if (m_session.hasResults()) {
        sentences << importWords();
        m_tabs->setCurrentWidget(m_results);
        m_results->focusList();
    }
    if (m_session.wasCancelled()) {
        sentences << tr("Stopped. What is in stays; import the same folder again to go on.");
    }
    m_results->setWords(tr("Result of the import"), tr("Nothing has been imported since the program started."),
                        importWords());
    if (!sentences.isEmpty()) {
        tell(sentences.join(u' '), false);
    }
}

void RegistryPage::tell(const QString &sentence, bool isError)
{
    m_message->setTone(isError ? Note::Tone::Error : Note::Tone::Success);
    m_message->setText(sentence);
    m_message->show();
}

void RegistryPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localPaths(event->mimeData()).isEmpty() && !m_session.isRunning()) {
        event->acceptProposedAction();
    }
}

void RegistryPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    import(localPaths(event->mimeData()));
}

void RegistryPage::retranslate()
{
    m_title->setText(tr("Registry"));
    m_round->setAccessibleName(tr("Round to show"));
    m_onlyRound->setText(tr("Take only this round"));
    m_take->setText(tr("Import"));
    m_give->setText(tr("Missing list and receipts"));
    const QStringList words{tr("Folder of PDFs…"),
                            tr("PDFs…"),
                            tr("Organisation, systems or round file…"),
                            tr("Open another registry…"),
                            tr("Save the missing list (CSV)…"),
                            tr("Copy the text of a reminder"),
                            tr("Save the text of a reminder…"),
                            tr("Receipts for everything received…")};
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        m_actions.at(i)->setText(words.at(i));
    }
    m_trust->setText(tr("No trusted authority is chosen: every PDF would be refused. Choose the ca.pem of your "
                        "authority."));
    m_chooseTrust->setText(tr("Choose ca.pem…"));
    m_tabs->setAccessibleName(tr("The registry's sheets"));
    m_tabs->setTabText(0, tr("Status board"));
    m_tabs->setTabText(1, tr("Result of the import"));
    m_tabs->setTabText(2, tr("Refused files"));
    m_results->setWords(tr("Result of the import"), tr("Nothing has been imported since the program started."),
                        importWords());
    m_bar->retranslate();
    m_steps->retranslate();
    m_board->retranslate();
    m_panel->retranslate();
    refresh();
}

} // namespace tenken
