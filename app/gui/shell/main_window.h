#pragma once

#include "gui/shell/context.h"
#include "gui/shell/page.h"
#include "viewmodel/inspection/inspection_session.h"

#include <QMainWindow>
#include <QTimer>

class QAction;
class QMenu;
class QStackedWidget;
class QTabBar;

namespace tenken {

class ApprovalPage;
class HomePage;
class InspectionPage;
class RegistryPage;
class SignPage;
class StartPage;

/// The one window: a row of tabs, each a page that is made when it is first shown. Rooms outside add theirs by
/// addPage().
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(const Context &context, QWidget *parent = nullptr);
    ~MainWindow() override;
    /// Behind the pages of the inspection, before the settings
    void addPage(const PageEntry &entry);
    void showPage(const QString &id);
    QString currentPage() const;
    void openInspection(const QUuid &inspection);
    void closeInspection();
    /// From the command line, a drop or another start of the program: PDFs to look at, or a round file. Says which
    /// files were left aside.
    void openFiles(const QStringList &paths);
    /// After a run that did not end properly: what is there
    void tellRecovery();
    InspectionPage *inspectionPage() const { return m_inspectionPage; }

Q_SIGNALS:
    void painted(); ///< for the first time: what nobody waits for may begin

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    struct Slot {
        PageEntry entry;
        Page *page = nullptr;
    };
    void build();
    void buildMenus();
    QAction *addAction(QMenu *menu, const char *name, const QKeySequence &keys, const std::function<void()> &run);
    void addOwnPages();
    Page *makeHome(QWidget *parent);
    Page *makeStart(QWidget *parent);
    Page *makeApproval(QWidget *parent);
    Page *makeRegistry(QWidget *parent);
    void openRound(const QString &path);
    void keepPlace();
    void makeInspectionPages();
    void startRevision();
    void openReference();
    void askForFile();
    void switchTo(int index);
    void turnPage(int step);
    int indexOf(const QString &id) const;
    void setPage(const QString &id, Page *page);
    void changeProfile();
    void startDemo();
    void help();
    void showShortcuts();
    void zoom(int step);
    void retranslate();
    void refreshTabs();

    Context m_context;
    QList<Slot> m_slots;
    QString m_current;
    QTimer m_keeping; ///< of the place: not at each step, it is written to disk
    bool m_isPainted = false;
    QTabBar *m_tabs = nullptr;
    QStackedWidget *m_stack;
    QList<QMenu *> m_menus;
    QHash<QString, QAction *> m_actions;
    QList<QAction *> m_editActions;
    std::unique_ptr<InspectionSession> m_session;
    InspectionPage *m_inspectionPage = nullptr;
    SignPage *m_signPage = nullptr;
    HomePage *m_home = nullptr;
    ApprovalPage *m_approval = nullptr;
    RegistryPage *m_registry = nullptr;
    StartPage *m_startPage = nullptr;
};

} // namespace tenken
