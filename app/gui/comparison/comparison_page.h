#pragma once

#include "gui/shell/context.h"
#include "gui/shell/page.h"
#include "viewmodel/comparison/comparison_session.h"

#include <array>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSplitter;
class QTableView;
class QTabWidget;

namespace tenken {

class AnswerPairPanel;
class Heading;
class MatrixView;
class Note;

/// Anything beside anything: choice on top, then the matrix, its heat map and its trend; two answers below.
class ComparisonPage final : public Page {
    Q_OBJECT

public:
    explicit ComparisonPage(const Context &context, QWidget *parent = nullptr);
    ~ComparisonPage() override;
    void entered() override;
    ComparisonSession &session() { return m_session; }
    /// Adds them to the files that are compared and turns to them
    void openFiles(const QStringList &files);

protected:
    void retranslate() override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    QWidget *buildChoice();
    QWidget *buildFilters();
    QWidget *buildTabs();
    QWidget *buildActions();
    void connectChoice();
    void connectResults();
    void fillChoices();
    void fillRounds();
    void choose();
    void narrow();
    void refresh();
    void showCompared();
    void fitTrend();
    QString emptyWords() const;
    QString refusedWords() const;
    QString summary() const;
    void openPair(int line, int column);
    void askPair(int partner);
    void closePair();
    void copy();
    void exportAs(const QString &ending);
    void print(const PageLayout &layout);
    void tell(const QString &sentence, bool isError);
    void retranslateResults();

    Context m_context;
    ComparisonSession m_session;
    int m_pairRow = -1;
    int m_pairColumn = -1;
    Heading *m_title;
    QPushButton *m_open;
    QLabel *m_sourceLabel;
    QComboBox *m_source;
    QLabel *m_byLabel;
    QComboBox *m_by;
    QLabel *m_checklistLabel;
    QComboBox *m_checklist;
    QLabel *m_roundLabel;
    QComboBox *m_round;
    QLabel *m_subjectsLabel;
    QLineEdit *m_subjects;
    QWidget *m_filterRow;
    std::array<QCheckBox *, 4> m_filters{};
    QLineEdit *m_search;
    QPushButton *m_foldAll;
    Note *m_summary;
    Note *m_empty;
    QSplitter *m_splitter;
    QTabWidget *m_tabs;
    MatrixView *m_matrix;
    QWidget *m_heatTab;
    QComboBox *m_heatRows;
    Note *m_heatRules;
    QTableView *m_heat;
    QWidget *m_trendTab;
    Note *m_trendRules;
    QTableView *m_trend;
    AnswerPairPanel *m_pair;
    QWidget *m_actions;
    QPushButton *m_copy;
    QPushButton *m_csv;
    QPushButton *m_xlsx;
    QPushButton *m_print;
    QProgressBar *m_busy;
    QPushButton *m_cancel;
    Note *m_message;
};

} // namespace tenken
