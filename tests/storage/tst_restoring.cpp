#include "inspection_fixture.h"

using namespace tenken;
using namespace Qt::StringLiterals;
using State = InspectionState;

namespace {

const QString item = u"KC-B-001"_s;
const QString who = u"山田 太郎"_s;
const QUuid id = sample::inspectionId;

} // namespace

/// Revisions that come back from their PDF
class TestRestoring : public InspectionFixture {
    Q_OBJECT

private Q_SLOTS:
    void restoresASignedRevision()
    {
        VERIFY_OK(m_inspections->recordAnswer(id, item, sample::fullAnswer(), {}, who));
        VERIFY_OK(m_inspections->setState(id, State::Signed, {}, who));
        Inspection fromPdf = *m_inspections->load(id);
        fromPdf.answers[item].flagged = false; // not in the PDF
        QCOMPARE(*m_inspections->restoreInspection(fromPdf, who), false);
        QVERIFY(answerOf(item).flagged);

        QTemporaryDir elsewhere;
        const auto store = Store::open(elsewhere.filePath(u"tenken.db"_s), m_clock);
        VERIFY_OK(store);
        InspectionRepository other(**store);
        QCOMPARE(*other.restoreInspection(fromPdf, who), true);
        QCOMPARE(other.load(id)->state, State::Signed);
        QVERIFY(other.load(id)->answers == fromPdf.answers);
        QCOMPARE(other.load(id)->changedAt, fromPdf.changedAt);
        QCOMPARE(*other.restoreInspection(fromPdf, who), false);
        COMPARE_CODE(other.recordAnswer(id, item, {}, fromPdf.answers.value(item), who), ErrorCode::ReadOnly);
        COMPARE_CODE(other.deleteDraft(id, who), ErrorCode::ReadOnly);

        Inspection second = fromPdf;
        second.revision = 3;
        second.supersedes = fromPdf.submission;
        second.submission = QUuid::createUuid();
        QCOMPARE(*other.restoreInspection(second, who), true);
        QCOMPARE(other.load(id)->revision, 3);
        QCOMPARE(other.load(id, 1)->state, State::Superseded);
        Inspection between = second;
        between.revision = 2;
        between.submission = QUuid::createUuid();
        QCOMPARE(*other.restoreInspection(between, who), true);
        QCOMPARE(other.load(id, 2)->state, State::Superseded);
        QCOMPARE(other.load(id)->revision, 3);
    }

    void refusesToRestoreOverDifferentContent()
    {
        VERIFY_OK(m_inspections->recordAnswer(id, item, sample::coded(AnswerCode::Yes), {}, who));
        Inspection fromPdf = *m_inspections->load(id);
        fromPdf.answers[item].comment = u"別"_s;
        COMPARE_CODE(m_inspections->restoreInspection(fromPdf, who), ErrorCode::AlreadyExists);
        QVERIFY(sample::sameContent(answerOf(item), sample::coded(AnswerCode::Yes)));
        fromPdf = *m_inspections->load(id);
        QCOMPARE(*m_inspections->restoreInspection(fromPdf, who), false);
        QCOMPARE(m_inspections->load(id)->state, State::Signed); // the PDF proves that it was signed
    }

    void restoresADeletedDraftThatWasSignedElsewhere()
    {
        const Inspection fromPdf = *m_inspections->load(id);
        VERIFY_OK(m_inspections->deleteDraft(id, who));
        QCOMPARE(*m_inspections->restoreInspection(fromPdf, who), true);
        QCOMPARE(m_inspections->list()->size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestRestoring)
#include "moc_inspection_fixture.cpp"
#include "tst_restoring.moc"
