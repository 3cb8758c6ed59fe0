#include "cli/commands/registry_commands.h"

#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/registry_session.h"
#include "cli/verification_json.h"
#include "exchange/round_file.h"
#include "storage/organisation_repository.h"
#include "storage/round_repository.h"
#include "wording/answer_words.h"
#include "wording/diagnostic_words.h"
#include "wording/placeholders.h"
#include "workflow/files.h"
#include "workflow/press.h"
#include "workflow/registry/import_submissions.h"
#include "workflow/registry/issue_receipts.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace tenken::cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::cli::RegistryCommands)
};

QString text(const Arguments &arguments, const char *name) { return arguments.value(QString::fromLatin1(name)); }

QString idOf(const QUuid &id) { return id.toString(QUuid::WithoutBraces); }

Result<std::optional<Round>> roundFileOf(const Arguments &arguments)
{
    const QString path = text(arguments, "round-file");
    if (path.isEmpty()) {
        return std::optional<Round>();
    }
    constexpr qint64 largest = 16 << 20;
    const Result<QByteArray> content = readFile(path, largest);
    if (!content) {
        return fail(content);
    }
    Reading<Round> round = readRound(*content, path);
    if (!round) {
        return fail(ErrorCode::InvalidContent, path, wording::located(round.problems.value(0)));
    }
    return std::optional(*std::move(round.value));
}

QJsonObject importJson(const ImportResult &result)
{
    QJsonArray reasons;
    for (const Reason reason : result.reasons) {
        reasons << toCode(reason);
    }
    if (result.outcome == ImportOutcome::Refused && reasons.isEmpty()) {
        reasons << toCode(result.verdict);
    }
    return {{QStringLiteral("file"), result.file},
            {QStringLiteral("result"), toCode(result.outcome)},
            {QStringLiteral("reasons"), reasons},
            {QStringLiteral("submission"),
             result.submission.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(idOf(result.submission))}};
}

int tellImport(const Session &session, const QList<ImportResult> &results)
{
    QHash<ImportOutcome, int> counts;
    QJsonArray files;
    for (const ImportResult &result : results) {
        ++counts[result.outcome];
        files << importJson(result);
        const QString refusal = wording::refusal(result);
        session.console.say(QStringLiteral("%1  %2%3")
                                .arg(wording::word(result.outcome), wording::shownName(result.file),
                                     refusal.isEmpty() ? QString() : QStringLiteral("\n    ") + refusal));
    }
    const int refused = counts.value(ImportOutcome::Refused);
    session.console.say(Words::tr("%1 imported, %2 already there, %3 refused.")
                            .arg(counts.value(ImportOutcome::Imported))
                            .arg(counts.value(ImportOutcome::AlreadyThere))
                            .arg(refused));
    if (session.console.isJson()) {
        session.console.document(
            QJsonObject{{QStringLiteral("imported"), counts.value(ImportOutcome::Imported)},
                        {QStringLiteral("alreadyThere"), counts.value(ImportOutcome::AlreadyThere)},
                        {QStringLiteral("refused"), refused},
                        {QStringLiteral("files"), files}});
    }
    return refused > 0 ? Negative : Done;
}

/// What the import is told besides the files: kept in the registry before the first file is taken
Status keepRoundAndOrganisation(Registry &registry, const std::optional<Round> &round, const Organisation &organisation)
{
    if (round) {
        if (const Status saved = RoundRepository(registry.database()).saveRound(*round); !saved) {
            return saved;
        }
    }
    const bool isGiven = !organisation.units.isEmpty() || !organisation.systems.isEmpty();
    return isGiven ? OrganisationRepository(registry).saveOrganisation(organisation) : Status();
}

int import(const Session &session, const Arguments &arguments)
{
    Result<TrustPolicy> trust = trustOf(arguments);
    if (!trust) {
        return session.console.fail(trust.error());
    }
    const Result<std::optional<Round>> round = roundFileOf(arguments);
    const Result<Organisation> organisation = organisationOf(arguments);
    if (!round || !organisation) {
        return session.console.fail(round ? organisation.error() : round.error());
    }
    for (const QString &path : arguments.positionals) {
        if (!QFileInfo::exists(path)) {
            return session.console.fail({ErrorCode::FileNotFound, path, {}});
        }
    }
    const auto opened = RegistrySession::open(session, arguments, OpenOptions::Mode::CreateIfAbsent);
    if (!opened) {
        return session.console.fail(opened.error());
    }
    RegistrySession &registry = **opened;
    if (const Status kept = keepRoundAndOrganisation(registry.registry(), *round, *organisation); !kept) {
        return session.console.fail(kept.error());
    }
    ImportSubmissions importing(registry.registry(), registry.checklists(), *std::move(trust));
    if (*round) {
        importing.setRound(**round);
    }
    importing.setKeepsPdfs(!arguments.has(QStringLiteral("by-reference")));
    const auto progress = [&](int done, int total) {
        session.console.warn(Words::tr("%1 of %2 files").arg(done).arg(total));
        return true;
    };
    const Result<QList<ImportResult>> results = importing.import(arguments.positionals, progress);
    return results ? tellImport(session, *results) : session.console.fail(results.error());
}

QJsonObject entryJson(const RegistryEntry &entry)
{
    return {
        {QStringLiteral("submission"), idOf(entry.submission)},
        {QStringLiteral("inspection"), idOf(entry.inspection)},
        {QStringLiteral("sha256"), entry.sha256},
        {QStringLiteral("checklist"), entry.checklist},
        {QStringLiteral("edition"), entry.edition},
        {QStringLiteral("subject"), subjectJson(entry.subject)},
        {QStringLiteral("department"), departmentJson(entry.department.code, entry.department.name)},
        {QStringLiteral("fiscalYear"), entry.fiscalYear.startYear()},
        {QStringLiteral("round"), entry.round},
        {QStringLiteral("revision"), entry.revision},
        {QStringLiteral("state"), entry.approved ? QStringLiteral("approved") : QStringLiteral("signed")},
        {QStringLiteral("latest"), entry.latest},
        {QStringLiteral("importedAt"), toIso(entry.importedAt)},
    };
}

/// --org and --systems narrow the list to what they name
bool isMeant(const RegistryEntry &entry, const Organisation &organisation)
{
    if (organisation.units.isEmpty() && organisation.systems.isEmpty()) {
        return true;
    }
    const auto isSubject = [&](const InformationSystem &system) { return system.code == entry.subject.code; };
    return organisation.find(entry.department.code)
        || (entry.subject.kind == SubjectKind::System
            && std::any_of(organisation.systems.begin(), organisation.systems.end(), isSubject));
}

int list(const Session &session, const Arguments &arguments)
{
    const auto opened = RegistrySession::open(session, arguments, OpenOptions::Mode::MustExist);
    if (!opened) {
        return session.console.fail(opened.error());
    }
    const Result<RegistryFilter> filter = filterOf(arguments);
    const Result<Organisation> organisation = organisationOf(arguments);
    if (!filter || !organisation) {
        return session.console.fail(filter ? organisation.error() : filter.error());
    }
    const Result<QList<RegistryEntry>> entries = RegistryRepository((*opened)->registry()).entries(*filter);
    if (!entries) {
        return session.console.fail(entries.error());
    }
    QJsonArray rows;
    for (const RegistryEntry &entry : *entries) {
        if (!isMeant(entry, *organisation)) {
            continue;
        }
        rows << entryJson(entry);
        session.console.say(QStringLiteral("%1-%2  %3  %4  r%5  %6")
                                .arg(entry.fiscalYear.startYear())
                                .arg(entry.round)
                                .arg(entry.checklist, wording::shownName(entry.subject.name))
                                .arg(entry.revision)
                                .arg(wording::shownName(entry.department.name)));
    }
    if (session.console.isJson()) {
        session.console.document(rows);
    }
    return Done;
}

int receipt(const Session &session, const Arguments &arguments)
{
    const auto opened = RegistrySession::open(session, arguments, OpenOptions::Mode::MustExist);
    if (!opened) {
        return session.console.fail(opened.error());
    }
    const Result<RegistryFilter> filter = filterOf(arguments);
    const Result<std::unique_ptr<Signer>> signer = signerOf(arguments);
    if (!filter || !signer) {
        return session.console.fail(filter ? signer.error() : filter.error());
    }
    const Result<Press> press = openPress();
    if (!press) {
        return session.console.fail(press.error());
    }
    const SigningAct act{signer->get(), Role::Division, {}, authorOf(arguments), session.clock.now(), nullptr};
    const Result<QStringList> files = IssueReceipts((*opened)->registry(), *press)
                                          .issue(*filter->fiscalYear, filter->round, act, text(arguments, "out"));
    if (!files) {
        return session.console.fail(files.error());
    }
    for (const QString &file : *files) {
        session.console.say(file);
    }
    if (session.console.isJson()) {
        session.console.document(QJsonObject{{QStringLiteral("files"), QJsonArray::fromStringList(*files)}});
    }
    return Done;
}

} // namespace

QList<Command> registryCommands()
{
    const QList<Option> which{required("registry", "REG"), required("year", "YEAR"), optional("round", "N")};
    const QList<Option> expected{optional("org", "ORG.csv"), optional("systems", "SYSTEMS.csv")};
    const QList<Option> listed{required("registry", "REG"), optional("year", "YEAR"), optional("round", "N")};
    return {
        {QStringLiteral("registry import"), QStringLiteral("PATH…"), 1, -1,
         QList<Option>{required("registry", "REG")} + trustOptions(true)
             + QList<Option>{optional("round-file", "FILE"), flag("by-reference")} + expected,
         import},
        {QStringLiteral("registry list"), {}, 0, 0, listed + expected, list},
        {QStringLiteral("registry receipt"),
         {},
         0,
         0,
         which + signerOptions() + QList<Option>{required("out", "DIR")},
         receipt},
    };
}

} // namespace tenken::cli
