#include "cli/commands/checklist_commands.h"

#include "cli/exit_code.h"
#include "cli/options.h"

#include "wording/diagnostic_words.h"
#include "workflow/files.h"
#include "workflow/program_data.h"
#include "workflow/validate_file.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace tenken::cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::cli::ChecklistCommands)
};

QJsonObject summaryJson(const Checklist &checklist)
{
    return {
        {QStringLiteral("id"), checklist.id},
        {QStringLiteral("edition"), checklist.edition},
        {QStringLiteral("fingerprint"), checklist.fingerprint},
        {QStringLiteral("title"), checklist.title.ja},
        {QStringLiteral("subject"), toCode(checklist.subject)},
        {QStringLiteral("items"), static_cast<int>(checklist.items.size() + checklist.tests.size())},
    };
}

Result<ChecklistSet> checklistsOf(const Arguments &arguments)
{
    return loadChecklists(arguments.values(QStringLiteral("overlay")));
}

int list(const Session &session, const Arguments &arguments)
{
    const Result<ChecklistSet> set = checklistsOf(arguments);
    if (!set) {
        return session.console.fail(set.error());
    }
    QJsonArray rows;
    for (const Checklist &checklist : set->checklists) {
        rows << summaryJson(checklist);
        session.console.say(QStringLiteral("%1  %2  %3  %4")
                                .arg(checklist.id, checklist.edition, checklist.title.ja)
                                .arg(checklist.items.size() + checklist.tests.size()));
    }
    if (session.console.isJson()) {
        session.console.document(rows);
    }
    return Done;
}

QJsonObject itemJson(const Item &item, bool isConfidentialShown)
{
    QJsonObject object{{QStringLiteral("id"), item.id},
                       {QStringLiteral("revision"), item.revision},
                       {QStringLiteral("fingerprint"), item.fingerprint},
                       {QStringLiteral("overlay"), item.overlay}};
    const bool isShown = !item.overlay || isConfidentialShown;
    const auto put = [&](const char *key, const QJsonValue &value) {
        object.insert(QString::fromLatin1(key), isShown ? value : QJsonValue(QJsonValue::Null));
    };
    put("clause", item.clause);
    put("question", item.question.ja);
    put("critical", item.critical);
    put("weight", item.weight);
    if (isConfidentialShown) {
        put("localCriteriaRef", item.localCriteriaRef.isEmpty() ? QJsonValue() : QJsonValue(item.localCriteriaRef));
    }
    return object;
}

QJsonObject testJson(const AuditTest &test)
{
    return {{QStringLiteral("id"), test.id},
            {QStringLiteral("revision"), test.revision},
            {QStringLiteral("fingerprint"), test.fingerprint},
            {QStringLiteral("overlay"), false},
            {QStringLiteral("clause"), test.clause},
            {QStringLiteral("question"), test.point.ja},
            {QStringLiteral("critical"), false},
            {QStringLiteral("weight"), 1}};
}

QString itemLine(const Item &item, bool isConfidentialShown)
{
    if (item.overlay && !isConfidentialShown) {
        return QStringLiteral("%1 %2 %3")
            .arg(item.id, u"　"_qs, Words::tr("(the city's own wording; --confidential shows it)"));
    }
    return QStringLiteral("%1 %2 %3").arg(item.id, item.critical ? u"★"_qs : u"　"_qs, item.question.ja);
}

int show(const Session &session, const Arguments &arguments)
{
    const Result<ChecklistSet> set = checklistsOf(arguments);
    if (!set) {
        return session.console.fail(set.error());
    }
    const QString id = arguments.positionals.first();
    const QString edition = arguments.value(QStringLiteral("edition"));
    const Checklist *checklist = edition.isEmpty() ? set->latest(id) : set->find(id, edition);
    if (!checklist) {
        return session.console.fail({ErrorCode::UnknownChecklist, id, {}});
    }
    QJsonArray items;
    const bool isConfidentialShown = arguments.has(QStringLiteral("confidential"));
    for (const Item &item : checklist->items) {
        items << itemJson(item, isConfidentialShown);
        session.console.say(itemLine(item, isConfidentialShown));
    }
    for (const AuditTest &test : checklist->tests) {
        items << testJson(test);
        session.console.say(QStringLiteral("%1 %2").arg(test.id, test.point.ja));
    }
    if (session.console.isJson()) {
        QJsonObject document = summaryJson(*checklist);
        document.insert(QStringLiteral("items"), items);
        session.console.document(document);
    }
    return Done;
}

QJsonObject problemJson(const Diagnostic &problem)
{
    return {
        {QStringLiteral("file"), problem.file},
        {QStringLiteral("line"), problem.line},
        {QStringLiteral("column"), problem.column},
        {QStringLiteral("path"), problem.path},
        {QStringLiteral("message"), wording::sentence(problem)},
    };
}

int validate(const Session &session, const Arguments &arguments)
{
    const Result<ChecklistSet> set = loadShippedChecklists(); // an installed overlay would collide with its own file
    if (!set) {
        return session.console.fail(set.error());
    }
    int worst = Done;
    QJsonArray files;
    for (const QString &path : arguments.positionals) {
        constexpr qint64 largest = 64 << 20; // the reader itself refuses more than 8 MB, with words
        const Result<QByteArray> content = readFile(path, largest);
        if (!content) {
            return session.console.fail(content.error());
        }
        QJsonArray problems;
        for (const Diagnostic &problem : validateFile(*content, path, *set)) {
            session.console.say(wording::located(problem));
            problems << problemJson(problem);
            worst = Negative;
        }
        if (problems.isEmpty()) {
            session.console.say(Words::tr("%1: valid.").arg(path));
        }
        files << QJsonObject{{QStringLiteral("file"), path},
                             {QStringLiteral("valid"), problems.isEmpty()},
                             {QStringLiteral("problems"), problems}};
    }
    if (session.console.isJson()) {
        session.console.document(files);
    }
    return worst;
}

QJsonArray coverageJson(const QList<Coverage::Row> &rows, const Console &console)
{
    QJsonArray array;
    for (const Coverage::Row &row : rows) {
        array << QJsonObject{{QStringLiteral("key"), row.key},
                             {QStringLiteral("selfItems"), row.selfItems},
                             {QStringLiteral("auditTests"), row.auditTests},
                             {QStringLiteral("covered"), row.isCovered}};
        console.say(QStringLiteral("%1 %2  %3 + %4")
                        .arg(row.isCovered ? u"○"_qs : u"×"_qs, row.key)
                        .arg(row.selfItems)
                        .arg(row.auditTests));
    }
    return array;
}

int coverage(const Session &session, const Arguments &arguments)
{
    const Result<ChecklistSet> set = checklistsOf(arguments);
    if (!set) {
        return session.console.fail(set.error());
    }
    const Coverage coverage = coverageOf(set->policy, set->latestEditions());
    const QJsonObject document{
        {QStringLiteral("clauses"), coverageJson(coverage.clauses, session.console)},
        {QStringLiteral("obligations"), coverageJson(coverage.obligations, session.console)},
        {QStringLiteral("complete"), coverage.isComplete()},
    };
    if (session.console.isJson()) {
        session.console.document(document);
    }
    return coverage.isComplete() ? Done : Negative;
}

} // namespace

QList<Command> checklistCommands()
{
    return {
        {QStringLiteral("checklist list"), {}, 0, 0, {overlayOption()}, list},
        {QStringLiteral("checklist show"),
         QStringLiteral("ID"),
         1,
         1,
         {optional("edition", "EDITION"), overlayOption(), flag("confidential")},
         show},
        {QStringLiteral("checklist validate"), QStringLiteral("FILE…"), 1, -1, {}, validate},
        {QStringLiteral("checklist coverage"), {}, 0, 0, {overlayOption()}, coverage},
    };
}

} // namespace tenken::cli
