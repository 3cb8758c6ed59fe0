#include "workflow/registry/make_reports.h"

#include "core/clock.h"
#include "core/document.h"
#include "exchange/document_json.h"
#include "report/committee_report.h"
#include "report/department_report.h"
#include "report/report_words.h"
#include "report/status_report.h"
#include "storage/organisation_repository.h"
#include "storage/round_repository.h"
#include "workflow/registry/round_status.h"

#include <QCryptographicHash>

#include <algorithm>

namespace tenken {

namespace {

constexpr int yearsInReport = 3;

QString sha256Of(const QByteArray &data)
{
    return QString::fromLatin1(QCryptographicHash::hash(data, QCryptographicHash::Sha256).toHex());
}

CommitteeSummary summaryOf(FiscalYear year, int round, const QString &policy, const Author &author, const QDateTime &at)
{
    CommitteeSummary summary;
    summary.id = QUuid::createUuid();
    summary.fiscalYear = year;
    summary.round = round;
    summary.policy = policy;
    summary.createdAt = at;
    summary.author = author;
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

/// Who owes that checklist, in the round's order. 局・部 are told by the submissions themselves.
QList<Department> expectedOf(const QList<Round::Expected> &asked, const QString &checklist,
                             const SubmissionList &submissions)
{
    QHash<QString, Department> told;
    for (const auto &submission : submissions) {
        told.insert(submission->subject.code, subjectAsDepartment(*submission));
    }
    QList<Department> expected;
    for (const Round::Expected &one : asked) {
        if (one.checklist == checklist) {
            const Department plain{one.subject.code, one.subject.name, {}, Body::Mayor};
            expected << told.value(one.subject.code, plain);
        }
    }
    return expected;
}

/// The submission of that system, or of that department when it has one only
Result<std::shared_ptr<const Submission>> submissionOf(const SubmissionList &submissions, const QString &code)
{
    SubmissionList own;
    QStringList codes;
    for (const auto &submission : submissions) {
        if (submission->subject.code == code) {
            return submission;
        }
        if (submission->department.code == code) {
            own << submission;
            codes << submission->subject.code;
        }
    }
    if (own.isEmpty()) {
        return fail(ErrorCode::UnknownDepartment, code);
    }
    return own.size() == 1 ? Result<std::shared_ptr<const Submission>>(own.first())
                           : fail(ErrorCode::InvalidValue, code, codes.join(u' '));
}

SubmissionStatus statusOf(const RoundStatus::Row &row)
{
    if (!row.entry) {
        return row.refusal ? SubmissionStatus::Refused : SubmissionStatus::NotStarted;
    }
    return row.entry->approved ? SubmissionStatus::Submitted : SubmissionStatus::AwaitingApproval;
}

} // namespace

/// Oldest first, by their answers: the report tells more only of what is flagged. In one transaction, so that all years
/// are of the same moment.
Result<QList<YearOfSubmissions>> MakeReports::readYears(const QString &checklist, FiscalYear year, int round)
{
    return inTransaction(m_registry.database(), Transaction::Kind::Read, [&]() -> Result<QList<YearOfSubmissions>> {
        CompareSubmissions reader(m_set, m_registry);
        QList<YearOfSubmissions> years;
        int read = 0;
        reader.setProgress([&](int done) { return !m_progress || m_progress(read + done); });
        for (int back = yearsInReport - 1; back >= 0; --back) {
            CompareRequest request;
            request.checklist = checklist;
            request.year = FiscalYear(year.startYear() - back);
            request.round = round;
            const Result<SubmissionList> sheets = reader.sheets(request);
            if (!sheets) {
                return fail(sheets);
            }
            read += static_cast<int>(sheets->size());
            if (!sheets->isEmpty() || back == 0) {
                years << YearOfSubmissions{*request.year, withoutAudits(*sheets)};
            }
        }
        return years;
    });
}

Result<MakeReports::Report> MakeReports::committee(const QString &checklist, FiscalYear year, int round,
                                                   const QDateTime &at, const Organisation &fallback)
{
    const Checklist *edition = m_set.forYear(checklist, year);
    if (!edition) {
        return fail(ErrorCode::UnknownChecklist, checklist);
    }
    const Result<QList<YearOfSubmissions>> years = readYears(checklist, year, round);
    if (!years) {
        return fail(years);
    }
    const SubmissionList &reported = years->last().submissions;
    if (reported.isEmpty()) {
        return fail(ErrorCode::Incomplete, QStringLiteral("%1 %2-%3").arg(checklist).arg(year.startYear()).arg(round));
    }
    const auto asked = ReadRoundStatus(m_registry, m_set).asked(year, round, fallback);
    const Result<Organisation> organisation = OrganisationRepository(m_registry).organisation();
    if (!asked || !organisation) {
        return asked ? fail(organisation) : fail(asked);
    }
    const QList<Department> expected =
        *asked ? expectedOf((*asked)->expected, checklist, reported) : QList<Department>();
    const CommitteeCounting counting(m_set, checklist, *years, expected, Succession(organisation->units));
    // a submission never changes: it needs no transaction with its answers
    const QFuture<Result<SubmissionList>> reading =
        CompareSubmissions(m_set, m_registry).whole(counting.flagged()); // while the rest is counted
    CommitteeFigures figures = counting.counted(round, at);
    const Result<SubmissionList> flagged = reading.result();
    if (!flagged) {
        return fail(flagged);
    }
    counting.addRedFlags(figures, *flagged);
    CommitteeSummary summary = summaryOf(year, round, m_set.policy.id, m_author, at);
    const auto approved = static_cast<int>(reported.size());
    summary.checklists << CommitteeSummary::ChecklistRow{
        checklist, edition->edition, *asked ? figures.expected : 0, figures.submitted, approved, figures.total};
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
    const Result<RoundStatus> status = ReadRoundStatus(m_registry, m_set).read(year, round, fallback);
    if (!status) {
        return fail(status);
    }
    CommitteeSummary summary = summaryOf(year, round, m_set.policy.id, m_author, at);
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
        if (row.refusal) {
            line.remark = words::refusal(row.refusal->verdict, row.refusal->reasons);
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

/// The department's own × of the year before, or those of the departments that it continues
Status MakeReports::tellLastYear(DepartmentReportInput &input, int round)
{
    const Submission &own = input.submission;
    const FiscalYear yearBefore(own.fiscalYear.startYear() - 1);
    const Checklist *before = m_set.forYear(own.checklist, yearBefore);
    const auto earlier = CompareSubmissions(m_set, m_registry).submissions(own.checklist, yearBefore, round);
    const Result<Organisation> organisation = OrganisationRepository(m_registry).organisation();
    if (!earlier || !organisation) {
        return earlier ? Status(fail(organisation)) : Status(fail(earlier));
    }
    const YearOnYear fate = yearOnYear(*before, input.checklist, withoutAudits(*earlier),
                                       {std::make_shared<const Submission>(own)}, Succession(organisation->units));
    if (fate.commonItems > 0) {
        input.lastYear = fate;
        input.lastYear->leftOutDepartments = 0; // the others are not what is compared here
    }
    return {};
}

Result<MakeReports::Report> MakeReports::department(const QString &checklist, FiscalYear year, int round,
                                                    const QString &code, const QDateTime &at)
{
    const Checklist *edition = m_set.forYear(checklist, year);
    if (!edition) {
        return fail(ErrorCode::UnknownChecklist, checklist);
    }
    CompareSubmissions reader(m_set, m_registry);
    reader.setProgress(m_progress);
    const Result<SubmissionList> read = reader.submissions(checklist, year, round);
    if (!read) {
        return fail(read);
    }
    const SubmissionList all = withoutAudits(*read);
    const auto found = submissionOf(all, code);
    if (!found) {
        return fail(found);
    }
    const Submission &own = **found;
    DepartmentReportInput input;
    input.submission = own;
    input.checklist = *edition;
    input.policy = m_set.policy;
    input.cityDepartments = static_cast<int>(all.size());
    input.generatedAt = at;
    input.eras = m_press.eras;
    if (const Status told = tellLastYear(input, round); !told) {
        return fail(told);
    }
    CommitteeSummary summary = summaryOf(year, round, m_set.policy.id, m_author, at);
    for (const auto &submission : all) {
        const QMap<QString, Score> scores = scoreByClause(*edition, scoreRows(*edition, *submission));
        for (auto score = scores.constBegin(); score != scores.constEnd(); ++score) {
            input.cityByClause[score.key()] += score->counts;
            input.city += score->counts;
        }
    }
    const Counts ownCounts = countsOf(scoreRows(*edition, own));
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
