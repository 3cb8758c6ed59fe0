#include "workflow/registry/compare_submissions.h"

#include "exchange/submission_json.h"
#include "storage/answer_sheets.h"
#include "storage/organisation_repository.h"

#include <QThreadPool>
#include <QtConcurrent>

#include <algorithm>
#include <utility>

namespace tenken {

namespace {

/// One submission on its way from the registry
struct Sheaf {
    QString fileName;
    QByteArray json;
    std::shared_ptr<const Submission> submission;
};

/// Of its own: who waits for these may hold a thread of the common pool, and none might be left to do the work.
QThreadPool &readers()
{
    static QThreadPool pool;
    return pool;
}

void understand(Sheaf &sheaf)
{
    if (Reading<Submission> submission = readSubmission(sheaf.json, sheaf.fileName, Spelling::WasCompared)) {
        sheaf.submission = std::make_shared<const Submission>(*std::move(submission.value));
    }
    sheaf.json.clear();
}

QFuture<Result<SubmissionList>> understood(QList<Sheaf> read)
{
    const auto sheaves = std::make_shared<QList<Sheaf>>(std::move(read));
    return QtConcurrent::map(&readers(), *sheaves, understand).then([sheaves]() -> Result<SubmissionList> {
        SubmissionList submissions;
        for (const Sheaf &sheaf : std::as_const(*sheaves)) {
            if (!sheaf.submission) {
                return fail(ErrorCode::StoreCorrupt, sheaf.fileName);
            }
            submissions << sheaf.submission;
        }
        return submissions;
    });
}

} // namespace

Result<SubmissionList> CompareSubmissions::sheets(const CompareRequest &request)
{
    RegistryFilter filter;
    filter.checklist = request.checklist;
    filter.round = request.round;
    filter.isLatestOnly = request.by != CompareBy::Revision;
    if (request.by != CompareBy::Year) {
        filter.fiscalYear = request.year;
    }
    SubmissionList sheets;
    const Status read = forEachAnswerSheet(m_registry, filter, [&](const Submission &sheet) {
        sheets << std::make_shared<const Submission>(sheet);
        return !m_progress || m_progress(static_cast<int>(sheets.size()));
    });
    return read ? Result<SubmissionList>(sheets) : fail(read);
}

Result<SubmissionList> CompareSubmissions::submissions(const QString &checklist, FiscalYear year, int round)
{
    RegistryFilter filter;
    filter.fiscalYear = year;
    filter.round = round;
    filter.checklist = checklist;
    filter.isLatestOnly = true;
    QList<Sheaf> sheaves;
    bool isCancelled = false;
    const Status visited =
        m_repository.forEachSubmission(filter, [&](const RegistryEntry &entry, const QByteArray &json) {
            isCancelled = isCancelled || (m_progress && !m_progress(static_cast<int>(sheaves.size()) + 1));
            if (!isCancelled) {
                sheaves << Sheaf{entry.fileName, json, {}};
            }
        });
    if (!visited || isCancelled) {
        return visited ? fail(ErrorCode::Cancelled) : fail(visited);
    }
    return understood(std::move(sheaves)).result();
}

QFuture<Result<SubmissionList>> CompareSubmissions::whole(const SubmissionList &sheets)
{
    QList<Sheaf> sheaves;
    for (const auto &sheet : sheets) {
        const Result<QByteArray> json = m_repository.submissionJson(sheet->id);
        if (!json) {
            return QtFuture::makeReadyFuture(Result<SubmissionList>(fail(json)));
        }
        sheaves << Sheaf{fileNameOf(*sheet), *json, {}};
    }
    return understood(std::move(sheaves));
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
    Result<SubmissionList> all = sheets(request);
    if (!all) {
        return fail(all);
    }
    for (const QString &code : request.departments) {
        if (ofDepartments(*all, {code}).isEmpty()) {
            return fail(ErrorCode::UnknownDepartment, code);
        }
    }
    if (request.by == CompareBy::Year && !request.years.isEmpty()) {
        const auto isOther = [&](const auto &submission) { return !request.years.contains(submission->fiscalYear); };
        all->erase(std::remove_if(all->begin(), all->end(), isOther), all->end());
    }
    return comparisonColumns(request.by, *all, request.departments);
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
        request.by == CompareBy::Year ? withRelatives(request, *lines) : narrowed(request);
    const Result<QList<ComparisonColumn>> chosen =
        narrow ? columns(*narrow) : Result<QList<ComparisonColumn>>(fail(narrow));
    if (!chosen) {
        return fail(chosen);
    }
    return tenken::compare(toCode(request.by), editions, *chosen, *lines);
}

} // namespace tenken
