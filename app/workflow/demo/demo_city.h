#pragma once

#include "core/checklist_set.h"
#include "core/department.h"
#include "core/result.h"
#include "core/round.h"
#include "core/submission.h"
#include "signing/cms/trust_policy.h"
#include "signing/keys/authority.h"
#include "storage/registry.h"
#include "workflow/press.h"

#include <functional>
#include <map>
#include <memory>

namespace tenken {

struct DemoRequest {
    QString folder; ///< must not exist, or be empty
    int departments = 300;
    int years = 3; ///< 1 … 3, the last one is 2026
    quint32 seed = 1;
};

/// Builds the demo city: authority, keys, signed and approved submissions of every year, registry, reports,
/// summary.json. Years are fixed, not taken from the clock; the same seed and version give the same submission.json
/// bytes. AlreadyExists when the folder holds something.
class DemoCity {
public:
    enum class Step { Keys, Submissions, Import };
    /// After each key, submission or import; year is the round's, of keys none. False stops.
    using Progress = std::function<bool(Step step, FiscalYear year, int done, int total)>;
    struct Outcome {
        QStringList submissions; ///< paths
        QStringList reports;
        int imported = 0;
        QList<QPair<QString, QString>> scores; ///< department, share of ○ in the last year
    };

    DemoCity(const ChecklistSet &set, const Press &press) : m_set(set), m_press(press) { }
    Result<Outcome> build(const DemoRequest &request, const Progress &progress);

private:
    struct Keys {
        std::unique_ptr<Signer> inspector;
        std::unique_ptr<Signer> approver;
    };

    Status readOrganisation();
    Status prepareFolder();
    Status issueKeys(const Progress &progress);
    Result<std::unique_ptr<Signer>> issue(Authority &authority, const QString &department, Role role,
                                          const QString &name, const QString &file);
    Status writeRounds();
    Status submitYear(FiscalYear year, const Progress &progress);
    Result<QByteArray> submissionOf(const OrganisationUnit &unit, FiscalYear year, QString *fileName);
    Status importAll(const Progress &progress);
    Status writeReports(Registry &registry);
    Status writeSummary();
    QString path(const QString &name) const;
    static QString submissionFolder(FiscalYear year);
    static QDateTime importTime();

    const ChecklistSet &m_set;
    const Press &m_press;
    DemoRequest m_request;
    Outcome m_outcome;
    Organisation m_organisation;
    QList<Round> m_rounds; ///< oldest first
    TrustPolicy m_trust;
    QByteArray m_anchor;
    std::map<QString, Keys> m_keys;
    std::unique_ptr<Signer> m_division;
    std::map<int, QList<Submission>> m_submissions; ///< by year
};

} // namespace tenken
