#include "workflow/make_reports.h"

#include "core/clock.h"
#include "core/document.h"
#include "exchange/document_json.h"
#include "report/committee_report.h"
#include "report/department_report.h"
#include "report/status_report.h"
#include "storage/round_repository.h"
#include "workflow/committee_figures.h"
#include "workflow/compare_submissions.h"
#include "workflow/round_status.h"

#include <QCryptographicHash>

#include <algorithm>

namespace tenken {

namespace {

constexpr int yearsInReport = 3;

QString sha256Of(const QByteArray &data)
{
    return QString::fromLatin1(QCryptographicHash::hash(data, QCryptographicHash::Sha256).toHex());
}

CommitteeSummary summaryOf(FiscalYear year, int round, const QString &policy, const QDateTime &at)
{
    CommitteeSummary summary;
    summary.id = QUuid::createUuid();
    summary.fiscalYear = year;
    summary.round = round;
    summary.policy = policy;
    summary.createdAt = at;
    summary.generatorName = generatorName();
    summary.generatorVersion = generatorVersion();
    return summary;
}

/// The summary's row of that checklist, added when it is the first of its kind
CommitteeSummary::ChecklistRow &rowOf(CommitteeSummary &summary, const QString &checklist, const Checklist *edition)
{
    const auto found = std::find_if(summary.checklists.begin(), summary.checklists.end(),
                                    [&](const auto &row) { return row.checklist == checklist; });
    if (found != summary.checklists.end()) {
        return *found;
    }
    summary.checklists << CommitteeSummary::ChecklistRow{checklist, edition ? edition->edition : QString(), 0, 0, 0,
                                                         {}};
    return summary.checklists.last();
}

SubmissionStatus statusOf(const RoundStatus::Row &row)
{
    if (!row.entry) {
        return SubmissionStatus::NotStarted;
    }
    return row.entry->approved ? SubmissionStatus::Submitted : SubmissionStatus::AwaitingApproval;
}

} // namespace

Result<MakeReports::Report> MakeReports::committee(const QString &checklist, FiscalYear year, int round,
                                                   const QDateTime &at)
{
    const Checklist *edition = m_set.forYear(checklist, year);
    if (!edition) {
        return fail(ErrorCode::UnknownChecklist, checklist);
    }
    CompareSubmissions reader(m_set, m_registry);
    QList<YearOfSubmissions> years;
    for (int back = yearsInReport - 1; back >= 0; --back) {
        const FiscalYear one(year.startYear() - back);
        Result<SubmissionList> submissions = reader.submissions(checklist, one, round);
        if (!submissions) {
            return fail(submissions);
        }
        if (!submissions->isEmpty() || back == 0) {
            years << YearOfSubmissions{one, *std::move(submissions)};
        }
    }
    const Result<std::optional<Round>> known = RoundRepository(m_registry.database()).findRound(year, round);
    if (!known) {
        return fail(known);
    }
    QList<Department> expected;
    if (*known) {
        for (const Round::Expected &one : (*known)->expected) {
            if (one.checklist == checklist) {
                expected << Department{one.departmentCode, one.departmentName, {}, Body::Mayor};
            }
        }
        for (Department &department : expected) { // 局・部 are told by the submissions themselves
            for (const auto &submission : years.last().submissions) {
                if (submission->department.code == department.code) {
                    department = submission->department;
                    break;
                }
            }
        }
    }
    const CommitteeFigures figures = CommitteeCounting(m_set, checklist, years, expected).figures(round, at);
    CommitteeSummary summary = summaryOf(year, round, m_set.policy.id, at);
    const auto approved = static_cast<int>(years.last().submissions.size());
    summary.checklists << CommitteeSummary::ChecklistRow{
        checklist, edition->edition, *known ? figures.expected : 0, figures.submitted, approved, figures.total};
    for (const CommitteeFigures::Clause &clause : figures.clauses) {
        summary.clauses << CommitteeSummary::ClauseRow{clause.key, clause.counts};
    }
    Report report;
    report.data = writeCommitteeSummary(summary);
    CommitteeOptions options;
    options.sha256 = sha256Of(report.data);
    options.signatureField = toCode(Role::Division);
    report.layout = committeeReport(m_press.book, figures, m_press.eras, options);
    return report;
}

Result<MakeReports::Report> MakeReports::submissionStatus(FiscalYear year, int round, const QDateTime &at,
                                                          const Organisation &fallback)
{
    const Result<RoundStatus> status = ReadRoundStatus(m_registry).read(year, round, fallback);
    if (!status) {
        return fail(status);
    }
    CommitteeSummary summary = summaryOf(year, round, m_set.policy.id, at);
    StatusReportInput input;
    input.fiscalYear = year;
    input.round = round;
    input.due = status->due;
    input.asOf = at;
    input.eras = m_press.eras;
    for (const RoundStatus::Row &row : status->rows) {
        StatusReportInput::Row line;
        line.departmentCode = row.expected.departmentCode;
        line.department = row.expected.departmentName;
        line.checklist = row.expected.checklist;
        line.status = statusOf(row);
        if (row.expected.subject.code != row.expected.departmentCode) {
            line.subject = row.expected.subject.name;
        }
        if (row.entry) {
            line.bureau = row.entry->department.path.value(0);
            line.submittedAt = row.entry->importedAt;
            line.revision = row.entry->revision;
        }
        input.rows << line;
        CommitteeSummary::ChecklistRow &counted = rowOf(summary, line.checklist, m_set.forYear(line.checklist, year));
        ++counted.expected;
        counted.submitted += row.entry ? 1 : 0;
        counted.approved += row.entry && row.entry->approved ? 1 : 0;
    }
    Report report;
    report.data = writeCommitteeSummary(summary);
    input.sha256 = sha256Of(report.data);
    report.layout = statusReport(m_press.book, input);
    return report;
}

Result<MakeReports::Report> MakeReports::department(const QString &checklist, FiscalYear year, int round,
                                                    const QString &code, const QDateTime &at)
{
    const Checklist *edition = m_set.forYear(checklist, year);
    if (!edition) {
        return fail(ErrorCode::UnknownChecklist, checklist);
    }
    const Result<SubmissionList> all = CompareSubmissions(m_set, m_registry).submissions(checklist, year, round);
    if (!all) {
        return fail(all);
    }
    const auto own = std::find_if(all->begin(), all->end(),
                                  [&](const auto &submission) { return submission->department.code == code; });
    if (own == all->end()) {
        return fail(ErrorCode::UnknownDepartment, code);
    }
    DepartmentReportInput input;
    input.submission = **own;
    input.checklist = *edition;
    input.policy = m_set.policy;
    input.cityDepartments = static_cast<int>(all->size());
    input.generatedAt = at;
    input.eras = m_press.eras;
    CommitteeSummary summary = summaryOf(year, round, m_set.policy.id, at);
    for (const auto &submission : *all) {
        const QMap<QString, Score> scores = scoreByClause(*edition, scoreRows(*edition, *submission));
        for (auto score = scores.constBegin(); score != scores.constEnd(); ++score) {
            input.cityByClause[score.key()] += score->counts;
            input.city += score->counts;
        }
    }
    const Counts ownCounts = countsOf(scoreRows(*edition, **own));
    summary.checklists << CommitteeSummary::ChecklistRow{checklist, edition->edition, 0, 1, 1, ownCounts};
    Report report;
    report.data = writeCommitteeSummary(summary);
    input.sha256 = sha256Of(report.data);
    report.layout = departmentReport(m_press.book, input);
    return report;
}

Result<QByteArray> MakeReports::toPdf(Report report, const SigningAct &act, const QString &subject)
{
    SealedParts parts;
    parts.layout = std::move(report.layout);
    parts.attachment = report.data;
    parts.kind = DocumentKind::Committee;
    parts.author = act.signer ? signatureName(signingAuthor(act)) : generatorName();
    parts.subject = subject;
    parts.created = act.at;
    const Result<QByteArray> built = buildSealed(parts);
    return built && act.signer ? sign(*built, act, m_press.eras, m_press.book) : built;
}

} // namespace tenken
