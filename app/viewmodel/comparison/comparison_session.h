#pragma once

#include "report/layout/page_layout.h"
#include "viewmodel/comparison/answer_pair.h"
#include "viewmodel/comparison/compared_files.h"
#include "viewmodel/comparison/comparison_matrix_model.h"
#include "viewmodel/comparison/heat_map_model.h"
#include "viewmodel/comparison/trend_model.h"
#include "viewmodel/registry/registry_workspace.h"
#include "viewmodel/shell/newest_run.h"

namespace tenken {

/// What is chosen to be compared
struct ComparisonChoice {
    enum class Source { Registry, Files };
    Source source = Source::Registry;
    CompareBy by = CompareBy::Department;
    QString checklist;
    FiscalYear year; ///< of a comparison within one round
    int round = 1;
    QStringList subjects; ///< codes of departments or other subjects; empty: all
    friend bool operator==(const ComparisonChoice &, const ComparisonChoice &) = default;
};

/// A table as the clipboard takes it
struct CopiedTable {
    QString tsv;
    QString html;
};

/// The comparison that is on the screen: where it comes from, its models, the two answers that are read, what leaves
/// it. Reading, comparing, writing and laying out run in the background; a newer choice overtakes an older one.
class ComparisonSession final : public QObject {
    Q_OBJECT

public:
    explicit ComparisonSession(RegistryWorkspace &workspace, QObject *parent = nullptr);

    const ComparisonChoice &choice() const { return m_choice; }
    /// compared() or failed() follows
    void compare(const ComparisonChoice &choice);
    /// The registry holds other submissions now: nothing that was read counts any more
    void forgetRead();
    void cancel() { m_newest.cancel(); }
    /// Nothing is compared
    void clear();
    bool isBusy() const { return m_newest.isBusy(); }

    /// Verifies them and adds them to those there; filesRead() follows
    void addFiles(const QStringList &files);
    void clearFiles();
    const QList<ComparedFile> &files() const { return m_files; }
    /// Subjects that can be chosen, in the order in which they were read
    const QList<Subject> &subjects() const { return m_subjects; }

    const ShownComparison *comparison() const { return m_shown.get(); }
    ComparisonMatrixModel &matrix() { return m_matrix; }
    const ComparisonMatrixModel &matrix() const { return m_matrix; }
    HeatMapModel &heatMap() { return m_heatMap; }
    TrendModel &trend() { return m_trend; }
    /// Labels in another language
    void retranslate();

    /// row and columns of the comparison; pairReady() follows
    void askPair(int row, int left, int right);
    static CopiedTable copied(const QList<QStringList> &rows);
    /// What the filters leave, as CSV or (file ends with .xlsx) as a workbook; written() or failed() follows
    void exportTo(const QString &file);
    /// printReady() or failed() follows
    void layOut();

Q_SIGNALS:
    void busyChanged();
    void progressed(int done, int total);
    void compared();
    void filesRead();
    void pairReady(const tenken::AnswerPair &pair);
    void written(const QString &file);
    void printReady(const tenken::PageLayout &layout);
    void failed(const tenken::Error &error);

private:
    void read();
    void takeRead(int run, const Result<SubmissionList> &submissions);
    void compute(const SubmissionList &submissions);
    void show(const ShownComparisonPtr &shown);
    QString readKey() const;
    void finishPair(int run, AnswerPair pair, const Submission *left, const Submission *right);

    RegistryWorkspace &m_workspace;
    ComparisonMatrixModel m_matrix;
    HeatMapModel m_heatMap;
    TrendModel m_trend;
    ComparisonChoice m_choice;
    QList<ComparedFile> m_files;
    QString m_readKey; ///< what m_read is of
    SubmissionList m_read;
    QList<Subject> m_subjects;
    ShownComparisonPtr m_shown;
    int m_pairRun = 0;
    NewestRun m_newest;
};

} // namespace tenken
