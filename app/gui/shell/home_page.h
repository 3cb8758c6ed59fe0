#pragma once

#include "gui/shell/context.h"
#include "gui/shell/page.h"
#include "viewmodel/home/home_model.h"

class QListView;
class QListWidget;
class QPushButton;

namespace tenken {

class DropZone;
class Heading;
class Note;
class PrimaryButton;
class RoundsPanel;

/// What waits for me
class HomePage final : public Page {
    Q_OBJECT

public:
    HomePage(const Context &context, QWidget *parent = nullptr);
    void entered() override;
    void showNotice(const QString &text);
    /// What the first look does without: the number of questions, the division's rounds
    void readOn();

Q_SIGNALS:
    void startAsked();
    void demoAsked();
    void inspectionAsked(const QUuid &inspection);
    void fileAsked(const QString &path);
    void openAsked();
    void boardAsked();

protected:
    void retranslate() override;

private:
    void build();
    void refresh();
    void countAnswers();
    void continueSelected();
    void deleteSelected();
    void refreshButtons();
    void listRecentFiles();
    void selectLast();
    const HomeModel::Row *selected() const;

    Context m_context;
    HomeModel m_model;
    Heading *m_title;
    Note *m_notice;
    Note *m_round;
    Note *m_empty;
    QListView *m_list;
    PrimaryButton *m_start;
    PrimaryButton *m_continue;
    QPushButton *m_delete;
    QPushButton *m_demo;
    RoundsPanel *m_rounds;
    Heading *m_filesTitle;
    DropZone *m_drop;
    QPushButton *m_open;
    QListWidget *m_recent;
};

} // namespace tenken
