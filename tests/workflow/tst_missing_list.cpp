#include "workflow/registry/missing_list.h"

#include "exchange/csv_reader.h"
#include "workflow/program_data.h"

#include <QTest>

using namespace tenken;
using namespace Qt::StringLiterals;

namespace {

Round::Expected section(const QString &code, const QString &name)
{
    return {u"KC-B"_s, {SubjectKind::Section, code, name}, code, name};
}

Round::Expected system(const QString &code, const QString &name, const QString &owner, const QString &ownerName)
{
    return {u"KC-C"_s, {SubjectKind::System, code, name}, owner, ownerName};
}

RoundStatus roundOf(const QList<Round::Expected> &expected, const QStringList &submitted = {})
{
    RoundStatus status;
    status.fiscalYear = FiscalYear(2026);
    status.due = QDate(2026, 7, 31);
    for (const Round::Expected &one : expected) {
        RoundStatus::Row row;
        row.expected = one;
        if (submitted.contains(one.subject.code)) {
            row.entry = RegistryEntry();
        }
        status.rows << row;
    }
    return status;
}

} // namespace

class TestMissingList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void csvHasOneRowForEach();
    void csvIsGuarded();
    void reminderNamesEachDepartmentOnce();
    void reminderTellsTheDueDate_data();
    void reminderTellsTheDueDate();
    void nothingMissing();
};

void TestMissingList::csvHasOneRowForEach()
{
    const RoundStatus status = roundOf({section(u"U0004"_s, u"総務課"_s), section(u"U0005"_s, u"人事課"_s),
                                        system(u"S001"_s, u"給与システム"_s, u"U0005"_s, u"人事課"_s)},
                                       {u"U0004"_s});
    const QByteArray csv = missingCsv(status);
    QVERIFY(csv.startsWith("\xef\xbb\xbf"));
    QCOMPARE(QString::fromUtf8(csv.mid(3)),
             u"department_code,department,checklist,subject_kind,subject_code,subject,due\r\n"
             "U0005,人事課,KC-B,section,U0005,人事課,2026-07-31\r\n"
             "U0005,人事課,KC-C,system,S001,給与システム,2026-07-31\r\n"_s);
}

void TestMissingList::csvIsGuarded()
{
    RoundStatus status = roundOf({section(u"=1+1"_s, u"@SUM(A1),課"_s)});
    status.due = {};
    QCOMPARE(QString::fromUtf8(missingCsv(status)).section(u"\r\n"_s, 1, 1),
             u"'=1+1,\"'@SUM(A1),課\",KC-B,section,'=1+1,\"'@SUM(A1),課\","_s);
}

void TestMissingList::reminderNamesEachDepartmentOnce()
{
    const RoundStatus status =
        roundOf({section(u"U0004"_s, u"総務課"_s), section(u"U0005"_s, u"人事課"_s), section(u"U0006"_s, u"広報課"_s),
                 system(u"S001"_s, u"給与システム"_s, u"U0005"_s, u"人事課"_s)},
                {u"U0004"_s});
    const QStringList lines = missingReminder(status, QDate(2026, 7, 1), *ProgramData::eras()).split(u'\n');
    QVERIFY(lines.first().contains(u"令和8年度 第1回"));
    QVERIFY(lines.contains(u"未提出 3件（2所属）"_s));
    QCOMPARE(lines.filter(u"・"_s),
             QStringList({u"・人事課（U0005）: KC-B、KC-C 給与システム（S001）"_s, u"・広報課（U0006）: KC-B"_s}));
}

void TestMissingList::reminderTellsTheDueDate_data()
{
    QTest::addColumn<QDate>("due");
    QTest::addColumn<QString>("words");
    QTest::newRow("to come") << QDate(2026, 7, 31) << u"令和8年7月31日（2026年7月31日）（あと2日です）"_s;
    QTest::newRow("today") << QDate(2026, 7, 29) << u"（本日です）"_s;
    QTest::newRow("gone") << QDate(2026, 7, 28) << u"（1日過ぎています）"_s;
    QTest::newRow("not known") << QDate() << QString();
}

void TestMissingList::reminderTellsTheDueDate()
{
    QFETCH(QDate, due);
    QFETCH(QString, words);
    RoundStatus status = roundOf({section(u"U0004"_s, u"総務課"_s)});
    status.due = due;
    const QString text = missingReminder(status, QDate(2026, 7, 29), *ProgramData::eras());
    QCOMPARE(text.contains(u"提出期限"), due.isValid());
    QVERIFY2(text.contains(words), qPrintable(text));
}

void TestMissingList::nothingMissing()
{
    const RoundStatus status = roundOf({section(u"U0004"_s, u"総務課"_s)}, {u"U0004"_s});
    QCOMPARE(missingCsv(status).count('\n'), 1);
    QVERIFY(missingReminder(status, QDate(2026, 7, 29), *ProgramData::eras()).contains(u"1件がすべて提出されています"));
}

QTEST_GUILESS_MAIN(TestMissingList)
#include "tst_missing_list.moc"
