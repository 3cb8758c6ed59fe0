#include "core/clock.h"
#include "core/score.h"
#include "exchange/canonical_json.h"
#include "exchange/round_file.h"
#include "storage/organisation_repository.h"
#include "storage/round_repository.h"
#include "workflow/demo/demo_city.h"
#include "workflow/files.h"
#include "workflow/registry/import_submissions.h"
#include "workflow/registry/make_reports.h"

#include <QJsonArray>
#include <QJsonObject>

namespace tenken {

// What the division does with the demo city's submissions: import, report, count.

namespace {

QJsonObject countsJson(const Counts &counts)
{
    return {{QStringLiteral("target"), counts.target()},
            {QStringLiteral("answered"), counts.answered()},
            {QStringLiteral("effective"), counts.effective()},
            {QStringLiteral("yes"), counts.yes},
            {QStringLiteral("partial"), counts.partial},
            {QStringLiteral("no"), counts.no},
            {QStringLiteral("unknown"), counts.unknown},
            {QStringLiteral("na"), counts.na},
            {QStringLiteral("blank"), counts.blank}};
}

} // namespace

Status DemoCity::importAll(const Progress &progress)
{
    const FixedClock clock(importTime());
    Result<std::unique_ptr<Registry>> registry = Registry::open(path(QStringLiteral("registry.db")), clock);
    if (!registry) {
        return fail(registry);
    }
    if (const Status kept = OrganisationRepository(**registry).saveOrganisation(m_organisation); !kept) {
        return kept;
    }
    for (const Round &round : m_rounds) {
        if (const Status saved = RoundRepository((*registry)->database()).saveRound(round); !saved) {
            return saved;
        }
        ImportSubmissions importing(**registry, m_set, m_trust);
        importing.setRound(round);
        const Result<QList<ImportResult>> results =
            importing.import({path(submissionFolder(round.fiscalYear))}, [&](int done, int total) {
                return !progress || progress(Step::Import, round.fiscalYear, done, total);
            });
        if (!results) {
            return fail(results);
        }
        for (const ImportResult &result : *results) {
            if (result.outcome != ImportOutcome::Imported) {
                return fail(ErrorCode::NotAccepted, result.file, toCode(result.verdict));
            }
            ++m_outcome.imported;
        }
    }
    return writeReports(**registry);
}

Status DemoCity::writeReports(Registry &registry)
{
    const Round &round = m_rounds.last();
    MakeReports reports(m_set, registry, m_press);
    SigningAct act;
    act.signer = m_division.get();
    act.role = Role::Division;
    act.author = {QStringLiteral("情報政策課長"), {}};
    act.at = registry.clock().now();
    reports.setAuthor(signingAuthor(act));
    Result<MakeReports::Report> made[] = {
        reports.committee(round.checklists.first().id, round.fiscalYear, round.number, act.at),
        reports.submissionStatus(round.fiscalYear, round.number, act.at)};
    const QString names[] = {QStringLiteral("committee"), QStringLiteral("submission-status")};
    for (size_t i = 0; i < std::size(made); ++i) {
        if (!made[i]) {
            return fail(made[i]);
        }
        const QString name =
            QStringLiteral("reports/%1-%2_%3.pdf").arg(round.fiscalYear.startYear()).arg(round.number).arg(names[i]);
        const Result<QByteArray> pdf = reports.toPdf(*std::move(made[i]), act, name);
        if (!pdf) {
            return fail(pdf);
        }
        if (const Status written = writeFile(path(name), *pdf); !written) {
            return written;
        }
        m_outcome.reports << path(name);
    }
    return {};
}

Status DemoCity::writeSummary()
{
    QJsonArray rounds;
    for (const Round &round : m_rounds) {
        const Checklist *checklist = m_set.find(round.checklists.first().id, round.checklists.first().edition);
        Counts total;
        QJsonArray departments;
        for (const Submission &submission : m_submissions[round.fiscalYear.startYear()]) {
            const Score score = scoreOf(scoreRows(*checklist, submission));
            total += score.counts;
            departments << QJsonObject{{QStringLiteral("department"), submission.department.code},
                                       {QStringLiteral("submission"), submission.id.toString(QUuid::WithoutBraces)},
                                       {QStringLiteral("file"), fileNameOf(submission)},
                                       {QStringLiteral("red"), QJsonArray::fromStringList(score.red)},
                                       {QStringLiteral("counts"), countsJson(score.counts)}};
            if (&round == &m_rounds.last()) {
                m_outcome.scores << qMakePair(submission.department.name,
                                              formatShare(score.counts.yes, score.counts.effective()));
            }
        }
        rounds << QJsonObject{{QStringLiteral("fiscalYear"), round.fiscalYear.startYear()},
                              {QStringLiteral("round"), round.number},
                              {QStringLiteral("checklist"), checklist->id},
                              {QStringLiteral("edition"), checklist->edition},
                              {QStringLiteral("submissions"), static_cast<int>(departments.size())},
                              {QStringLiteral("counts"), countsJson(total)},
                              {QStringLiteral("departments"), departments}};
    }
    const QJsonObject summary{{QStringLiteral("format"), QStringLiteral("tenken.demo/1")},
                              {QStringLiteral("seed"), static_cast<int>(m_request.seed)},
                              {QStringLiteral("departments"), static_cast<int>(m_organisation.units.size())},
                              {QStringLiteral("years"), m_request.years},
                              {QStringLiteral("imported"), m_outcome.imported},
                              {QStringLiteral("rounds"), rounds}};
    return writeFile(path(QStringLiteral("summary.json")), canonicalJson(summary) + '\n');
}

} // namespace tenken
