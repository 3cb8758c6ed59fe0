#pragma once

#include "viewmodel/inspection/signing_key.h"
#include "viewmodel/registry/registry_workspace.h"
#include "viewmodel/shell/newest_run.h"
#include "workflow/registry/make_reports.h"

namespace tenken {

/// Which report of which round
struct ReportChoice {
    enum class Kind { Committee, SubmissionStatus, Department };
    Kind kind = Kind::Committee;
    FiscalYear year;
    int round = 1;
    QString checklist; ///< not of the submission status, which counts all
    QString department; ///< code; only of a department's result
    friend bool operator==(const ReportChoice &, const ReportChoice &) = default;
};

/// A report of the division from choice to paper: pages for the preview and the printer, the PDF, signed or not. All in
/// the background; a newer choice overtakes an older one.
class ReportSession final : public QObject {
    Q_OBJECT

public:
    explicit ReportSession(RegistryWorkspace &workspace, QObject *parent = nullptr);

    const ReportChoice &choice() const { return m_choice; }
    /// made() or failed() follows
    void make(const ReportChoice &choice);
    /// The report is no more what was chosen
    void clear();
    void cancel() { m_newest.cancel(); }
    bool isBusy() const { return m_newest.isBusy(); }
    bool isMade() const { return m_report.has_value(); }
    /// Only when made
    const PageLayout &layout() const { return m_report->layout; }
    /// The departments that submitted in this round, in its order
    QList<Department> departments(FiscalYear year, int round, const QString &checklist) const;
    QString suggestedFileName() const;
    /// With a key it is signed, and only a division's key is taken; written() or failed() follows
    void exportTo(const QString &file, const std::optional<SigningKey> &key);

Q_SIGNALS:
    void busyChanged();
    void progressed(int done, int total);
    void made();
    void written(const QString &file);
    void failed(const tenken::Error &error);

private:
    Result<Press> press();

    RegistryWorkspace &m_workspace;
    ReportChoice m_choice;
    std::optional<MakeReports::Report> m_report;
    NewestRun m_newest;
};

} // namespace tenken
