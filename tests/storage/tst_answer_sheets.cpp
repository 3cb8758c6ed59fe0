#include "storage/answer_sheets.h"
#include "storage/migrator.h"

#include "result_checks.h"
#include "sample_submission.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tenken;
using namespace Qt::StringLiterals;

/// Answers and causes without what else stands beside them, in the order in which they were asked
class TestAnswerSheets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryAnswerInItsOrder();
    void stopsWhenAskedTo();
    void idsMayHoldAnything();
    void causesAreReadAsWritten_data();
    void causesAreReadAsWritten();
    void earlierRegistriesGainTheirCauses_data();
    void earlierRegistriesGainTheirCauses();

private:
    std::unique_ptr<Registry> open(QTemporaryDir &folder)
    {
        return Registry::open(folder.filePath(QStringLiteral("r.db")), m_clock).value();
    }
    FixedClock m_clock{sample::moment()};
};

void TestAnswerSheets::readsEveryAnswerInItsOrder()
{
    QTemporaryDir folder;
    const auto registry = open(folder);
    QVERIFY(RegistryRepository(*registry).addSubmissions(sample::round(2025, 1, 3)));
    QVERIFY(RegistryRepository(*registry).addSubmissions(sample::round(2026, 1, 4)));
    RegistryFilter filter;
    filter.fiscalYear = FiscalYear(2026);
    QList<Submission> sheets;
    QVERIFY(forEachAnswerSheet(*registry, filter, [&](const Submission &sheet) {
        sheets << sheet;
        return true;
    }));
    QCOMPARE(sheets.size(), 4);
    for (int subject = 1; subject <= 4; ++subject) {
        const NewSubmission written = sample::submissionOf(2026, 1, subject);
        const Submission &read = sheets.at(subject - 1);
        QCOMPARE(read.id, written.entry.submission);
        QCOMPARE(read.subject.code, written.entry.subject.code);
        QCOMPARE(read.department.path, written.entry.department.path);
        QCOMPARE(read.items.size(), written.items.size());
        for (qsizetype i = 0; i < read.items.size(); ++i) {
            QCOMPARE(read.items.at(i).id, written.items.at(i).id);
            QCOMPARE(read.items.at(i).revision, written.items.at(i).revision);
            QCOMPARE(read.items.at(i).answer.code, written.items.at(i).answer.code);
            QVERIFY(read.items.at(i).answer.cause == written.items.at(i).answer.cause);
        }
    }
}

void TestAnswerSheets::stopsWhenAskedTo()
{
    QTemporaryDir folder;
    const auto registry = open(folder);
    QVERIFY(RegistryRepository(*registry).addSubmissions(sample::round(2026, 1, 5)));
    int read = 0;
    const Status status = forEachAnswerSheet(*registry, {}, [&](const Submission &) { return ++read < 2; });
    QVERIFY(!status);
    QCOMPARE(status.error().code, ErrorCode::Cancelled);
    QCOMPARE(read, 2);
}

void TestAnswerSheets::idsMayHoldAnything()
{
    QTemporaryDir folder;
    const auto registry = open(folder);
    NewSubmission odd = sample::submission();
    odd.items = {sample::item(QStringLiteral("条 '6'\"; --"), AnswerCode::Unknown),
                 sample::item(QStringLiteral("NA"), AnswerCode::NotApplicable),
                 sample::item(QStringLiteral("%1"), AnswerCode::Partial),
                 sample::item(QStringLiteral("N"), AnswerCode::No)};
    QVERIFY(RegistryRepository(*registry).addSubmission(odd));
    QVERIFY(forEachAnswerSheet(*registry, {}, [&](const Submission &sheet) {
        for (qsizetype i = 0; i < odd.items.size(); ++i) {
            if (sheet.items.value(i).id != odd.items.at(i).id
                || sheet.items.value(i).answer.code != odd.items.at(i).answer.code) {
                return false;
            }
        }
        return sheet.items.size() == odd.items.size();
    }));
}

void TestAnswerSheets::causesAreReadAsWritten_data()
{
    QTest::addColumn<QString>("causes");
    QTest::addColumn<QStringList>("read");
    const QString all = u"a\trule-unknown\nb\tno-capacity\nc\tno-means\nd\trule-unfit\ne\tother\n"_s;
    QTest::newRow("none") << QString() << QStringList();
    QTest::newRow("all") << all
                         << QStringList{u"a rule-unknown"_s, u"b no-capacity"_s, u"c no-means"_s, u"d rule-unfit"_s,
                                        u"e other"_s};
    QTest::newRow("as schema 7 made them: no last line end")
        << all.chopped(1).mid(15) << QStringList{u"b no-capacity"_s, u"c no-means"_s, u"d rule-unfit"_s, u"e other"_s};
    QTest::newRow("of a few") << u"b\tother\ne\tother\n"_s << QStringList{u"b other"_s, u"e other"_s};
    QTest::newRow("a tab in an id") << u"f\tg\tother\n"_s << QStringList{u"f\tg other"_s};
    QTest::newRow("of items not asked") << u"1\tother\nb\tother\nz\tother\nc\tother\n"_s
                                        << QStringList{u"b other"_s, u"c other"_s};
    QTest::newRow("an unknown cause is none") << u"a\tweather\nb\tother\n"_s << QStringList{u"b other"_s};
    QTest::newRow("lines that are none") << u"\n\na\n\tother\nother\nb\tother\n"_s << QStringList{u"b other"_s};
}

void TestAnswerSheets::causesAreReadAsWritten()
{
    QFETCH(QString, causes);
    QFETCH(QStringList, read);
    QTemporaryDir folder;
    const auto registry = open(folder);
    NewSubmission one = sample::submission();
    one.items.clear();
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f\tg"_s}) {
        one.items << sample::item(id, AnswerCode::No);
    }
    QVERIFY(RegistryRepository(*registry).addSubmission(one));
    QVERIFY(registry->database().execute(u"UPDATE sheets SET causes = ?"_s, {causes}));
    QStringList found;
    QVERIFY(forEachAnswerSheet(*registry, {}, [&](const Submission &sheet) {
        for (const SubmittedItem &item : sheet.items) {
            if (item.answer.cause) {
                found << item.id + u' ' + toCode(*item.answer.cause);
            }
        }
        return true;
    }));
    QCOMPARE(found, read);
}

void TestAnswerSheets::earlierRegistriesGainTheirCauses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("causes");
    QTest::newRow("a submission") << QByteArray(
        R"({"id":"x","items":[{"id":"a","cause":"other"},{"cause":null,"id":"b"},)"
        R"({"id":"c"},{"plan":{"cause":"no"},"cause":"no-means","id":"条"}]})")
                                  << u"a\tother\n条\tno-means"_s;
    QTest::newRow("nobody named one") << QByteArray(R"({"items":[{"id":"a","cause":null}]})") << QString();
    QTest::newRow("no items") << QByteArray(R"({"items":[]})") << QString();
    QTest::newRow("items left out") << QByteArray(R"({"cause":"other"})") << QString();
    QTest::newRow("items of another kind")
        << QByteArray(R"({"items":["a",1,null,[{"id":"a","cause":"other"}]]})") << QString();
    QTest::newRow("items no list") << QByteArray(R"({"items":"a"})") << QString();
    QTest::newRow("no object") << QByteArray("[1]") << QString();
    QTest::newRow("no JSON") << QByteArray("{\"items\":[{\"id\":\"a\",\"cause\":\"other\"}") << QString();
    QTest::newRow("nothing") << QByteArray() << QString();
}

void TestAnswerSheets::earlierRegistriesGainTheirCauses()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, causes);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"r.db"_s);
    DatabaseFormat earlier = registryFormat();
    earlier.migrations = earlier.migrations.first(6);
    {
        const auto database = openNewest(path, earlier, m_clock, {});
        QVERIFY(database);
        QVERIFY((*database)->execute(u"PRAGMA foreign_keys = OFF"_s)); // only what the step reads
        QVERIFY((*database)->execute(u"INSERT INTO payloads VALUES (1, ?)"_s, {json}));
        QVERIFY((*database)->execute(u"INSERT INTO sheets VALUES (1, 'lines'), (2, 'of none')"_s));
    }
    const auto database = openNewest(path, registryFormat(), m_clock, {});
    QVERIFY(database);
    QCOMPARE((*database)->value(u"SELECT causes FROM sheets WHERE submission_id = 1"_s)->toString(), causes);
    QCOMPARE((*database)->value(u"SELECT causes FROM sheets WHERE submission_id = 2"_s)->toString(), QString());
    QCOMPARE((*database)->value(u"SELECT group_concat(lines) FROM sheets"_s)->toString(), u"lines,of none"_s);
}

QTEST_GUILESS_MAIN(TestAnswerSheets)
#include "tst_answer_sheets.moc"
