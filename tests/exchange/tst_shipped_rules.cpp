#include "core/inspection_rules.h"
#include "core/score.h"
#include "exchange/checklist_folder.h"
#include "support/places.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace tenken;
using namespace tenken::support;
using namespace Qt::StringLiterals;

namespace {

const QString folder = sourcePath("checklists/kumamoto-2023/");

const ChecklistSet &shipped()
{
    static const ChecklistSet set = *readChecklistFolder(folder).value;
    return set;
}

QJsonObject fileOf(const QString &name)
{
    QFile file(folder + name + u".json"_s);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// Everything that an answer can carry beside its code without contradicting it
Answer complete(AnswerCode code)
{
    Answer answer;
    answer.code = code;
    answer.evidence = {{u"体制表"_s, {}, QDate(2026, 4, 3), {}, {}}};
    if (code == AnswerCode::NotApplicable) {
        answer.reason = u"対象の事務がない。"_s;
    } else {
        answer.comment = u"確かめた。"_s;
    }
    if (code != AnswerCode::Yes && code != AnswerCode::NotApplicable) {
        answer.plan = {u"年度内に行う。"_s, u"係長"_s, QDate(2027, 3, 1), {}};
        answer.cause = Cause::NoCapacity;
    }
    return answer;
}

Answer bare(AnswerCode code)
{
    Answer answer;
    answer.code = code;
    return answer;
}

/// What `check` should say, read from the JSON as it stands
QStringList expectedProblems(const QJsonObject &item, const QString &code, bool isPersonal)
{
    const auto isRequired = [&](const char *what) {
        return item[u"require"][QLatin1String(what)].toArray().contains(code);
    };
    const bool isNa = code == u"NA";
    QStringList problems;
    if (isNa && item[u"na"].isNull())
        problems << u"na-not-allowed"_s;
    if (code == u"UNKNOWN" && !isPersonal)
        problems << u"unknown-in-final"_s;
    if (isNa)
        problems << u"na-reason-missing"_s;
    if (!isNa && isRequired("comment"))
        problems << u"comment-missing"_s;
    if (isRequired("evidence"))
        problems << u"evidence-missing"_s;
    if (isRequired("plan"))
        problems << u"plan-missing"_s;
    return problems;
}

QStringList codesOf(const QList<Problem> &problems)
{
    QStringList codes;
    for (const Problem &problem : problems)
        codes << toCode(problem.code);
    return codes;
}

} // namespace

/// The rules of every shipped item, against a plain reading of its JSON
class TestShippedRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyItemAsksWhatItsFileSays_data();
    void everyItemAsksWhatItsFileSays();
    void everyItemCanBeAnswered_data();
    void everyItemCanBeAnswered();
    void flagsOnlyAddItems_data();
    void flagsOnlyAddItems();
    void countsOfTheDomainReport();
    void identities();

private:
    void eachWithItems();
};

void TestShippedRules::eachWithItems()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"KC-A", "KC-B", "KC-B-2025.1", "KC-C", "KC-D"})
        QTest::newRow(name) << name;
}

void TestShippedRules::everyItemAsksWhatItsFileSays_data() { eachWithItems(); }

void TestShippedRules::everyItemAsksWhatItsFileSays()
{
    QFETCH(QString, name);
    const QJsonObject file = fileOf(name);
    const Checklist &checklist = *shipped().find(file[u"id"].toString(), file[u"edition"].toString());
    const QJsonArray items = file[u"items"].toArray();
    QCOMPARE(checklist.items.size(), items.size());
    const bool isPersonal = file[u"scale"].toString() == u"PERSON5";
    for (qsizetype i = 0; i < items.size(); ++i) {
        const Item &item = checklist.items.at(i);
        QCOMPARE(item.id, items[i][u"id"].toString());
        for (const AnswerCode code : allAnswerCodes) {
            const Answer answer = bare(code);
            const QStringList expected = expectedProblems(items[i].toObject(), toCode(code), isPersonal);
            const QStringList found = codesOf(problemsOf(checklist, item, &answer));
            QVERIFY2(found == expected, qPrintable(item.id + u' ' + toCode(code) + u": "_s + found.join(u' ')));
        }
        QCOMPARE(codesOf(problemsOf(checklist, item, nullptr)), QStringList{u"unanswered"_s});
    }
}

void TestShippedRules::everyItemCanBeAnswered_data() { eachWithItems(); }

void TestShippedRules::everyItemCanBeAnswered()
{
    QFETCH(QString, name);
    const QJsonObject file = fileOf(name);
    const Checklist &checklist = *shipped().find(file[u"id"].toString(), file[u"edition"].toString());
    for (const Item &item : checklist.items) {
        for (const AnswerCode code : allAnswerCodes) {
            const Answer answer = complete(code);
            const bool isFinal = (code != AnswerCode::NotApplicable || item.isNaAllowed())
                && (code != AnswerCode::Unknown || checklist.unknownAllowed);
            const QList<Problem> problems = problemsOf(checklist, item, &answer);
            QVERIFY2(problems.isEmpty() == isFinal, qPrintable(item.id + u' ' + codesOf(problems).join(u' ')));
            QCOMPARE(isRecordable(checklist, item, code), code != AnswerCode::NotApplicable || item.isNaAllowed());
        }
    }
}

void TestShippedRules::flagsOnlyAddItems_data() { eachWithItems(); }

void TestShippedRules::flagsOnlyAddItems()
{
    QFETCH(QString, name);
    const QJsonObject file = fileOf(name);
    const Checklist &checklist = *shipped().find(file[u"id"].toString(), file[u"edition"].toString());
    QSet<QString> every;
    for (const ProfileFlag &flag : shipped().policy.flags)
        every.insert(flag.code);
    QSet<QString> reached;
    for (const Body body : {Body::Mayor, Body::Assembly, Body::Committee, Body::BoardOfEducation, Body::Enterprise}) {
        const QStringList without = checklist.applicableItems({}, body);
        const QStringList with = checklist.applicableItems(every, body);
        for (const QString &flag : std::as_const(every)) {
            const QStringList one = checklist.applicableItems({flag}, body);
            for (const QString &item : without)
                QVERIFY2(one.contains(item), qPrintable(flag + u' ' + item));
            for (const QString &item : one)
                QVERIFY2(with.contains(item), qPrintable(flag + u' ' + item));
        }
        reached += QSet<QString>(with.begin(), with.end());
    }
    QCOMPARE(reached.size(), checklist.items.size()); // nothing is asked of nobody
}

/// Domain report §4: items, ★ and what is always asked
void TestShippedRules::countsOfTheDomainReport()
{
    struct Row {
        const char *id;
        int items, critical, always;
    };
    int all = 0;
    for (const Row &row :
         {Row{"KC-A", 30, 7, -1}, Row{"KC-B", 106, 16, 53}, Row{"KC-C", 95, 20, 55}, Row{"KC-D", 67, 7, 67}}) {
        const Checklist &checklist = *shipped().latest(QString::fromLatin1(row.id));
        QCOMPARE(checklist.items.size(), row.items);
        QCOMPARE(std::count_if(checklist.items.begin(), checklist.items.end(),
                               [](const Item &item) { return item.critical; }),
                 row.critical);
        if (row.always >= 0)
            QCOMPARE(checklist.applicableItems({}, Body::Mayor).size(), row.always);
        all += row.items;
    }
    QCOMPARE(all, 298);
    QCOMPARE(shipped().latest(u"KC-E"_s)->tests.size(), 54);
    QCOMPARE(shipped().policy.clauses.size(), 13);
    QCOMPARE(shipped().policy.obligations.size(), 43);
}

/// Ids and fingerprints name one content each, over all checklists of an edition
void TestShippedRules::identities()
{
    QSet<QString> ids;
    QSet<QString> fingerprints;
    int count = 0;
    for (const Checklist &checklist : shipped().latestEditions()) {
        for (const Item &item : checklist.items) {
            ids.insert(item.id);
            fingerprints.insert(item.fingerprint);
            ++count;
            QVERIFY(!item.overlay);
            QVERIFY2(item.localCriteriaRef.isEmpty(), qPrintable(item.id));
            QVERIFY2(item.question.ja.endsWith(u"か。") && item.question.ja.count(u'。') == 1, qPrintable(item.id));
            QVERIFY2(item.question.ja.size() <= 75, qPrintable(item.id));
        }
    }
    QCOMPARE(ids.size(), count);
    QCOMPARE(fingerprints.size(), count);
}

QTEST_GUILESS_MAIN(TestShippedRules)
#include "tst_shipped_rules.moc"
