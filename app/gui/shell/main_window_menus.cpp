// The menus of MainWindow and their words
#include "gui/inspection/inspection_page.h"
#include "gui/shell/about_dialog.h"
#include "gui/shell/main_window.h"
#include "workflow/program_data.h"

#include <QAction>
#include <QDesktopServices>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QTabBar>
#include <QUrl>

namespace tenken {

namespace {

constexpr int zoomStep = 10;

} // namespace

QAction *MainWindow::addAction(QMenu *menu, const char *name, const QKeySequence &keys,
                               const std::function<void()> &run)
{
    QAction *action = named(menu->addAction(QString()), name);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, run);
    m_actions.insert(QLatin1String(name), action);
    return action;
}

void MainWindow::buildMenus()
{
    for (const char *name : {"fileMenu", "editMenu", "viewMenu", "helpMenu"}) {
        m_menus << named(menuBar()->addMenu(QString()), name);
    }
    menuBar()->setObjectName(QStringLiteral("menuBar"));
    QMenu *file = m_menus.at(0);
    addAction(file, "newAction", QKeySequence::New, [this] { showPage(QStringLiteral("start")); });
    addAction(file, "openAction", QKeySequence::Open, [this] { askForFile(); });
    addAction(file, "homeAction", QKeySequence(Qt::ALT | Qt::Key_Home), [this] { showPage(QStringLiteral("home")); });
    file->addSeparator();
    addAction(file, "quitAction", QKeySequence::Quit, [this] { close(); });
    QMenu *edit = m_menus.at(1);
    m_editActions << addAction(edit, "undoAction", QKeySequence::Undo, [this] { m_inspectionPage->undo(); });
    m_editActions << addAction(edit, "redoAction", QKeySequence(Qt::CTRL | Qt::Key_Y),
                               [this] { m_inspectionPage->redo(); });
    edit->addSeparator();
    m_editActions << addAction(edit, "nextAction", QKeySequence(Qt::CTRL | Qt::Key_Return),
                               [this] { m_inspectionPage->nextUnanswered(); });
    m_editActions.last()->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    m_editActions << addAction(edit, "listAction", QKeySequence(Qt::CTRL | Qt::Key_L),
                               [this] { m_inspectionPage->setList(!m_inspectionPage->isList()); });
    m_editActions << addAction(edit, "signAction", QKeySequence(Qt::CTRL | Qt::Key_E),
                               [this] { showPage(QStringLiteral("sign")); });
    QMenu *view = m_menus.at(2);
    addAction(view, "largerAction", QKeySequence::ZoomIn, [this] {
        zoom(zoomStep);
    })->setShortcuts({QKeySequence::ZoomIn, QKeySequence(Qt::CTRL | Qt::Key_Semicolon)});
    addAction(view, "smallerAction", QKeySequence::ZoomOut, [this] { zoom(-zoomStep); });
    addAction(view, "normalAction", QKeySequence(Qt::CTRL | Qt::Key_0), [this] { zoom(0); });
    view->addSeparator();
    addAction(view, "nextPageAction", QKeySequence(Qt::CTRL | Qt::Key_Tab), [this] { turnPage(1); });
    addAction(view, "previousPageAction", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab), [this] { turnPage(-1); });
    view->addSeparator();
    addAction(view, "settingsAction", QKeySequence(Qt::CTRL | Qt::Key_Comma), // Qt knows a key on few desktops only
              [this] { showPage(QStringLiteral("settings")); });
    QMenu *help = m_menus.at(3);
    addAction(help, "helpAction", QKeySequence(Qt::Key_F1), [this] { this->help(); });
    addAction(help, "keysAction", QKeySequence(Qt::CTRL | Qt::Key_F1), [this] { showShortcuts(); });
    addAction(help, "aboutAction", {}, [this] { showAbout(this); });
}

void MainWindow::zoom(int step)
{
    m_context.settings.set(QStringLiteral("zoom"),
                           step == 0 ? 100 : std::clamp(m_context.settings.zoom() + step, 80, 200));
}

/// Entering a page takes the focus along: the tabs alone would have to be looked for again at each step.
void MainWindow::turnPage(int step)
{
    const int count = m_tabs->count();
    int index = m_tabs->currentIndex();
    do {
        index = (index + step + count) % count;
    } while (!m_tabs->isTabVisible(index));
    m_tabs->setCurrentIndex(index);
}

void MainWindow::help()
{
    // one file for each page leads to its chapter: systems drop the #anchor of a local address
    const QString manual = ProgramData::folder(QStringLiteral("docs/manual/at/%1.html").arg(m_current));
    if (QFileInfo::exists(manual)) {
        QDesktopServices::openUrl(QUrl::fromLocalFile(manual));
    } else {
        showShortcuts();
    }
}

void MainWindow::showShortcuts()
{
    const QString keys = tr("Answer: 1 to 5\nNext and previous question: J K or ↓ ↑\nNext unanswered: Ctrl+Enter\n"
                            "Flag: F\nComment: C (Esc goes back)\nEvidence: E\nUndo, redo: Ctrl+Z, Ctrl+Y\n"
                            "List or one question: Ctrl+L\nCheck and sign: Ctrl+E\nLarger, smaller: Ctrl++, Ctrl+-\n"
                            "Next and previous page: Ctrl+Tab, Ctrl+Shift+Tab\nSettings: Ctrl+,\n"
                            "Print a report or a comparison: Ctrl+P");
    m_context.prompts.tell(this, keys);
}

void MainWindow::retranslate()
{
    const QStringList titles{tr("&File"), tr("&Edit"), tr("&View"), tr("&Help")};
    for (int i = 0; i < m_menus.size(); ++i) {
        m_menus.at(i)->setTitle(titles.at(i));
    }
    const QHash<QString, QString> words{
        {QStringLiteral("newAction"), tr("New inspection…")},
        {QStringLiteral("openAction"), tr("Open a file…")},
        {QStringLiteral("homeAction"), tr("Home")},
        {QStringLiteral("quitAction"), tr("Quit")},
        {QStringLiteral("undoAction"), tr("Undo")},
        {QStringLiteral("redoAction"), tr("Redo")},
        {QStringLiteral("nextAction"), tr("Next unanswered")},
        {QStringLiteral("listAction"), tr("List or one question")},
        {QStringLiteral("signAction"), tr("Check and sign")},
        {QStringLiteral("largerAction"), tr("Larger text")},
        {QStringLiteral("smallerAction"), tr("Smaller text")},
        {QStringLiteral("normalAction"), tr("Normal size")},
        {QStringLiteral("nextPageAction"), tr("Next page")},
        {QStringLiteral("previousPageAction"), tr("Previous page")},
        {QStringLiteral("settingsAction"), tr("Settings")},
        {QStringLiteral("helpAction"), tr("Manual")},
        {QStringLiteral("keysAction"), tr("Keys")},
        {QStringLiteral("aboutAction"), tr("About Tenken")},
    };
    for (auto word = words.begin(); word != words.end(); ++word) {
        m_actions.value(word.key())->setText(word.value());
    }
    setWindowTitle(tr("Tenken – self-inspection"));
    m_tabs->setAccessibleName(tr("Pages"));
    refreshTabs();
}

} // namespace tenken
