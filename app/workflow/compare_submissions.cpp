#include "workflow/compare_submissions.h"

#include "exchange/submission_json.h"
#include "storage/organisation_repository.h"

#include <algorithm>

namespace tenken {

namespace {

using Submissions = QList<std::shared_ptr<const Submission>>;

QString codeOf(CompareRequest::By by)
{
    switch (by) {
    case CompareRequest::By::Department:
        return QStringLiteral("department");
    case CompareRequest::By::Year:
        return QStringLiteral("year");
    case CompareRequest::By::Revision:
        return QStringLiteral("revision");
    case CompareRequest::By::City:
        return QStringLiteral("city");
    }
    Q_UNREACHABLE();
}

ComparisonColumn columnOf(const std::shared_ptr<const Submission> &submission)
{
    const bool own = submission->subject.kind == SubjectKind::Section;
    const QString label = own ? submission->department.name : submission->subject.name;
    return {submission->subject.code, label, {submission}};
}

/// One column for each value that keyOf gives, in the order of first appearance
template <class Key> QList<ComparisonColumn> grouped(const Submissions &submissions, Key keyOf)
{
    QList<ComparisonColumn> columns;
    for (const auto &submission : submissions) {
        const QString key = keyOf(*submission);
        const auto found = std::find_if(columns.begin(), columns.end(),
                                        [&](const ComparisonColumn &column) { return column.key == key; });
        if (found == columns.end()) {
            columns << ComparisonColumn{key, key, {submission}};
        } else {
            found->submissions << submission;
        }
    }
    return columns;
}

Submissions ofDepartments(const Submissions &submissions, const QStringList &departments)
{
    Submissions kept;
    for (const auto &submission : submissions) {
        if (departments.isEmpty() || departments.contains(submission->department.code)
            || departments.contains(submission->subject.code)) {
            kept << submission;
        }
    }
    return kept;
}

} // namespace

std::optional<CompareRequest::By> compareByFromCode(const QString &code)
{
    for (const auto by : {CompareRequest::By::Department, CompareRequest::By::Year, CompareRequest::By::Revision,
                          CompareRequest::By::City}) {
        if (codeOf(by) == code) {
            return by;
        }
    }
    return std::nullopt;
}

Result<Submissions> CompareSubmissions::read(const RegistryFilter &filter, const QStringList &departments)
{
    Submissions submissions;
    Status broken;
    const Status visited =
        m_repository.forEachSubmission(filter, [&](const RegistryEntry &entry, const QByteArray &json) {
            Reading<Submission> submission = readSubmission(json, entry.fileName);
            if (submission) {
                submissions << std::make_shared<const Submission>(*std::move(submission.value));
            } else {
                broken = fail(ErrorCode::StoreCorrupt, entry.fileName);
            }
        });
    if (!visited || !broken) {
        return visited ? fail(broken) : fail(visited);
    }
    for (const QString &code : departments) {
        if (ofDepartments(submissions, {code}).isEmpty()) {
            return fail(ErrorCode::UnknownDepartment, code);
        }
    }
    return submissions;
}

Result<Submissions> CompareSubmissions::submissions(const QString &checklist, FiscalYear year, int round)
{
    RegistryFilter filter;
    filter.fiscalYear = year;
    filter.round = round;
    filter.checklist = checklist;
    filter.isLatestOnly = true;
    return read(filter, {});
}

Result<Succession> CompareSubmissions::succession()
{
    if (!m_organisation) {
        Result<Organisation> kept = OrganisationRepository(m_registry).organisation();
        if (!kept) {
            return fail(kept);
        }
        m_organisation = *std::move(kept);
    }
    return Succession(m_organisation->units);
}

/// Years: a department is meant together with those that it continues or that continue it, as far as they are there.
Result<CompareRequest> CompareSubmissions::withRelatives(CompareRequest request, const Succession &succession)
{
    RegistryFilter filter;
    filter.checklist = request.checklist;
    const Result<QList<RegistryEntry>> entries = m_repository.entries(filter);
    if (!entries) {
        return fail(entries);
    }
    QSet<QString> held;
    for (const RegistryEntry &entry : *entries) {
        held << entry.department.code << entry.subject.code;
    }
    QStringList meant;
    for (const QString &code : std::as_const(request.departments)) {
        QStringList relatives = succession.membersOf(code);
        relatives.removeIf([&](const QString &relative) { return !held.contains(relative); });
        meant << (relatives.isEmpty() ? QStringList{code} : relatives);
    }
    meant.removeDuplicates();
    request.departments = meant;
    return request;
}

/// Two rounds side by side in one column would compare nothing: only years are laid beside each other.
Result<CompareRequest> CompareSubmissions::narrowed(CompareRequest request)
{
    if (request.year && request.round) {
        return request;
    }
    RegistryFilter filter;
    filter.checklist = request.checklist;
    filter.fiscalYear = request.year;
    filter.round = request.round;
    const Result<QList<RegistryEntry>> entries = m_repository.entries(filter);
    if (!entries) {
        return fail(entries);
    }
    if (!entries->isEmpty()) { // by year, then round
        request.year = entries->last().fiscalYear;
        request.round = entries->last().round;
    }
    return request;
}

Result<QList<ComparisonColumn>> CompareSubmissions::columns(const CompareRequest &request)
{
    RegistryFilter filter;
    filter.checklist = request.checklist;
    filter.round = request.round;
    filter.isLatestOnly = request.by != CompareRequest::By::Revision;
    if (request.by != CompareRequest::By::Year) {
        filter.fiscalYear = request.year;
    }
    if (request.departments.size() == 1 && request.by != CompareRequest::By::City) {
        filter.department = request.departments.first();
    }
    const Result<Submissions> all = read(filter, request.departments);
    if (!all) {
        return fail(all);
    }
    const Submissions chosen = ofDepartments(*all, request.departments);
    QList<ComparisonColumn> columns;
    switch (request.by) {
    case CompareRequest::By::Department:
        for (const auto &submission : chosen) {
            columns << columnOf(submission);
        }
        return columns;
    case CompareRequest::By::Revision:
        return grouped(chosen, [](const Submission &one) { return QStringLiteral("r%1").arg(one.revision); });
    case CompareRequest::By::City:
        if (!request.departments.isEmpty()) {
            for (const auto &submission : chosen) {
                columns << columnOf(submission);
            }
        }
        columns << ComparisonColumn{QStringLiteral("city"), QStringLiteral("全庁"), *all};
        return columns;
    case CompareRequest::By::Year:
        break;
    }
    Submissions inYears;
    for (const auto &submission : chosen) {
        if (request.years.isEmpty() || request.years.contains(submission->fiscalYear)) {
            inYears << submission;
        }
    }
    return grouped(inYears, [](const Submission &one) { return QString::number(one.fiscalYear.startYear()); });
}

Result<Comparison> CompareSubmissions::compare(const CompareRequest &request)
{
    const QList<Checklist> editions = m_set.editionsOf(request.checklist);
    if (editions.isEmpty()) {
        return fail(ErrorCode::UnknownChecklist, request.checklist);
    }
    const Result<Succession> lines = succession();
    if (!lines) {
        return fail(lines);
    }
    const Result<CompareRequest> narrow =
        request.by == CompareRequest::By::Year ? withRelatives(request, *lines) : narrowed(request);
    const Result<QList<ComparisonColumn>> chosen =
        narrow ? columns(*narrow) : Result<QList<ComparisonColumn>>(fail(narrow));
    if (!chosen) {
        return fail(chosen);
    }
    return tenken::compare(codeOf(request.by), editions, *chosen, *lines);
}

} // namespace tenken
