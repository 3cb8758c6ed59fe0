#include "cli/commands/registry_status_commands.h"

#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/registry_session.h"
#include "cli/verification_json.h"
#include "cli/written_file.h"
#include "wording/formality_words.h"
#include "wording/placeholders.h"
#include "workflow/audit/read_formality_signs.h"
#include "workflow/program_data.h"
#include "workflow/registry/missing_list.h"
#include "workflow/registry/round_status.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace tenken::cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::cli::RegistryStatusCommands)
};

QString text(const Arguments &arguments, const char *name) { return arguments.value(QString::fromLatin1(name)); }

Result<RoundStatus> readStatus(const Session &session, const Arguments &arguments)
{
    const auto opened = RegistrySession::open(session, arguments, OpenOptions::Mode::MustExist);
    if (!opened) {
        return fail(opened);
    }
    const Result<RegistryFilter> filter = filterOf(arguments);
    if (!filter) {
        return fail(filter);
    }
    const Result<Organisation> organisation = organisationOf(arguments);
    if (!organisation) {
        return fail(organisation);
    }
    return ReadRoundStatus((*opened)->registry(), (*opened)->checklists())
        .read(*filter->fiscalYear, filter->round.value_or(1), *organisation);
}

int status(const Session &session, const Arguments &arguments)
{
    const Result<RoundStatus> status = readStatus(session, arguments);
    if (!status) {
        return failWithoutRound(session, status.error());
    }
    const auto missing = static_cast<int>(status->missing().size());
    session.console.say(Words::tr("%1 expected, %2 submitted, %3 approved, %4 missing, %5 files refused.")
                            .arg(status->rows.size())
                            .arg(status->submitted)
                            .arg(status->approved)
                            .arg(missing)
                            .arg(status->refused));
    if (session.console.isJson()) {
        const bool due = status->due.isValid();
        const QDate today = session.clock.today();
        session.console.document(QJsonObject{
            {QStringLiteral("fiscalYear"), status->fiscalYear.startYear()},
            {QStringLiteral("round"), status->round},
            {QStringLiteral("expected"), static_cast<int>(status->rows.size())},
            {QStringLiteral("submitted"), status->submitted},
            {QStringLiteral("approved"), status->approved},
            {QStringLiteral("missing"), missing},
            {QStringLiteral("refused"), status->refused},
            {QStringLiteral("due"), due ? QJsonValue(status->due.toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("daysToDue"), due ? QJsonValue(today.daysTo(status->due)) : QJsonValue(QJsonValue::Null)},
        });
    }
    return Done;
}

void tellMissing(const Session &session, const RoundStatus &status)
{
    QJsonArray rows;
    for (const Round::Expected &expected : status.missing()) {
        rows << QJsonObject{
            {QStringLiteral("department"), departmentJson(expected.departmentCode, expected.departmentName)},
            {QStringLiteral("checklist"), expected.checklist},
            {QStringLiteral("subject"), subjectJson(expected.subject)}};
        session.console.say(
            QStringLiteral("%1  %2  %3  %4")
                .arg(expected.departmentCode, expected.departmentName, expected.checklist,
                     expected.subject.code == expected.departmentCode ? QString() : expected.subject.name)
                .trimmed());
    }
    if (session.console.isJson()) {
        session.console.document(rows);
    }
}

/// --format csv or reminder, as the file or standard output has it
Result<QByteArray> missingAs(const QString &format, const RoundStatus &status, const QDate &today)
{
    if (format == u"csv") {
        return missingCsv(status);
    }
    const Result<EraTable> eras = ProgramData::eras();
    if (!eras) {
        return fail(eras);
    }
    return missingReminder(status, today, *eras).toUtf8();
}

int missing(const Session &session, const Arguments &arguments)
{
    const QString format = text(arguments, "format");
    const QString out = text(arguments, "out");
    const bool isFile = format == u"csv" || format == u"reminder";
    if ((!isFile && arguments.has(QStringLiteral("format"))) || (!isFile && !out.isEmpty())
        || (isFile && session.console.isJson() && out.isEmpty())) { // --json wants standard output for its document
        return session.console.fail({ErrorCode::Usage, QStringLiteral("--format %1").arg(format), {}});
    }
    const Result<RoundStatus> status = readStatus(session, arguments);
    if (!status) {
        return failWithoutRound(session, status.error());
    }
    if (!isFile) {
        tellMissing(session, *status);
        return Done;
    }
    const Result<QByteArray> content = missingAs(format, *status, session.clock.today());
    return content ? writeResult(session, *content, out) : session.console.fail(content.error());
}

QJsonObject signsJson(const SubmissionSigns &one)
{
    const Submission &submission = *one.submission;
    QJsonArray signs;
    for (const FormalitySign &sign : one.signs) {
        signs << QJsonObject{{QStringLiteral("sign"), toCode(sign.kind)},
                             {QStringLiteral("value"), sign.value},
                             {QStringLiteral("of"), sign.of},
                             {QStringLiteral("threshold"), sign.threshold}};
    }
    return {{QStringLiteral("department"), departmentJson(submission.department.code, submission.department.name)},
            {QStringLiteral("checklist"), submission.checklist},
            {QStringLiteral("subject"), subjectJson(submission.subject)},
            {QStringLiteral("submission"), submission.id.toString(QUuid::WithoutBraces)},
            {QStringLiteral("signs"), signs}};
}

int signs(const Session &session, const Arguments &arguments)
{
    const auto opened = RegistrySession::open(session, arguments, OpenOptions::Mode::MustExist);
    if (!opened) {
        return session.console.fail(opened.error());
    }
    const Result<RegistryFilter> filter = filterOf(arguments);
    if (!filter) {
        return session.console.fail(filter.error());
    }
    const QString checklist = arguments.has(QStringLiteral("checklist"))
        ? text(arguments, "checklist")
        : (*opened)->checklists().idFor(SubjectKind::Section);
    const Result<QList<SubmissionSigns>> found = ReadFormalitySigns((*opened)->checklists(), (*opened)->registry())
                                                     .read(checklist, *filter->fiscalYear, filter->round.value_or(1));
    if (!found) {
        return session.console.fail(found.error());
    }
    QJsonArray rows;
    for (const SubmissionSigns &one : *found) {
        rows << signsJson(one);
        session.console.say(QStringLiteral("%1  %2").arg(one.submission->subject.code,
                                                         wording::shownName(one.submission->subject.name)));
        for (const FormalitySign &sign : one.signs) {
            session.console.say(QStringLiteral("    %1: %2").arg(wording::word(sign.kind), wording::sentence(sign)));
        }
    }
    session.console.say(Words::tr("%1 submissions show a sign. Signs help to choose whom to visit; they say nothing "
                                  "of how well a department does.")
                            .arg(found->size()));
    if (session.console.isJson()) {
        session.console.document(rows);
    }
    return Done;
}

} // namespace

QList<Command> registryStatusCommands()
{
    const QList<Option> which{required("registry", "REG"), required("year", "YEAR"), optional("round", "N"),
                              optional("org", "ORG.csv"), optional("systems", "SYSTEMS.csv")};
    return {
        {QStringLiteral("registry status"), {}, 0, 0, which, status},
        {QStringLiteral("registry missing"),
         {},
         0,
         0,
         which + QList<Option>{optional("format", "csv|reminder"), optional("out", "FILE")},
         missing},
        {QStringLiteral("registry signs"),
         {},
         0,
         0,
         {required("registry", "REG"), required("year", "YEAR"), optional("round", "N"), optional("checklist", "ID")},
         signs},
    };
}

} // namespace tenken::cli
