#include "core/submission.h"

#include "support/sample_values.h"

#include <QTest>

using namespace tenken;

class SubmissionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void freezesWhatWasAsked();
    void freezesWhoAndWhat();
    void overlayWordingStaysInTheCity();
    void thawsToASignedInspection();
    void aThawedInspectionFreezesToTheSame();
    void finds();
    void fileNames_data();
    void fileNames();
};

namespace {

const QDateTime exported = fromIso(QStringLiteral("2026-11-22T21:03:00+09:00"));

/// always, wifi only, schools only
Checklist someChecklist()
{
    Item wifi = sample::item("B-2");
    wifi.applicability = {Applicability::Kind::AllOf, {"wifi"}};
    Item schools = sample::item("B-3");
    schools.bodies = {Body::BoardOfEducation};
    return sample::checklist({sample::item("B-1", "6(1)", 3), wifi, schools, sample::item("B-4")});
}

Inspection someInspection(const Checklist &checklist)
{
    Inspection inspection = sample::inspection(checklist);
    Answer answer = sample::answer(AnswerCode::Partial);
    answer.comment = QStringLiteral("𠮷田係だけ未対応\n来月対応");
    answer.cause = Cause::NoMeans;
    answer.evidence = {{"台帳", "第3号", QDate(2026, 10, 1), "書庫", QString(64, u'a')}};
    answer.plan = {"更新する", "係長", QDate(2027, 3, 31), "手作業"};
    answer.flagged = true;
    answer.answeredAt = exported.addDays(-3);
    inspection.answers.insert("B-1", answer);
    inspection.answers.insert("B-2", sample::answer(AnswerCode::Yes));
    inspection.revision = 2;
    inspection.supersedes = QUuid("{33333333-3333-4333-8333-333333333333}");
    inspection.profile = {{"sns"}, {{"wifi", "撤去した"}}};
    inspection.staffTally = StaffTally{"KC-A", "2026.1", 12, 11, {{"A-1", 9, 1, 0, 1, 0}}};
    return inspection;
}

} // namespace

void SubmissionTest::freezesWhatWasAsked()
{
    const Checklist checklist = someChecklist();
    const Inspection inspection = someInspection(checklist);
    const Submission submission = freeze(inspection, checklist, exported);
    QCOMPARE(submission.items.size(), 2);
    QCOMPARE(submission.hiddenByProfile, QStringList{"B-2"}); // B-3 is not for this body at all
    const SubmittedItem &first = submission.items.at(0);
    QCOMPARE(first.id, QStringLiteral("B-1"));
    QCOMPARE(first.revision, 3);
    QCOMPARE(first.fingerprint, checklist.items.at(0).fingerprint);
    QCOMPARE(first.question.value_or(QString()), checklist.items.at(0).question.ja);
    QVERIFY(!first.answer.flagged);
    Answer expected = inspection.answers.value("B-1");
    expected.flagged = false;
    QCOMPARE(first.answer, expected);
    QCOMPARE(submission.items.at(1).answer, Answer()); // unanswered: a draft export is a submission too
}

void SubmissionTest::freezesWhoAndWhat()
{
    const Checklist checklist = someChecklist();
    const Inspection inspection = someInspection(checklist);
    const Submission submission = freeze(inspection, checklist, exported);
    QCOMPARE(submission.id, inspection.submission);
    QCOMPARE(submission.inspection, inspection.id);
    QCOMPARE(submission.revision, 2);
    QCOMPARE(submission.supersedes, inspection.supersedes);
    QCOMPARE(submission.checklistFingerprint, checklist.fingerprint);
    QCOMPARE(submission.exportedAt, exported);
    QCOMPARE(submission.staffTally, inspection.staffTally);
    QCOMPARE(submission.profile, inspection.profile);
    QCOMPARE(submission.generatorName, QStringLiteral("Tenken"));
    QVERIFY(!submission.generatorVersion.isEmpty());
}

void SubmissionTest::overlayWordingStaysInTheCity()
{
    Item confidential = sample::item("L-1");
    confidential.overlay = true;
    const Checklist checklist = sample::checklist({confidential});
    const Submission submission = freeze(sample::inspection(checklist), checklist, exported);
    QVERIFY(!submission.items.at(0).question);
    QCOMPARE(submission.items.at(0).fingerprint, confidential.fingerprint);
}

void SubmissionTest::thawsToASignedInspection()
{
    const Checklist checklist = someChecklist();
    const Inspection before = someInspection(checklist);
    const Inspection thawed = thaw(freeze(before, checklist, exported));
    QCOMPARE(thawed.state, InspectionState::Signed);
    QVERIFY(thawed.isReadOnly());
    QCOMPARE(thawed.id, before.id);
    QCOMPARE(thawed.submission, before.submission);
    QCOMPARE(thawed.department, before.department);
    QCOMPARE(thawed.subject, before.subject);
    QCOMPARE(thawed.inspector, before.inspector);
    QCOMPARE(thawed.fiscalYear, before.fiscalYear);
    QCOMPARE(thawed.answers.keys(), QStringList{"B-1"}); // hidden and unanswered items bring nothing
    QCOMPARE(thawed.answers.value("B-1").plan, before.answers.value("B-1").plan);
}

void SubmissionTest::aThawedInspectionFreezesToTheSame()
{
    const Checklist checklist = someChecklist();
    Inspection inspection = someInspection(checklist);
    Answer cleared;
    cleared.answeredAt = exported.addDays(-1);
    inspection.answers.insert("B-4", cleared);
    const Submission first = freeze(inspection, checklist, exported);
    const Submission second = freeze(thaw(first), checklist, exported);
    QCOMPARE(second.items, first.items);
    QCOMPARE(second.hiddenByProfile, first.hiddenByProfile);
    QCOMPARE(second.id, first.id);
    QCOMPARE(second.supersedes, first.supersedes);
    QCOMPARE(second.inspectionDate, first.inspectionDate);
    QCOMPARE(second.profile, first.profile);
    QCOMPARE(fileNameOf(second), fileNameOf(first));
}

void SubmissionTest::finds()
{
    const auto submission = sample::submission(sample::checklist({sample::item("B-1"), sample::item("B-2")}), "Y-");
    QCOMPARE(submission->find("B-1"), &submission->items.at(0));
    QCOMPARE(submission->find("B-2"), nullptr);
}

void SubmissionTest::fileNames_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("checklist");
    QTest::addColumn<QString>("name");
    QTest::newRow("section") << "U0004"
                             << "KC-B"
                             << "2026-1_U0004_KC-B_r2.pdf";
    QTest::newRow("Japanese") << "納税課"
                              << "KC-B"
                              << "2026-1_納税課_KC-B_r2.pdf";
    QTest::newRow("folders") << "../../a\\b"
                             << "KC-B"
                             << "2026-1_.._.._a_b_KC-B_r2.pdf";
    QTest::newRow("what Windows refuses") << "a:b*c?d\"e<f>g|h"
                                          << "KC-B"
                                          << "2026-1_a_b_c_d_e_f_g_h_KC-B_r2.pdf";
    QTest::newRow("control characters") << QStringLiteral("a\nb\u0085c") << "KC-B"
                                        << "2026-1_a_b_c_KC-B_r2.pdf";
    QTest::newRow("placeholders") << "%1%5%4"
                                  << "KC-B"
                                  << "2026-1_%1%5%4_KC-B_r2.pdf";
    QTest::newRow("checklist of others") << "U0004"
                                         << "../KC/B"
                                         << "2026-1_U0004_.._KC_B_r2.pdf";
    QTest::newRow("beyond the BMP") << "𠮷"
                                    << "KC-B"
                                    << "2026-1_𠮷_KC-B_r2.pdf";
}

void SubmissionTest::fileNames()
{
    QFETCH(QString, subject);
    QFETCH(QString, checklist);
    Submission submission;
    submission.fiscalYear = FiscalYear(2026);
    submission.revision = 2;
    submission.subject.code = subject;
    submission.checklist = checklist;
    QTEST(fileNameOf(submission), "name");
}

QTEST_GUILESS_MAIN(SubmissionTest)
#include "tst_submission.moc"
