#include "gui/shell/main_window.h"

#include "gui/approval/approval_page.h"
#include "gui/inspection/inspection_page.h"
#include "gui/inspection/profile_dialog.h"
#include "gui/inspection/sign_page.h"
#include "gui/registry/registry_page.h"
#include "gui/shell/home_page.h"
#include "gui/shell/icons.h"
#include "gui/shell/settings_page.h"
#include "gui/shell/start_page.h"
#include "viewmodel/home/received_round.h"
#include "viewmodel/shell/display_text.h"
#include "wording/error_words.h"

#include <QCloseEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QStackedWidget>
#include <QTabBar>
#include <QUrl>
#include <QVBoxLayout>

namespace tenken {

namespace {

constexpr int keepPlaceMs = 1000;
const QString homeId = QStringLiteral("home");
const QString startId = QStringLiteral("start");
const QString inspectionId = QStringLiteral("inspection");
const QString signId = QStringLiteral("sign");
const QString approvalId = QStringLiteral("approval");
const QString registryId = QStringLiteral("registry");
const QString settingsId = QStringLiteral("settings");

/// Folders are the division's: nobody else takes more than one file at a time
QStringList foldersOf(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile() && QFileInfo(url.toLocalFile()).isDir()) {
            paths << url.toLocalFile();
        }
    }
    return paths;
}

QStringList filesOf(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile()) {
            paths << url.toLocalFile();
        }
    }
    return paths;
}

bool isRound(const QString &path) { return path.endsWith(u".tenken-round", Qt::CaseInsensitive); }
bool isPdf(const QString &path) { return path.endsWith(u".pdf", Qt::CaseInsensitive); }

} // namespace

MainWindow::MainWindow(const Context &context, QWidget *parent) : QMainWindow(parent), m_context(context)
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    build();
    buildMenus();
    addOwnPages();
    retranslate();
    showPage(homeId);
    connect(this, &MainWindow::painted, m_home, &HomePage::readOn);
    m_keeping.setSingleShot(true);
    m_keeping.setInterval(keepPlaceMs);
    connect(&m_keeping, &QTimer::timeout, this, &MainWindow::keepPlace);
}

MainWindow::~MainWindow() { closeInspection(); }

void MainWindow::build()
{
    auto *centre = new QWidget(this);
    m_tabs = named(new QTabBar(centre), "pages");
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(true);
    m_tabs->setUsesScrollButtons(true);
    m_stack = named(new QStackedWidget(centre), "pageStack");
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(8, 4, 8, 4);
    column->addWidget(m_tabs);
    column->addWidget(m_stack, 1);
    setCentralWidget(centre);
    connect(m_tabs, &QTabBar::currentChanged, this, &MainWindow::switchTo);
}

void MainWindow::addOwnPages()
{
    const auto add = [this](const QString &id, const std::function<QString()> &title,
                            const std::function<Page *(QWidget *)> &make) {
        m_slots.append({{id, title, make}, nullptr});
    };
    add(
        homeId, [] { return tr("Home"); }, [this](QWidget *parent) { return makeHome(parent); });
    add(
        startId, [] { return tr("New inspection"); }, [this](QWidget *parent) { return makeStart(parent); });
    add(inspectionId, [] { return tr("Inspection"); }, {});
    add(signId, [] { return tr("Check and sign"); }, {});
    add(
        approvalId, [] { return tr("Approve"); }, [this](QWidget *parent) { return makeApproval(parent); });
    add(
        registryId, [] { return tr("Registry"); }, [this](QWidget *parent) { return makeRegistry(parent); });
    add(
        settingsId, [] { return tr("Settings"); },
        [this](QWidget *parent) { return new SettingsPage(m_context, parent); });
    for (int i = 0; i < m_slots.size(); ++i) {
        m_tabs->addTab(QString());
    }
    refreshTabs();
}

void MainWindow::addPage(const PageEntry &entry)
{
    const int at = indexOf(settingsId);
    m_slots.insert(at, {entry, nullptr});
    m_tabs->insertTab(at, entry.title());
    refreshTabs();
}

Page *MainWindow::makeHome(QWidget *parent)
{
    m_home = new HomePage(m_context, parent);
    connect(m_home, &HomePage::startAsked, this, [this] { showPage(startId); });
    connect(m_home, &HomePage::demoAsked, this, &MainWindow::startDemo);
    connect(m_home, &HomePage::inspectionAsked, this, &MainWindow::openInspection);
    connect(m_home, &HomePage::fileAsked, this, [this](const QString &path) { openFiles({path}); });
    connect(m_home, &HomePage::openAsked, this, &MainWindow::askForFile);
    connect(m_home, &HomePage::boardAsked, this, [this] { showPage(registryId); });
    return m_home;
}

Page *MainWindow::makeStart(QWidget *parent)
{
    m_startPage = new StartPage(m_context, parent);
    connect(m_startPage, &StartPage::cancelled, this, [this] { showPage(homeId); });
    connect(m_startPage, &StartPage::started, this, &MainWindow::openInspection);
    return m_startPage;
}

Page *MainWindow::makeApproval(QWidget *parent)
{
    m_approval = new ApprovalPage(m_context, parent);
    connect(m_approval, &ApprovalPage::openAsked, this, &MainWindow::askForFile);
    connect(m_approval, &ApprovalPage::revisionStarted, this, &MainWindow::openInspection);
    return m_approval;
}

Page *MainWindow::makeRegistry(QWidget *parent)
{
    m_registry = new RegistryPage(m_context, parent);
    return m_registry;
}

void MainWindow::openInspection(const QUuid &inspection)
{
    closeInspection();
    auto session = InspectionSession::open(m_context.desk, inspection);
    if (!session) {
        m_context.prompts.tell(this, wording::sentence(session.error()));
        return;
    }
    m_session = *std::move(session);
    makeInspectionPages();
    refreshTabs();
    if (m_session->inspection().id == m_context.settings.lastInspection()
        && m_session->positionOf(m_context.settings.lastItem()) >= 0) {
        m_inspectionPage->showItem(m_context.settings.lastItem());
    }
    keepPlace();
    showPage(m_session->isReadOnly() ? signId : inspectionId);
}

/// So that the next start, also after a crash, leads back to where the person was
void MainWindow::keepPlace()
{
    m_keeping.stop();
    m_context.settings.set(QStringLiteral("lastInspection"), m_session->inspection().id.toString());
    m_context.settings.set(QStringLiteral("lastItem"), m_inspectionPage->currentItem());
}

void MainWindow::makeInspectionPages()
{
    m_inspectionPage = new InspectionPage(m_context, *m_session, m_stack);
    m_signPage = new SignPage(m_context, *m_session, m_stack);
    setPage(inspectionId, m_inspectionPage);
    setPage(signId, m_signPage);
    connect(m_inspectionPage, &InspectionPage::signAsked, this, [this] { showPage(signId); });
    connect(m_inspectionPage, &InspectionPage::itemShown, &m_keeping, qOverload<>(&QTimer::start));
    connect(m_inspectionPage, &InspectionPage::profileAsked, this, &MainWindow::changeProfile);
    connect(m_inspectionPage, &InspectionPage::referenceAsked, this, &MainWindow::openReference);
    connect(m_session.get(), &InspectionSession::lookedBack, this, [this](bool found) {
        if (!found) {
            m_context.prompts.tell(this, tr("This file holds no answers that can be shown."));
        }
    });
    connect(m_signPage, &SignPage::itemAsked, this, [this](const QString &item) {
        showPage(inspectionId);
        m_inspectionPage->showItem(item);
    });
    connect(m_signPage, &SignPage::revisionAsked, this, &MainWindow::startRevision);
}

void MainWindow::setPage(const QString &id, Page *page)
{
    m_slots[indexOf(id)].page = page;
    m_stack->addWidget(page);
}

void MainWindow::closeInspection()
{
    if (!m_session) {
        return;
    }
    settle(m_inspectionPage);
    keepPlace();
    for (const QString &id : {signId, inspectionId}) { // the other way round the one would be shown as the other goes
        Page *page = std::exchange(m_slots[indexOf(id)].page, nullptr);
        m_stack->removeWidget(page);
        delete page;
    }
    m_inspectionPage = nullptr;
    m_signPage = nullptr;
    m_session.reset();
    refreshTabs();
}

void MainWindow::startRevision()
{
    const QUuid id = m_session->inspection().id;
    const Result<Inspection> revision =
        m_context.desk.repository().startRevision(id, m_session->inspection().inspector.name);
    if (!revision) {
        m_context.prompts.tell(this, wording::sentence(revision.error()));
        return;
    }
    QMetaObject::invokeMethod(
        this, [this, id] { openInspection(id); }, Qt::QueuedConnection);
}

void MainWindow::openReference()
{
    const QString file = m_context.prompts.openFile(this, tr("Open a PDF to look back at"), tr("PDF (*.pdf)"));
    if (!file.isEmpty()) {
        m_session->lookBackAt(file);
    }
}

void MainWindow::changeProfile()
{
    settle(m_inspectionPage);
    ProfileDialog dialog(*m_session, this);
    dialog.exec();
}

void MainWindow::startDemo()
{
    StartForm form(m_context.desk, m_context.settings.organisationFile());
    const Result<QUuid> demo = form.startDemo(tr("Practice department"));
    if (!demo) {
        m_context.prompts.tell(this, wording::sentence(demo.error()));
        return;
    }
    openInspection(*demo);
}

void MainWindow::askForFile()
{
    const QString file =
        m_context.prompts.openFile(this, tr("Open a file"), tr("Signed PDFs and round files (*.pdf *.tenken-round)"));
    if (!file.isEmpty()) {
        openFiles({file});
    }
}

void MainWindow::openFiles(const QStringList &paths)
{
    QStringList pdfs;
    QStringList rounds;
    QStringList others;
    for (const QString &path : paths) {
        (isPdf(path) ? pdfs : isRound(path) ? rounds : others) << path;
    }
    for (const QString &round : rounds) {
        openRound(round);
    }
    if (!pdfs.isEmpty()) {
        showPage(approvalId);
        m_approval->open(pdfs);
    }
    if (!others.isEmpty()) {
        QStringList names;
        for (const QString &path : others) {
            names << QFileInfo(path).fileName();
        }
        m_context.prompts.tell(this,
                               tr("Tenken opens signed PDFs (.pdf) and round files (.tenken-round). Not opened:\n%1")
                                   .arg(names.join(u'\n')));
    }
}

void MainWindow::openRound(const QString &path)
{
    const Result<Round> round = receiveRound(m_context.desk, path);
    if (!round) {
        m_context.prompts.tell(this, wording::sentence(round.error()));
        return;
    }
    showPage(startId);
    m_startPage->takeRound(*round);
}

void MainWindow::tellRecovery()
{
    const Result<QList<InspectionSummary>> all = m_context.desk.repository().list();
    if (!all || all->isEmpty()) {
        m_home->showNotice(tr("Tenken did not end properly last time. Nothing was lost."));
        return;
    }
    const InspectionSummary &last = all->first();
    const QString time = shownDates(m_context.desk.eras()).dateTime(last.changedAt);
    m_home->showNotice(tr("Tenken did not end properly last time. Everything stored until %1 is there: %2, %3 answers. "
                          "Only what was typed in the last half second may be missing.")
                           .arg(time, last.subject.name)
                           .arg(last.answered));
}

int MainWindow::indexOf(const QString &id) const
{
    for (int i = 0; i < m_slots.size(); ++i) {
        if (m_slots.at(i).entry.id == id) {
            return i;
        }
    }
    return -1;
}

void MainWindow::showPage(const QString &id)
{
    const int index = indexOf(id);
    if (m_tabs->currentIndex() == index) {
        switchTo(index);
    } else {
        m_tabs->setCurrentIndex(index);
    }
}

QString MainWindow::currentPage() const { return m_current; }

void MainWindow::switchTo(int index)
{
    if (index < 0 || index >= m_slots.size()) {
        return;
    }
    const int before = indexOf(m_current);
    settle(before >= 0 ? m_slots.at(before).page : nullptr);
    Slot &slot = m_slots[index];
    if (!slot.page && slot.entry.make) {
        slot.page = slot.entry.make(m_stack);
        m_stack->addWidget(slot.page);
    }
    if (!slot.page) {
        return;
    }
    m_current = slot.entry.id;
    m_stack->setCurrentWidget(slot.page);
    slot.page->entered();
    for (QAction *action : std::as_const(m_editActions)) {
        action->setEnabled(m_current == inspectionId);
    }
}

void MainWindow::refreshTabs()
{
    for (int i = 0; i < m_slots.size(); ++i) {
        const Slot &slot = m_slots.at(i);
        m_tabs->setTabText(i, slot.entry.title());
        m_tabs->setTabIcon(i, pageIcon(slot.entry.id, palette().color(QPalette::WindowText)));
        m_tabs->setTabVisible(i, slot.page || slot.entry.make);
    }
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::PaletteChange && m_tabs) {
        refreshTabs();
    }
}

void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    if (!std::exchange(m_isPainted, true)) {
        QMetaObject::invokeMethod(this, &MainWindow::painted, Qt::QueuedConnection); // behind the pages' own paint
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const int now = indexOf(m_current);
    settle(now >= 0 ? m_slots.at(now).page : nullptr);
    m_context.settings.set(QStringLiteral("windowGeometry"), saveGeometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!filesOf(event->mimeData()).isEmpty() || !foldersOf(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent *event)
{
    if (const QStringList folders = foldersOf(event->mimeData()); !folders.isEmpty()) {
        event->acceptProposedAction();
        showPage(registryId);
        m_registry->import(folders);
        return;
    }
    const QStringList files = filesOf(event->mimeData());
    if (!files.isEmpty()) {
        event->acceptProposedAction();
        openFiles(files);
    }
}

} // namespace tenken
