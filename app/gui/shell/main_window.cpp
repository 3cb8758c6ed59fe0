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
#include "viewmodel/shell/display_text.h"
#include "wording/error_words.h"
#include "workflow/verify_submission.h"

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

QStringList pdfsOf(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        const QString path = url.toLocalFile();
        if (path.endsWith(u".pdf", Qt::CaseInsensitive)) {
            paths << path;
        }
    }
    return paths;
}

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
    connect(m_home, &HomePage::fileAsked, this, &MainWindow::openFile);
    connect(m_home, &HomePage::openAsked, this, &MainWindow::askForFile);
    connect(m_home, &HomePage::boardAsked, this, [this] { showPage(registryId); });
    return m_home;
}

Page *MainWindow::makeStart(QWidget *parent)
{
    auto *page = new StartPage(m_context, parent);
    connect(page, &StartPage::cancelled, this, [this] { showPage(homeId); });
    connect(page, &StartPage::started, this, &MainWindow::openInspection);
    return page;
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
    showPage(m_session->isReadOnly() ? signId : inspectionId);
}

void MainWindow::makeInspectionPages()
{
    m_inspectionPage = new InspectionPage(m_context, *m_session, m_stack);
    m_signPage = new SignPage(m_context, *m_session, m_stack);
    setPage(inspectionId, m_inspectionPage);
    setPage(signId, m_signPage);
    connect(m_inspectionPage, &InspectionPage::signAsked, this, [this] { showPage(signId); });
    connect(m_inspectionPage, &InspectionPage::profileAsked, this, &MainWindow::changeProfile);
    connect(m_inspectionPage, &InspectionPage::referenceAsked, this, &MainWindow::openReference);
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
    for (const QString &id : {inspectionId, signId}) {
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
    if (file.isEmpty()) {
        return;
    }
    const Result<VerifiedDocument> document = verifyFile(file, {}, m_context.desk.clock().now());
    if (!document || !document->submission || document->verdict < Verdict::Untrusted) {
        m_context.prompts.tell(this, tr("This file holds no answers that can be shown."));
        return;
    }
    m_session->setReference(answersOf(*document->submission, m_context.desk.checklists(), m_session->checklist()));
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
    const QString file = m_context.prompts.openFile(this, tr("Open a PDF"), tr("PDF (*.pdf)"));
    if (!file.isEmpty()) {
        openFile(file);
    }
}

void MainWindow::openFile(const QString &path)
{
    showPage(approvalId);
    m_approval->open(path);
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

void MainWindow::closeEvent(QCloseEvent *event)
{
    const int now = indexOf(m_current);
    settle(now >= 0 ? m_slots.at(now).page : nullptr);
    m_context.settings.set(QStringLiteral("windowGeometry"), saveGeometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!pdfsOf(event->mimeData()).isEmpty() || !foldersOf(event->mimeData()).isEmpty()) {
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
    const QStringList files = pdfsOf(event->mimeData());
    if (!files.isEmpty()) {
        event->acceptProposedAction();
        openFile(files.first());
    }
}

} // namespace tenken
