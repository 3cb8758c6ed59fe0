#include "cli/commands/inspection_answers.h"

#include "cli/exit_code.h"
#include "cli/inspection_json.h"
#include "cli/options.h"
#include "cli/store_session.h"
#include "workflow/files.h"
#include "workflow/fill_inspection.h"
#include "workflow/record_answer.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace tenken::cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::cli::InspectionAnswers)
};

QString text(const Arguments &arguments, const char *name) { return arguments.value(QString::fromLatin1(name)); }

/// Overwrites what an option names; what none names stays
void take(QString &target, const Arguments &arguments, const char *name)
{
    if (arguments.has(QString::fromLatin1(name))) {
        target = text(arguments, name);
    }
}

Status takeEvidence(Answer &answer, const Arguments &arguments)
{
    Evidence evidence = answer.evidence.value(0);
    take(evidence.document, arguments, "evidence-document");
    take(evidence.number, arguments, "evidence-number");
    take(evidence.place, arguments, "evidence-place");
    const Result<QDate> day = dateOf(arguments, QStringLiteral("evidence-date"));
    if (!day) {
        return fail(day);
    }
    if (arguments.has(QStringLiteral("evidence-date"))) {
        evidence.date = *day;
    }
    const QList<Evidence> others = answer.evidence.mid(1);
    answer.evidence = evidence.isEmpty() ? others : QList<Evidence>{evidence} + others;
    return {};
}

Status takePlan(Answer &answer, const Arguments &arguments)
{
    take(answer.plan.measure, arguments, "plan");
    take(answer.plan.owner, arguments, "plan-owner");
    take(answer.plan.interim, arguments, "interim");
    const Result<QDate> due = dateOf(arguments, QStringLiteral("plan-due"));
    if (!due) {
        return fail(due);
    }
    if (arguments.has(QStringLiteral("plan-due"))) {
        answer.plan.due = *due;
    }
    return {};
}

/// The answer that the arguments describe, over what stands there
Result<Answer> answerFrom(Answer answer, const Arguments &arguments)
{
    const QString code = arguments.positionals.at(1);
    const std::optional<AnswerCode> parsed = answerFromCode(code);
    if (!parsed) {
        return tenken::fail(ErrorCode::InvalidValue, code);
    }
    answer = withCode(answer, *parsed);
    take(answer.comment, arguments, "comment");
    take(answer.reason, arguments, "reason");
    take(answer.opinion, arguments, "opinion");
    if (arguments.has(QStringLiteral("cause"))) {
        const QString cause = text(arguments, "cause");
        answer.cause = causeFromCode(cause);
        if (!answer.cause && !cause.isEmpty()) { // an empty one takes it away, as with every other part
            return fail(ErrorCode::InvalidValue, cause);
        }
    }
    if (const Status taken = takeEvidence(answer, arguments); !taken) {
        return fail(taken);
    }
    if (const Status taken = takePlan(answer, arguments); !taken) {
        return fail(taken);
    }
    return answer;
}

int answer(const Session &session, const Arguments &arguments)
{
    const Result<OpenInspection> opened = openInspection(session, arguments);
    if (!opened) {
        return session.console.fail(opened.error());
    }
    StoreSession &store = *opened->store;
    const Inspection &inspection = opened->inspection;
    const Checklist &checklist = *opened->checklist;
    const QString item = arguments.positionals.first();
    const Answer *found = inspection.answer(item);
    const Answer before = found ? *found : Answer();
    const Result<Answer> wanted = answerFrom(before, arguments);
    if (!wanted) {
        return session.console.fail(wanted.error());
    }
    const Result<Answer> stored = RecordAnswer(checklist, store.repository())
                                      .record(inspection.id, item, *wanted, before, text(arguments, "who"));
    if (!stored) {
        return session.console.fail(stored.error());
    }
    session.console.say(QStringLiteral("%1 %2").arg(item, toCode(*stored->code)));
    if (session.console.isJson()) {
        session.console.document(QJsonObject{{QStringLiteral("item"), item},
                                             {QStringLiteral("answer"), toCode(*stored->code)},
                                             {QStringLiteral("answeredAt"), toIso(stored->answeredAt)}});
    }
    return Done;
}

/// Which parts of the answer differ, in the words of the history
QStringList changedFields(const Answer &before, const Answer &after)
{
    const std::pair<const char *, bool> fields[]{
        {"answer", before.code != after.code},        {"comment", before.comment != after.comment},
        {"reason", before.reason != after.reason},    {"cause", before.cause != after.cause},
        {"opinion", before.opinion != after.opinion}, {"evidence", before.evidence != after.evidence},
        {"plan", !(before.plan == after.plan)},
    };
    QStringList changed;
    for (const auto &[name, differs] : fields) {
        if (differs) {
            changed << QString::fromLatin1(name);
        }
    }
    return changed;
}

QJsonArray differencesJson(const QList<FillDifference> &differences, const Console &console)
{
    const auto code = [](const Answer &answer) {
        return answer.code ? QJsonValue(toCode(*answer.code)) : QJsonValue(QJsonValue::Null);
    };
    QJsonArray rows;
    for (const FillDifference &difference : differences) {
        const QJsonValue before = code(difference.before);
        const QJsonValue after = code(difference.after);
        const QStringList fields = changedFields(difference.before, difference.after);
        rows << QJsonObject{{QStringLiteral("item"), difference.item},
                            {QStringLiteral("before"), before},
                            {QStringLiteral("after"), after},
                            {QStringLiteral("fields"), QJsonArray::fromStringList(fields)}};
        console.say(QStringLiteral("%1  %2 → %3  (%4)")
                        .arg(difference.item, before.toString(), after.toString(), fields.join(u' ')));
    }
    return rows;
}

int fill(const Session &session, const Arguments &arguments)
{
    const QString path = text(arguments, "from");
    constexpr qint64 largest = 64 << 20;
    const Result<QByteArray> content = readFile(path, largest);
    if (!content) {
        return session.console.fail(content.error());
    }
    const Result<OpenInspection> opened = openInspection(session, arguments);
    if (!opened) {
        return session.console.fail(opened.error());
    }
    StoreSession &store = *opened->store;
    const Inspection &inspection = opened->inspection;
    const Checklist &checklist = *opened->checklist;
    FillInspection filling(checklist, store.repository());
    const Result<Reading<QList<FillDifference>>> preview = filling.preview(inspection.id, *content, path);
    if (!preview) {
        return session.console.fail(preview.error());
    }
    if (!*preview) {
        return session.console.fail(path, preview->problems);
    }
    const QList<FillDifference> &differences = *preview->value;
    const bool dryRun = arguments.has(QStringLiteral("dry-run"));
    if (!dryRun) {
        const Result<int> written = filling.apply(inspection.id, differences, text(arguments, "who"));
        if (!written) {
            return session.console.fail(written.error());
        }
    }
    const QJsonArray rows = differencesJson(differences, session.console);
    session.console.say(dryRun ? Words::tr("%1 items would change. Nothing was written.").arg(differences.size())
                               : Words::tr("%1 items were written.").arg(differences.size()));
    if (session.console.isJson()) {
        session.console.document(QJsonObject{{QStringLiteral("changed"), static_cast<int>(differences.size())},
                                             {QStringLiteral("dryRun"), dryRun},
                                             {QStringLiteral("differences"), rows}});
    }
    return Done;
}

} // namespace

QList<Command> answerCommands()
{
    const Option who = optional("who", "NAME");
    return {
        {QStringLiteral("inspection answer"), QStringLiteral("ITEM CODE"), 2, 2,
         inspectionOptions()
             + QList<Option>{optional("comment", "TEXT"), optional("reason", "TEXT"), optional("cause", "CAUSE"),
                             optional("opinion", "TEXT"), optional("evidence-document", "TEXT"),
                             optional("evidence-number", "TEXT"), optional("evidence-date", "DATE"),
                             optional("evidence-place", "TEXT"), optional("plan", "TEXT"),
                             optional("plan-owner", "TEXT"), optional("plan-due", "DATE"), optional("interim", "TEXT"),
                             who},
         answer},
        {QStringLiteral("inspection fill"),
         {},
         0,
         0,
         inspectionOptions() + QList<Option>{required("from", "FILE.json|.csv"), flag("dry-run"), who},
         fill},
    };
}

} // namespace tenken::cli
