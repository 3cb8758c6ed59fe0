#include "cli/commands/inspection_commands.h"

#include "cli/commands/inspection_answers.h"
#include "cli/exit_code.h"
#include "cli/inspection_json.h"
#include "cli/options.h"
#include "cli/store_session.h"
#include "cli/verification_json.h"
#include "core/score.h"
#include "wording/answer_words.h"
#include "workflow/change_profile.h"
#include "workflow/start_inspection.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace tenken::cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::cli::InspectionCommands)
};

QString text(const Arguments &arguments, const char *name) { return arguments.value(QString::fromLatin1(name)); }

int applicableCount(const Checklist &checklist, const Inspection &inspection)
{
    return static_cast<int>(checklist.applicableItems(inspection.profile.set(), inspection.department.body).size());
}

Result<StartRequest> startRequest(const Arguments &arguments)
{
    StartRequest request;
    request.checklist = text(arguments, "checklist");
    const Result<int> year = arguments.number(QStringLiteral("year"), 0, 1900);
    const Result<int> round = arguments.number(QStringLiteral("round"), 1, 1);
    if (!year || !round) {
        return fail(year ? round.error() : year.error());
    }
    request.year = FiscalYear(*year);
    request.round = *round;
    request.department = {text(arguments, "department"), text(arguments, "department-name"), {}, Body::Mayor};
    if (arguments.has(QStringLiteral("body"))) {
        const std::optional<Body> body = bodyFromCode(text(arguments, "body"));
        if (!body) {
            return fail(ErrorCode::InvalidValue, text(arguments, "body"));
        }
        request.department.body = *body;
    }
    request.subject.code = text(arguments, "subject");
    request.subject.name = text(arguments, "subject-name");
    request.flags = arguments.list(QStringLiteral("profile"));
    request.who = text(arguments, "who");
    return request;
}

int start(const Session &session, const Arguments &arguments)
{
    const Result<StartRequest> request = startRequest(arguments);
    if (!request) {
        return session.console.fail(request.error());
    }
    const auto opened = StoreSession::open(session, arguments, OpenOptions::Mode::CreateIfAbsent);
    if (!opened) {
        return session.console.fail(opened.error());
    }
    StoreSession &store = **opened;
    const Result<Inspection> inspection = StartInspection(store.checklists(), store.repository()).start(*request);
    if (!inspection) {
        return session.console.fail(inspection.error());
    }
    const QString id = inspection->id.toString(QUuid::WithoutBraces);
    const Checklist *checklist = store.checklists().find(inspection->checklist, inspection->edition);
    if (session.console.isJson()) {
        session.console.document(QJsonObject{{QStringLiteral("inspection"), id},
                                             {QStringLiteral("state"), toCode(inspection->state)},
                                             {QStringLiteral("applicable"), applicableCount(*checklist, *inspection)}});
    } else {
        session.console.say(id);
    }
    return Done;
}

int profile(const Session &session, const Arguments &arguments)
{
    const auto opened = StoreSession::open(session, arguments);
    if (!opened) {
        return session.console.fail(opened.error());
    }
    StoreSession &store = **opened;
    const Result<Inspection> before = store.inspection(arguments);
    if (!before) {
        return session.console.fail(before.error());
    }
    const Result<Inspection> inspection = ChangeProfile(store.checklists().policy, store.repository())
                                              .change(before->id, arguments.list(QStringLiteral("flags")),
                                                      text(arguments, "reason"), text(arguments, "who"));
    if (!inspection) {
        return session.console.fail(inspection.error());
    }
    const Result<const Checklist *> checklist = store.checklistOf(*inspection);
    if (!checklist) {
        return session.console.fail(checklist.error());
    }
    const int applicable = applicableCount(**checklist, *inspection);
    session.console.say(Words::tr("Profile saved: %1 items apply.").arg(applicable));
    if (session.console.isJson()) {
        session.console.document(
            QJsonObject{{QStringLiteral("inspection"), inspection->id.toString(QUuid::WithoutBraces)},
                        {QStringLiteral("flags"), QJsonArray::fromStringList(inspection->profile.flags)},
                        {QStringLiteral("applicable"), applicable}});
    }
    return Done;
}

int status(const Session &session, const Arguments &arguments)
{
    const Result<OpenInspection> opened = openInspection(session, arguments);
    if (!opened) {
        return session.console.fail(opened.error());
    }
    const Inspection &inspection = opened->inspection;
    const Checklist &checklist = *opened->checklist;
    const Score score = scoreOf(scoreRows(checklist, inspection));
    session.console.say(QStringLiteral("%1  %2  %3  %4")
                            .arg(inspection.subject.name, wording::word(inspection.state),
                                 formatShare(score.counts.yes, score.counts.effective()),
                                 wording::word(score.judgement)));
    session.console.say(Words::tr("%1 of %2 items answered.").arg(score.counts.answered()).arg(score.counts.target()));
    if (session.console.isJson()) {
        session.console.document(statusJson(inspection, checklist, opened->store->checklists().policy));
    }
    return Done;
}

int check(const Session &session, const Arguments &arguments)
{
    const Result<OpenInspection> opened = openInspection(session, arguments);
    if (!opened) {
        return session.console.fail(opened.error());
    }
    const Inspection &inspection = opened->inspection;
    const Checklist &checklist = *opened->checklist;
    const QList<Problem> problems = problemsOf(checklist, inspection);
    for (const Problem &problem : problems) {
        session.console.say(QStringLiteral("%1  %2").arg(problem.item, wording::sentence(problem.code)));
    }
    if (problems.isEmpty()) {
        session.console.say(Words::tr("Everything is answered. The inspection can be signed."));
    }
    if (session.console.isJson()) {
        session.console.document(checkJson(problems));
    }
    return problems.isEmpty() ? Done : Negative;
}

int list(const Session &session, const Arguments &arguments)
{
    const auto opened = StoreSession::open(session, arguments);
    if (!opened) {
        return session.console.fail(opened.error());
    }
    const Result<QList<InspectionSummary>> summaries = (*opened)->repository().list();
    if (!summaries) {
        return session.console.fail(summaries.error());
    }
    QJsonArray rows;
    for (const InspectionSummary &summary : *summaries) {
        const QString id = summary.inspection.toString(QUuid::WithoutBraces);
        session.console.say(QStringLiteral("%1  %2 %3-%4  %5  %6")
                                .arg(id, summary.checklist)
                                .arg(summary.fiscalYear.startYear())
                                .arg(summary.round)
                                .arg(summary.subject.name, wording::word(summary.state)));
        rows << QJsonObject{
            {QStringLiteral("inspection"), id},
            {QStringLiteral("checklist"), summary.checklist},
            {QStringLiteral("edition"), summary.edition},
            {QStringLiteral("subject"), subjectJson(summary.subject)},
            {QStringLiteral("department"), departmentJson(summary.department.code, summary.department.name)},
            {QStringLiteral("fiscalYear"), summary.fiscalYear.startYear()},
            {QStringLiteral("round"), summary.round},
            {QStringLiteral("revision"), summary.revision},
            {QStringLiteral("state"), toCode(summary.state)},
            {QStringLiteral("answered"), summary.answered},
            {QStringLiteral("changedAt"), toIso(summary.changedAt)}};
    }
    if (session.console.isJson()) {
        session.console.document(rows);
    }
    return Done;
}

int history(const Session &session, const Arguments &arguments)
{
    const auto opened = StoreSession::open(session, arguments);
    if (!opened) {
        return session.console.fail(opened.error());
    }
    const Result<QUuid> id = StoreSession::inspectionId(arguments);
    const Result<QList<HistoryEntry>> entries =
        id ? (*opened)->repository().history(*id) : Result<QList<HistoryEntry>>(fail(id));
    if (!entries) {
        return session.console.fail(entries.error());
    }
    if (entries->isEmpty()) { // a deleted draft still has its history
        return session.console.fail({ErrorCode::UnknownInspection, text(arguments, "inspection"), {}});
    }
    QJsonArray rows;
    for (const HistoryEntry &entry : *entries) {
        rows << historyJson(entry);
        session.console.say(QStringLiteral("%1  %2  r%3  %4 %5: %6 → %7")
                                .arg(toIso(entry.at), entry.who)
                                .arg(entry.revision)
                                .arg(entry.item, entry.field, entry.before, entry.after));
    }
    if (session.console.isJson()) {
        session.console.document(rows);
    }
    return Done;
}

int revise(const Session &session, const Arguments &arguments)
{
    const auto opened = StoreSession::open(session, arguments);
    if (!opened) {
        return session.console.fail(opened.error());
    }
    const Result<QUuid> id = StoreSession::inspectionId(arguments);
    const Result<Inspection> revised =
        id ? (*opened)->repository().startRevision(*id, text(arguments, "who")) : Result<Inspection>(fail(id));
    if (!revised && revised.error().code == ErrorCode::AlreadyExists) {
        return session.console.fail(revised.error(), Words::tr("The newest revision is still open. Go on with it."));
    }
    if (!revised) {
        return session.console.fail(revised.error());
    }
    session.console.say(Words::tr("Revision %1 is open.").arg(revised->revision));
    if (session.console.isJson()) {
        session.console.document(QJsonObject{{QStringLiteral("inspection"), revised->id.toString(QUuid::WithoutBraces)},
                                             {QStringLiteral("revision"), revised->revision},
                                             {QStringLiteral("state"), toCode(revised->state)}});
    }
    return Done;
}

int deleteDraft(const Session &session, const Arguments &arguments)
{
    const auto opened = StoreSession::open(session, arguments);
    if (!opened) {
        return session.console.fail(opened.error());
    }
    const Result<QUuid> id = StoreSession::inspectionId(arguments);
    const Status deleted = id ? (*opened)->repository().deleteDraft(*id, text(arguments, "who")) : Status(fail(id));
    if (!deleted) {
        return session.console.fail(deleted.error());
    }
    session.console.say(Words::tr("The draft was deleted. Its history is kept."));
    if (session.console.isJson()) {
        session.console.document(QJsonObject{{QStringLiteral("deleted"), id->toString(QUuid::WithoutBraces)}});
    }
    return Done;
}

} // namespace

QList<Command> inspectionCommands()
{
    const auto command = [](const char *words, QList<Option> options, auto run) {
        return Command{QString::fromLatin1(words), {}, 0, 0, std::move(options), run};
    };
    const Option who = optional("who", "NAME");
    QList<Command> commands{
        command("inspection start",
                {required("store", "DB"), required("checklist", "ID"), required("department", "CODE"),
                 required("department-name", "NAME"), required("year", "YEAR"), optional("round", "N"),
                 optional("subject", "CODE"), optional("subject-name", "NAME"),
                 optional("body", "mayor|assembly|committee|boe|enterprise"), optional("profile", "FLAG,..."),
                 overlayOption(), who},
                start),
        command("inspection profile",
                inspectionOptions() + QList<Option>{required("flags", "FLAG,..."), optional("reason", "TEXT"), who},
                profile),
        command("inspection check", inspectionOptions(), check),
        command("inspection status", inspectionOptions(), status),
        command("inspection list", {required("store", "DB")}, list),
        command("inspection history", inspectionOptions(), history),
        command("inspection revise", inspectionOptions() + QList<Option>{who}, revise),
        command("inspection delete-draft", inspectionOptions() + QList<Option>{who}, deleteDraft),
    };
    return commands + answerCommands();
}

} // namespace tenken::cli
