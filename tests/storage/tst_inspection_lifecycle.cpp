#include "inspection_fixture.h"

#include "support/enum_values.h"

using namespace tenken;
using namespace Qt::StringLiterals;
using State = InspectionState;

namespace {

const QString item = u"KC-B-001"_s;
const QString who = u"山田 太郎"_s;
const QUuid id = sample::inspectionId;

/// How a desk gets a revision into that state, by the calls that people make
QList<State> wayTo(State state)
{
    switch (state) {
    case State::NotStarted:
        return {};
    case State::Answering:
        return {State::Answering};
    case State::Signed:
        return {State::Signed};
    case State::Returned:
        return {State::Answering, State::Returned};
    case State::Superseded:
        return {State::Signed};
    }
    return {};
}

using Change = std::function<void(Inspection &)>;

QList<std::pair<const char *, Change>> otherContents()
{
    return {
        {"submission", [](Inspection &i) { i.submission = QUuid::createUuid(); }},
        {"supersedes", [](Inspection &i) { i.supersedes = QUuid::createUuid(); }},
        {"fingerprint", [](Inspection &i) { i.checklistFingerprint = QString(64, u'0'); }},
        {"edition", [](Inspection &i) { i.edition = u"2025.1"_s; }},
        {"year", [](Inspection &i) { i.fiscalYear = FiscalYear(2025); }},
        {"round", [](Inspection &i) { i.round = 2; }},
        {"subject", [](Inspection &i) { i.subject.name = u"別の課"_s; }},
        {"department", [](Inspection &i) { i.department.path = {u"別の局"_s}; }},
        {"flag", [](Inspection &i) { i.profile.flags.removeLast(); }},
        {"removed flag", [](Inspection &i) { i.profile.removed[0].reason = u"別"_s; }},
        {"inspector", [](Inspection &i) { i.inspector.post = u"係長"_s; }},
        {"date", [](Inspection &i) { i.inspectionDate = i.inspectionDate.addDays(1); }},
        {"tally", [](Inspection &i) { i.staffTally.reset(); }},
        {"answer", [](Inspection &i) { i.answers[item].code = AnswerCode::No; }},
        {"comment", [](Inspection &i) { i.answers[item].comment += u' '; }},
        {"evidence", [](Inspection &i) { i.answers[item].evidence.removeLast(); }},
        {"plan", [](Inspection &i) { i.answers[item].plan.due = i.answers[item].plan.due.addDays(1); }},
        {"an answer more", [](Inspection &i) { i.answers[u"KC-B-009"_s] = sample::coded(AnswerCode::Yes); }},
    };
}

} // namespace

/// States, revisions and what comes back from a PDF: each move from each state
class TestInspectionLifecycle : public InspectionFixture {
    Q_OBJECT

private Q_SLOTS:
    void everyMove_data()
    {
        QTest::addColumn<State>("from");
        QTest::addColumn<State>("to");
        QTest::addColumn<bool>("isAllowed");
        QTest::addColumn<ErrorCode>("code");
        const QList<std::pair<State, State>> allowed{
            {State::NotStarted, State::Answering}, {State::NotStarted, State::Signed},
            {State::Answering, State::Signed},     {State::Answering, State::Returned},
            {State::Returned, State::Answering},   {State::Returned, State::Signed},
            {State::Returned, State::Returned},    {State::Signed, State::Returned},
        };
        for (const State from : support::enumValues<State>()) {
            for (const State to : support::enumValues<State>()) {
                const bool isReadOnly = from == State::Signed || from == State::Superseded;
                QTest::addRow("%s to %s", qPrintable(toCode(from)), qPrintable(toCode(to)))
                    << from << to << (allowed.contains({from, to}) || from == to)
                    << (isReadOnly ? ErrorCode::ReadOnly : ErrorCode::InvalidValue);
            }
        }
    }
    void everyMove()
    {
        QFETCH(State, from);
        QFETCH(State, to);
        QFETCH(bool, isAllowed);
        QFETCH(ErrorCode, code);
        for (const State state : wayTo(from)) {
            VERIFY_OK(m_inspections->setState(id, state, u"不足"_s, who));
        }
        if (from == State::Superseded) { // no head of an inspection is: only its row says so here
            VERIFY_OK(m_store->database().execute(u"UPDATE revisions SET state = 'superseded'"_s));
        }
        const qsizetype before = m_inspections->history(id)->size();
        const Status moved = m_inspections->setState(id, to, u"もう一度"_s, who);
        QCOMPARE(m_inspections->load(id)->state, isAllowed ? to : from);
        if (!isAllowed) {
            COMPARE_CODE(moved, code);
            QCOMPARE(moved.error().detail, toCode(from) + u" to "_s + toCode(to));
            QCOMPARE(m_inspections->history(id)->size(), before);
            return;
        }
        VERIFY_OK(moved);
        QCOMPARE(m_inspections->load(id)->returnReason, to == State::Returned ? u"もう一度"_s : QString());
        QCOMPARE(m_inspections->load(id)->wasSigned,
                 from == State::Signed || to == State::Signed || from == State::Superseded);
        QCOMPARE(m_inspections->history(id)->size() > before, from != to || to == State::Returned);
    }

    void refusesWhatIsUnknown()
    {
        const QUuid nobody = QUuid::createUuid();
        COMPARE_CODE(m_inspections->setState(nobody, State::Signed, {}, who), ErrorCode::UnknownInspection);
        COMPARE_CODE(m_inspections->startRevision(nobody, who), ErrorCode::UnknownInspection);
        COMPARE_CODE(m_inspections->deleteDraft(nobody, who), ErrorCode::UnknownInspection);
        COMPARE_CODE(m_inspections->undo(nobody, who), ErrorCode::UnknownInspection);
        COMPARE_CODE(m_inspections->redo(nobody, who), ErrorCode::UnknownInspection);
        COMPARE_CODE(m_inspections->undoState(nobody), ErrorCode::UnknownInspection);
        COMPARE_CODE(m_inspections->setProfile(nobody, {}, who), ErrorCode::UnknownInspection);
        COMPARE_CODE(m_inspections->recordAnswers(nobody, {}, who), ErrorCode::UnknownInspection);
        QVERIFY(m_inspections->revisions(nobody)->isEmpty());
        QVERIFY(m_inspections->history(nobody)->isEmpty());
    }

    void refusesWhatNobodyCanRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("control character") << u"a\u0001"_s;
        QTest::newRow("carriage return") << u"a\r\nb"_s;
        QTest::newRow("lone surrogate") << QString(QChar(0xDFB7));
    }
    void refusesWhatNobodyCanRead()
    {
        QFETCH(QString, text);
        const qsizetype before = m_inspections->history(id)->size();
        const auto refuses = [](const Status &status) { COMPARE_CODE(status, ErrorCode::InvalidValue); };
        refuses(m_inspections->setState(id, State::Signed, text, who));
        refuses(m_inspections->setState(id, State::Signed, {}, text));
        refuses(m_inspections->setInspector(id, {text, {}}, who));
        refuses(m_inspections->setInspector(id, {{}, text}, who));
        refuses(m_inspections->setProfile(id, {{text}, {}}, who));
        refuses(m_inspections->setProfile(id, {{}, {{u"sns"_s, text}}}, who));
        refuses(m_inspections->setProfile(id, {{}, {{text, u"廃止"_s}}}, who));
        refuses(m_inspections->setStaffTally(id, StaffTally{text, {}, 1, 1, {}}, who));
        refuses(m_inspections->setStaffTally(id, StaffTally{{}, {}, 1, 1, {{text, 1, 0, 0, 0, 0}}}, who));
        refuses(m_inspections->setInspectionDate(id, QDate(2026, 12, 1), text));
        refuses(m_inspections->deleteDraft(id, text));
        for (QString Subject::*part : {&Subject::code, &Subject::name}) {
            Inspection odd = sample::inspection(QUuid::createUuid(), QUuid::createUuid());
            odd.subject.*part = text;
            refuses(m_inspections->create(odd, who));
        }
        for (QString Department::*part : {&Department::code, &Department::name}) {
            Inspection odd = sample::inspection(QUuid::createUuid(), QUuid::createUuid());
            odd.department.*part = text;
            refuses(m_inspections->create(odd, who));
        }
        for (const Change &spoil :
             {Change([&](Inspection &i) { i.answers.insert(item, sample::coded(AnswerCode::No, text)); }),
              Change([&](Inspection &i) {
                  i.department.path = {u"局"_s, text};
              }),
              Change([&](Inspection &i) { i.inspector.post = text; }),
              Change([&](Inspection &i) { i.profile.removed[0].reason = text; }),
              Change([&](Inspection &i) { i.staffTally->edition = text; })}) {
            Inspection odd = sample::inspection(QUuid::createUuid(), QUuid::createUuid());
            spoil(odd);
            refuses(m_inspections->create(odd, who));
        }
        QCOMPARE(m_inspections->list()->size(), 1);
        QCOMPARE(m_inspections->history(id)->size(), before);
        QCOMPARE(m_inspections->load(id)->inspector, sample::inspection().inspector);
        QCOMPARE(m_inspections->load(id)->state, State::NotStarted);
    }

    void refusesAnInspectionWithoutIdentity_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("no id") << 0;
        QTest::newRow("no submission") << 1;
        QTest::newRow("revision 0") << 2;
    }
    void refusesAnInspectionWithoutIdentity()
    {
        QFETCH(int, what);
        Inspection odd =
            sample::inspection(what == 0 ? QUuid() : QUuid::createUuid(), what == 1 ? QUuid() : QUuid::createUuid());
        odd.revision = what == 2 ? 0 : 1;
        COMPARE_CODE(m_inspections->create(odd, who), ErrorCode::InvalidValue);
        QCOMPARE(m_inspections->list()->size(), 1);
    }

    /// A third revision supersedes whatever was signed before it, and a used submission id is never used again.
    void supersedesEveryEarlierRevision()
    {
        VERIFY_OK(m_inspections->setState(id, State::Signed, {}, who));
        COMPARE_CODE(m_inspections->startRevision(id, who, sample::submissionId), ErrorCode::AlreadyExists);
        QCOMPARE(m_inspections->load(id)->revision, 1);
        VERIFY_OK(m_inspections->startRevision(id, who));
        VERIFY_OK(m_inspections->setState(id, State::Signed, {}, who));
        VERIFY_OK(m_inspections->setState(id, State::Returned, u"不足"_s, who));
        VERIFY_OK(m_inspections->startRevision(id, who));
        QCOMPARE(m_inspections->load(id, 2)->state, State::Returned);
        VERIFY_OK(m_inspections->setState(id, State::Signed, {}, who));
        QList<State> states;
        const QList<InspectionSummary> revisions = m_inspections->revisions(id).value();
        for (const InspectionSummary &revision : revisions) {
            states << revision.state;
        }
        QCOMPARE(states, QList({State::Superseded, State::Superseded, State::Signed}));
        QCOMPARE(m_inspections->load(id)->supersedes, m_inspections->load(id, 2)->submission);
        QVERIFY(m_inspections->load(id, 2)->isReadOnly());
    }

    void aStateEndsWhatCanBeTakenBack()
    {
        VERIFY_OK(m_inspections->recordAnswer(id, item, sample::coded(AnswerCode::Yes), {}, who));
        QCOMPARE(m_inspections->undoState(id)->undoable, 1);
        VERIFY_OK(m_inspections->setState(id, State::Returned, u"不足"_s, who));
        QCOMPARE(m_inspections->undoState(id)->undoable, 0);
        COMPARE_CODE(m_inspections->undo(id, who), ErrorCode::NothingToUndo);
        VERIFY_OK(m_inspections->setInspectionDate(id, QDate(2026, 12, 1), who));
        VERIFY_OK(m_inspections->undo(id, who));
        QCOMPARE(m_inspections->undoState(id)->redoable, 1);
        VERIFY_OK(m_inspections->setState(id, State::Answering, {}, who));
        QCOMPARE(m_inspections->undoState(id)->redoable, 0);
        COMPARE_CODE(m_inspections->redo(id, who), ErrorCode::NothingToUndo);
        QCOMPARE(m_inspections->load(id)->inspectionDate, sample::inspection().inspectionDate);
    }

    void doesNotRestoreOverOtherContent_data()
    {
        QTest::addColumn<int>("number");
        int number = 0;
        for (const auto &[name, change] : otherContents()) {
            QTest::newRow(name) << number++;
        }
    }
    void doesNotRestoreOverOtherContent()
    {
        QFETCH(int, number);
        VERIFY_OK(m_inspections->recordAnswer(id, item, sample::fullAnswer(), {}, who));
        const Inspection stored = *m_inspections->load(id);
        const qsizetype before = m_inspections->history(id)->size();
        Inspection fromPdf = stored;
        otherContents().at(number).second(fromPdf);
        const auto refused = m_inspections->restoreInspection(fromPdf, who);
        COMPARE_CODE(refused, ErrorCode::AlreadyExists);
        QCOMPARE(refused.error().detail, u"revision 1"_s);
        QCOMPARE(m_inspections->load(id)->state, State::Answering);
        QVERIFY(m_inspections->load(id)->answers == stored.answers);
        QCOMPARE(m_inspections->history(id)->size(), before);
    }

    /// Operation times, the private mark and the reason of a return are not in a PDF.
    void restoresOverTheSameContent()
    {
        VERIFY_OK(m_inspections->recordAnswer(id, item, sample::fullAnswer(), {}, who));
        Inspection fromPdf = *m_inspections->load(id);
        fromPdf.startedAt = fromPdf.changedAt = {};
        fromPdf.answers[item].flagged = false;
        fromPdf.answers[item].answeredAt = {};
        QCOMPARE(*m_inspections->restoreInspection(fromPdf, u"係長"_s), false);
        QCOMPARE(m_inspections->load(id)->state, State::Signed);
        QVERIFY(m_inspections->load(id)->wasSigned);
        QCOMPARE(lastHistory(), QStringList({u"係長"_s, {}, u"state"_s, u"answering"_s, u"signed"_s}));
        QVERIFY(answerOf(item).flagged);
    }

    void aReturnedRevisionStaysReturned()
    {
        const Inspection fromPdf = *m_inspections->load(id);
        VERIFY_OK(m_inspections->setState(id, State::Signed, {}, who));
        VERIFY_OK(m_inspections->setState(id, State::Returned, u"不足"_s, who));
        VERIFY_OK(m_inspections->startRevision(id, who));
        QCOMPARE(*m_inspections->restoreInspection(fromPdf, who), false);
        QCOMPARE(m_inspections->load(id, 1)->state, State::Returned);
        QCOMPARE(m_inspections->load(id)->revision, 2);
    }

    void restoredTimesAreAlwaysValid()
    {
        Inspection fromPdf = sample::inspection(QUuid::createUuid(), QUuid::createUuid());
        m_clock.advanceSeconds(60);
        QCOMPARE(*m_inspections->restoreInspection(fromPdf, who), true);
        QCOMPARE(m_inspections->load(fromPdf.id)->startedAt, m_clock.now());
        QCOMPARE(m_inspections->load(fromPdf.id)->changedAt, m_clock.now());
        QVERIFY(m_inspections->load(fromPdf.id)->isReadOnly());
    }

    /// Its submission id stands in another inspection: neither may change.
    void restoresNoSubmissionTwice()
    {
        Inspection fromPdf = sample::inspection(QUuid::createUuid(), sample::submissionId);
        COMPARE_CODE(m_inspections->restoreInspection(fromPdf, who), ErrorCode::AlreadyExists);
        COMPARE_CODE(m_inspections->load(fromPdf.id), ErrorCode::UnknownInspection);
        QCOMPARE(m_inspections->list()->size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestInspectionLifecycle)
#include "moc_inspection_fixture.cpp"
#include "tst_inspection_lifecycle.moc"
