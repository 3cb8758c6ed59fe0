#include "inspection_fixture.h"

#include "support/enum_values.h"

using namespace tenken;
using namespace Qt::StringLiterals;

namespace {

const QString item = u"KC-B-001"_s;
const QString who = u"山田 太郎"_s;
const QUuid id = sample::inspectionId;

using Change = std::function<void(Inspection &)>;

/// Each field with a value that is easily lost: nothing at all, another of its kind, what JSON and SQL quote
QList<std::pair<const char *, Change>> changes()
{
    return {
        {"nobody inspects yet", [](Inspection &i) { i.inspector = {}; }},
        {"name alone",
         [](Inspection &i) {
             i.inspector = {u"𠮷田 \"髙\" 'O\\'"_s, {}};
         }},
        {"post alone",
         [](Inspection &i) {
             i.inspector = {{}, u"主査\n（情報担当）"_s};
         }},
        {"no date yet", [](Inspection &i) { i.inspectionDate = {}; }},
        {"last day of the year", [](Inspection &i) { i.inspectionDate = QDate(2027, 3, 31); }},
        {"no tally", [](Inspection &i) { i.staffTally.reset(); }},
        {"tally of nothing",
         [](Inspection &i) {
             i.staffTally = StaffTally{u"KC-A"_s, u"2026.1"_s, 0, 0, {}};
         }},
        {"tally of many",
         [](Inspection &i) {
             i.staffTally = StaffTally{u"KC-A"_s, u"2025.1"_s, 1'000'000, 999'999, {}};
             for (int n = 0; n < 30; ++n) {
                 i.staffTally->items.append({u"A-%1"_s.arg(n), n, n + 1, n + 2, n + 3, n + 4});
             }
         }},
        {"no profile", [](Inspection &i) { i.profile = {}; }},
        {"profile without removed flags",
         [](Inspection &i) {
             i.profile = {{u"sns"_s, u"wifi"_s}, {}};
         }},
        {"removed without a reason",
         [](Inspection &i) {
             i.profile = {{}, {{u"sns"_s, {}}, {u"wifi"_s, u"撤去"_s}}};
         }},
        {"no path", [](Inspection &i) { i.department.path = {}; }},
        {"deep path",
         [](Inspection &i) {
             i.department.path = {u"局"_s, u"部"_s, u"室 [\"a\"]"_s};
         }},
        {"supersedes", [](Inspection &i) { i.supersedes = QUuid::createUuid(); }},
        {"later revision", [](Inspection &i) { i.revision = 10'000; }},
        {"another round", [](Inspection &i) { i.round = 99; }},
        {"another year", [](Inspection &i) { i.fiscalYear = FiscalYear(1989); }},
        {"another edition", [](Inspection &i) { i.edition = u"2025.1"_s; }},
        {"another checklist", [](Inspection &i) { i.checklist = u"KC-C"_s; }},
        {"another policy",
         [](Inspection &i) {
             i.policy = u"other"_s;
             i.policyFingerprint = QString(64, u'0');
         }},
        {"answers",
         [](Inspection &i) {
             i.answers.insert(item, sample::fullAnswer());
             i.answers.insert(u"KC-B-002"_s, sample::coded(AnswerCode::Unknown));
         }},
    };
}

} // namespace

/// Every field of a revision as its row holds it, and rows that nobody wrote
class TestInspectionRecord : public InspectionFixture {
    Q_OBJECT

private Q_SLOTS:
    void fieldsAreReadBack_data()
    {
        QTest::addColumn<int>("number");
        int number = 0;
        for (const auto &[name, change] : changes()) {
            QTest::newRow(name) << number++;
        }
    }
    void fieldsAreReadBack()
    {
        QFETCH(int, number);
        Inspection wanted = sample::inspection(QUuid::createUuid(), QUuid::createUuid());
        changes().at(number).second(wanted);
        VERIFY_OK(m_inspections->create(wanted, who));
        reopen();
        const auto read = m_inspections->load(wanted.id, wanted.revision);
        VERIFY_OK(read);
        compare(*read, wanted);
        QCOMPARE(m_inspections->findBySubmission(wanted.submission)->inspection, wanted.id);
    }

    void codesAreReadBack()
    {
        using namespace support;
        for (const SubjectKind kind : enumValues<SubjectKind>()) {
            for (const Body body : enumValues<Body>()) {
                Inspection wanted = sample::inspection(QUuid::createUuid(), QUuid::createUuid());
                wanted.subject = {kind, u"X-%1"_s.arg(toCode(kind)), u"対象"_s};
                wanted.department.body = body;
                VERIFY_OK(m_inspections->create(wanted, {}));
                compare(*m_inspections->load(wanted.id), wanted);
            }
        }
    }

    void answersAreReadBack_data()
    {
        QTest::addColumn<Answer>("answer");
        for (const AnswerCode code : allAnswerCodes) {
            QTest::newRow(qPrintable(toCode(code))) << sample::coded(code, u"記録"_s);
        }
        for (const Cause cause : support::enumValues<Cause>()) {
            Answer answer = sample::coded(AnswerCode::No);
            answer.cause = cause;
            QTest::newRow(qPrintable(toCode(cause))) << answer;
        }
        Answer one;
        one.evidence = {{{}, {}, QDate(2026, 4, 1), {}, {}}, {u"台帳"_s, {}, {}, {}, {}}, {{}, {}, {}, u"書庫"_s, {}}};
        QTest::newRow("evidence without a code") << one;
        one = {};
        one.plan.interim = u"手作業"_s;
        QTest::newRow("part of a plan") << one;
        QTest::newRow("as long as may be") << sample::coded(AnswerCode::Partial, QString(100'000, u'長'));
    }
    void answersAreReadBack()
    {
        QFETCH(Answer, answer);
        VERIFY_OK(m_inspections->recordAnswer(id, item, answer, {}, who));
        reopen();
        QVERIFY(sample::sameContent(answerOf(item), answer));
        VERIFY_OK(m_inspections->recordAnswer(id, item, {}, answer, who)); // and it is what is expected there
        VERIFY_OK(m_inspections->undo(id, who));
        QVERIFY(sample::sameContent(answerOf(item), answer));
    }

    /// Damage that the database cannot see: it is told, never read as if nothing had been entered.
    void foreignTextIsNotRead_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *column, const char *text) {
            QTest::addRow("%s %s", column, text) << QString::fromLatin1(column) << QString::fromUtf8(text);
        };
        row("subject_kind", "club");
        row("subject_kind", "");
        row("department_body", "市長");
        row("profile", "");
        row("profile", "{");
        row("profile", "[]");
        row("inspector", "山田 太郎");
        row("inspector", "null");
        row("inspection_date", "2026-02-30");
        row("inspection_date", "令和8年");
        row("staff_tally", "{\"items\":");
        row("staff_tally", "[1]");
    }
    void foreignTextIsNotRead()
    {
        QFETCH(QString, column);
        QFETCH(QString, text);
        VERIFY_OK(m_store->database().execute(u"UPDATE revisions SET %1 = ?"_s.arg(column), {text}));
        COMPARE_CODE(m_inspections->load(id), ErrorCode::StoreCorrupt);
        COMPARE_CODE(m_inspections->load(id, 1), ErrorCode::StoreCorrupt);
        COMPARE_CODE(m_inspections->list(), ErrorCode::StoreCorrupt);
        COMPARE_CODE(m_inspections->revisions(id), ErrorCode::StoreCorrupt);
        COMPARE_CODE(m_inspections->findBySubmission(sample::submissionId), ErrorCode::StoreCorrupt);
        QCOMPARE(m_store->database().value(u"SELECT %1 FROM revisions"_s.arg(column))->toString(), text);
    }

    void foreignAnswerIsNotRead_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("text");
        QTest::newRow("cause") << u"cause"_s << u"lazy"_s;
        QTest::newRow("cause in capitals") << u"cause"_s << u"NO-MEANS"_s;
        QTest::newRow("cut evidence") << u"evidence"_s << u"[{\"document\":"_s;
        QTest::newRow("evidence of another kind") << u"evidence"_s << u"{}"_s;
        QTest::newRow("cut plan") << u"plan"_s << u"{\"measure\""_s;
        QTest::newRow("plan of another kind") << u"plan"_s << u"[]"_s;
    }
    void foreignAnswerIsNotRead()
    {
        QFETCH(QString, column);
        QFETCH(QString, text);
        VERIFY_OK(m_inspections->recordAnswer(id, item, sample::fullAnswer(), {}, who));
        const qsizetype before = m_inspections->history(id)->size();
        VERIFY_OK(m_store->database().execute(u"UPDATE answers SET %1 = ?"_s.arg(column), {text}));
        COMPARE_CODE(m_inspections->load(id), ErrorCode::StoreCorrupt);
        COMPARE_CODE(m_inspections->recordAnswer(id, item, {}, sample::fullAnswer(), who), ErrorCode::StoreConflict);
        QCOMPARE(m_inspections->list()->size(), 1); // what needs no answer is still told
        QCOMPARE(m_inspections->history(id)->size(), before);
    }

private:
    static void compare(const Inspection &read, const Inspection &wanted)
    {
        QCOMPARE(read.id, wanted.id);
        QCOMPARE(read.revision, wanted.revision);
        QCOMPARE(read.submission, wanted.submission);
        QCOMPARE(read.supersedes, wanted.supersedes);
        QCOMPARE(read.state, wanted.state);
        QCOMPARE(read.checklist, wanted.checklist);
        QCOMPARE(read.edition, wanted.edition);
        QCOMPARE(read.checklistFingerprint, wanted.checklistFingerprint);
        QCOMPARE(read.policy, wanted.policy);
        QCOMPARE(read.policyFingerprint, wanted.policyFingerprint);
        QCOMPARE(read.fiscalYear, wanted.fiscalYear);
        QCOMPARE(read.round, wanted.round);
        QCOMPARE(read.subject, wanted.subject);
        QCOMPARE(read.department, wanted.department);
        QCOMPARE(read.profile, wanted.profile);
        QCOMPARE(read.inspector, wanted.inspector);
        QCOMPARE(read.inspectionDate, wanted.inspectionDate);
        QCOMPARE(read.staffTally, wanted.staffTally);
        QCOMPARE(read.startedAt, sample::moment());
        QCOMPARE(read.answers.size(), wanted.answers.size());
        for (auto answer = wanted.answers.constBegin(); answer != wanted.answers.constEnd(); ++answer) {
            QVERIFY(sample::sameContent(read.answers.value(answer.key()), *answer));
        }
    }
};

QTEST_GUILESS_MAIN(TestInspectionRecord)
#include "moc_inspection_fixture.cpp"
#include "tst_inspection_record.moc"
