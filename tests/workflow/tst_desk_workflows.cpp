#include "core/inspection_rules.h"
#include "support/small_city.h"
#include "support/small_desk.h"
#include "workflow/change_profile.h"
#include "workflow/documents/mark_signed.h"
#include "workflow/documents/restore_submission.h"
#include "workflow/fill_inspection.h"

#include <QTest>

using namespace tenken;
using namespace tenken::support;

namespace {

const QString item = QStringLiteral("B-6.1-01");
const QString csvHead = QStringLiteral("item_id,answer,comment\r\n");

/// Every applicable item with ○ and a reference
QByteArray everythingDone(const SmallDesk &desk, const Inspection &inspection)
{
    QString csv = QStringLiteral("item_id,answer,evidence_document,evidence_date\r\n");
    for (const QString &id : desk.checklist().applicableItems(inspection.profile.set(), inspection.department.body)) {
        csv += id + QStringLiteral(",YES,体制表,2026-04-03\r\n");
    }
    return csv.toUtf8();
}

void fillAll(SmallDesk &desk, const Inspection &inspection)
{
    FillInspection filling(desk.checklist(), *desk.repository);
    const auto preview = filling.preview(inspection.id, everythingDone(desk, inspection), QStringLiteral("fill.csv"));
    QVERIFY(preview && *preview);
    QVERIFY(filling.apply(inspection.id, *preview->value, {}));
}

Result<Inspection> restoredFrom(const QByteArray &pdf, Store &store)
{
    const Result<Submission> submission = submissionIn(pdf, QStringLiteral("a.pdf"));
    return submission ? RestoreSubmission(store).restore(*submission) : fail(submission);
}

} // namespace

class TestDeskWorkflows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fillRefusesTheWholeFile_data();
    void fillRefusesTheWholeFile();
    void fillIsOneTransaction();
    void fillPreviewWritesNothing();
    void fillReadsBothForms();
    void untickingNeedsAReason();
    void profileKeepsAnswersAndReasons();
    void restoresFromThePdfAlone();
    void restoreRefuses_data();
    void restoreRefuses();
};

void TestDeskWorkflows::fillRefusesTheWholeFile_data()
{
    QTest::addColumn<QString>("content");
    QTest::newRow("unknown item") << csvHead + QStringLiteral("B-6.1-01,YES,\r\nB-9.9-99,YES,\r\n");
    QTest::newRow("unknown code") << csvHead + QStringLiteral("B-6.1-01,YES,\r\nB-6.1-02,MAYBE,\r\n");
    QTest::newRow("unknown column") << QStringLiteral("item_id,answer,mood\r\nB-6.1-01,YES,good\r\n");
    QTest::newRow("item twice") << csvHead + QStringLiteral("B-6.1-01,YES,\r\nB-6.1-01,NO,\r\n");
    QTest::newRow("no answer column") << QStringLiteral("item_id,comment\r\nB-6.1-01,x\r\n");
    QTest::newRow("broken JSON") << QStringLiteral("{\"B-6.1-01\":\"YES\"");
    QTest::newRow("JSON key twice") << QStringLiteral("{\"B-6.1-01\":\"YES\",\"B-6.1-01\":\"NO\"}");
}

void TestDeskWorkflows::fillRefusesTheWholeFile()
{
    QFETCH(QString, content);
    SmallDesk desk;
    const Inspection inspection = desk.start();
    const auto preview = FillInspection(desk.checklist(), *desk.repository)
                             .preview(inspection.id, content.toUtf8(), QStringLiteral("fill"));
    QVERIFY(preview);
    QVERIFY(!*preview);
    QVERIFY(!preview->problems.isEmpty());
    QVERIFY(desk.repository->load(inspection.id)->answers.isEmpty());
}

void TestDeskWorkflows::fillIsOneTransaction()
{
    SmallDesk desk;
    const Inspection inspection = desk.start();
    FillInspection filling(desk.checklist(), *desk.repository);
    const auto preview = filling.preview(inspection.id, everythingDone(desk, inspection), QStringLiteral("fill.csv"));
    QVERIFY(preview && *preview);
    const QString last = preview->value->last().item;
    Answer meanwhile;
    meanwhile.code = AnswerCode::Unknown;
    QVERIFY(desk.repository->recordAnswer(inspection.id, last, meanwhile, {}, {}));
    const auto applied = filling.apply(inspection.id, *preview->value, {});
    QVERIFY(!applied);
    QCOMPARE(applied.error().code, ErrorCode::StoreConflict);
    QCOMPARE(applied.error().subject, last);
    const QHash<QString, Answer> answers = desk.repository->load(inspection.id)->answers;
    QCOMPARE(answers.keys(), QStringList{last});
    QCOMPARE(answers.value(last).code, meanwhile.code);
}

void TestDeskWorkflows::fillPreviewWritesNothing()
{
    SmallDesk desk;
    const Inspection inspection = desk.start();
    FillInspection filling(desk.checklist(), *desk.repository);
    const auto preview = filling.preview(inspection.id, everythingDone(desk, inspection), QStringLiteral("fill.csv"));
    QVERIFY(preview && *preview);
    QVERIFY(!preview->value->isEmpty());
    QVERIFY(desk.repository->load(inspection.id)->answers.isEmpty());
    QCOMPARE(*filling.apply(inspection.id, *preview->value, {}), static_cast<int>(preview->value->size()));
    const auto again = filling.preview(inspection.id, everythingDone(desk, inspection), QStringLiteral("fill.csv"));
    QVERIFY(again && *again && again->value->isEmpty());
    QVERIFY(problemsOf(desk.checklist(), *desk.repository->load(inspection.id)).isEmpty());
}

void TestDeskWorkflows::fillReadsBothForms()
{
    SmallDesk desk;
    const Inspection inspection = desk.start();
    FillInspection filling(desk.checklist(), *desk.repository);
    const auto csv = filling.preview(inspection.id, QByteArray("item_id,answer\r\nB-6.1-01,partial\r\n"), {});
    const auto json = filling.preview(inspection.id, QByteArray("{\"B-6.1-01\":\"PARTIAL\"}"), {});
    QVERIFY(csv && *csv && json && *json);
    QCOMPARE(csv->value->first().after, json->value->first().after);
    QCOMPARE(csv->value->first().after.code, std::optional(AnswerCode::Partial));
}

void TestDeskWorkflows::untickingNeedsAReason()
{
    SmallDesk desk;
    const Inspection inspection = desk.start({QStringLiteral("outsourcing")});
    ChangeProfile changing(desk.set.policy, *desk.repository);
    const auto refused = changing.change(inspection.id, {}, QStringLiteral("　"), {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ReasonRequired);
    QCOMPARE(refused.error().subject, QStringLiteral("outsourcing"));
    const auto unknown = changing.change(inspection.id, {QStringLiteral("no_such_flag")}, QStringLiteral("x"), {});
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, ErrorCode::UnknownFlag);
    QCOMPARE(desk.repository->load(inspection.id)->profile.flags, QStringList("outsourcing"));
}

void TestDeskWorkflows::profileKeepsAnswersAndReasons()
{
    SmallDesk desk;
    const Inspection inspection = desk.start({QStringLiteral("outsourcing")});
    fillAll(desk, inspection);
    const auto before = desk.repository->load(inspection.id)->answers;
    ChangeProfile changing(desk.set.policy, *desk.repository);
    const QString why = QStringLiteral("今年度から委託がない。");
    const auto without = changing.change(inspection.id, {}, why, {});
    QVERIFY(without);
    QCOMPARE(without->profile.removed, QList<RemovedFlag>({{QStringLiteral("outsourcing"), why}}));
    QCOMPARE(without->answers, before);
    const Submission frozen = freeze(*without, desk.checklist(), desk.clock.now());
    QVERIFY(frozen.items.size() < before.size());
    const auto with = changing.change(inspection.id, {QStringLiteral("outsourcing")}, {}, {});
    QVERIFY(with);
    QVERIFY(with->profile.removed.isEmpty());
    QCOMPARE(freeze(*with, desk.checklist(), desk.clock.now()).items.size(), before.size());
}

void TestDeskWorkflows::restoresFromThePdfAlone()
{
    SmallCity city;
    SmallDesk desk;
    const Inspection inspection = desk.start({QStringLiteral("outsourcing")});
    fillAll(desk, inspection);
    const auto key = city.signer(QStringLiteral("U0004"), Role::Inspector);
    const auto exported = city.exporter().exportSigned(*desk.repository->load(inspection.id),
                                                       city.act(*key, Role::Inspector, QStringLiteral("U0004")));
    QVERIFY(exported);
    QVERIFY(MarkSigned(*desk.repository).mark(inspection.id, exported->submission, {}));
    const Inspection before = *desk.repository->load(inspection.id);
    desk.loseEverything();
    QVERIFY(!desk.repository->load(inspection.id));
    for (int time = 0; time < 2; ++time) { // the second time it is there already
        const auto restored = restoredFrom(exported->pdf, *desk.store);
        QVERIFY(restored);
        QCOMPARE(restored->answers, before.answers);
        QCOMPARE(restored->profile, before.profile);
        QCOMPARE(restored->inspector, before.inspector);
        QCOMPARE(restored->state, InspectionState::Signed);
        QCOMPARE(restored->submission, before.submission);
    }
    QCOMPARE(desk.repository->list()->size(), 1);
    // Its own JSON again, byte for byte
    const Submission again = freeze(*desk.repository->load(inspection.id), desk.checklist(), city.clock.now());
    QCOMPARE(writeSubmission(again), exported->json);
}

void TestDeskWorkflows::restoreRefuses_data()
{
    QTest::addColumn<QString>("made");
    QTest::addColumn<ErrorCode>("error");
    QTest::newRow("foreign") << "foreign" << ErrorCode::NotAccepted;
    QTest::newRow("zero bytes") << "zero" << ErrorCode::NotAccepted;
    QTest::newRow("unsigned draft") << "draft" << ErrorCode::NotAccepted;
    QTest::newRow("altered") << "altered" << ErrorCode::NotAccepted;
    QTest::newRow("other content") << "other" << ErrorCode::AlreadyExists;
}

void TestDeskWorkflows::restoreRefuses()
{
    QFETCH(QString, made);
    QFETCH(ErrorCode, error);
    SmallCity city;
    SmallDesk desk;
    const Inspection first = city.inspection(QStringLiteral("U0004"));
    Inspection other = city.inspection(QStringLiteral("U0004"), 2026, 2);
    other.id = first.id;
    QByteArray pdf = made == u"foreign" ? foreignPdf()
        : made == u"zero"               ? QByteArray()
        : made == u"draft"              ? city.draft(first)
                                        : city.sign(other);
    if (made == u"altered") {
        pdf[pdf.size() / 3] = static_cast<char>(pdf[pdf.size() / 3] ^ 1);
    }
    if (made == u"other") {
        QVERIFY(restoredFrom(city.sign(first), *desk.store));
    }
    const auto restored = restoredFrom(pdf, *desk.store);
    QVERIFY(!restored);
    QCOMPARE(restored.error().code, error);
    QCOMPARE(desk.repository->list()->size(), made == u"other" ? 1 : 0);
}

QTEST_MAIN(TestDeskWorkflows)
#include "tst_desk_workflows.moc"
