#pragma once

#include "gui/shell/context.h"
#include "gui/shell/page.h"
#include "viewmodel/registry/import_session.h"
#include "viewmodel/registry/submission_detail.h"

class QAction;
class QCheckBox;
class QComboBox;
class QMenu;
class QPushButton;
class QTabWidget;

namespace tenken {

class BoardView;
class DetailPanel;
class FirstSteps;
class Heading;
class ImportBar;
class Note;
class ResultList;

/// The division's desk: who handed in what, taking files in, receipts, returns, the missing list
class RegistryPage final : public Page {
    Q_OBJECT

public:
    RegistryPage(const Context &context, QWidget *parent = nullptr);
    void entered() override;
    /// Files and folders, of whatever kind the registry takes
    void import(const QStringList &paths);

protected:
    void retranslate() override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildHead();
    void buildTabs();
    void arrange();
    void connectAll();
    QAction *addAction(QMenu *menu, const char *name, void (RegistryPage::*run)());
    void importFolder();
    void importFiles();
    void importTables();
    void openRegistry();
    void chooseTrust();
    void saveMissing();
    void saveReminder();
    void copyReminder();
    void issueReceipts();
    void save(const QString &title, const QString &name, const QString &filter, const QByteArray &content);
    void refresh();
    void showRounds();
    void showFinished();
    QString importWords() const;
    void tell(const QString &sentence, bool isError);

    Context m_context;
    ImportSession m_session;
    SubmissionDetail m_detail;
    ImportResultModel m_refusals;
    Heading *m_title;
    QComboBox *m_round;
    QCheckBox *m_onlyRound;
    QPushButton *m_take;
    QPushButton *m_give;
    QList<QAction *> m_actions;
    Note *m_counts;
    Note *m_due;
    Note *m_trust;
    QPushButton *m_chooseTrust;
    Note *m_message;
    ImportBar *m_bar;
    FirstSteps *m_steps;
    QTabWidget *m_tabs;
    BoardView *m_board;
    DetailPanel *m_panel;
    ResultList *m_results;
    ResultList *m_log;
};

} // namespace tenken
