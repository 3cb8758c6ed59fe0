#include "inspection_fixture.h"

using namespace tenken;
using namespace Qt::StringLiterals;
using State = InspectionState;

namespace {

const QString item = u"KC-B-001"_s;
const QString who = u"山田 太郎"_s;
const QUuid id = sample::inspectionId;

} // namespace

class TestInspectionRepository : public InspectionFixture {
    Q_OBJECT

private Q_SLOTS:
    void loadsWhatWasCreated()
    {
        Inspection wanted = sample::inspection();
        wanted.startedAt = wanted.changedAt = sample::moment();
        reopen();
        const auto loaded = m_inspections->load(id);
        VERIFY_OK(loaded);
        QCOMPARE(loaded->submission, wanted.submission);
        QVERIFY(loaded->supersedes.isNull());
        QCOMPARE(loaded->state, State::NotStarted);
        QCOMPARE(loaded->checklist, wanted.checklist);
        QCOMPARE(loaded->edition, wanted.edition);
        QCOMPARE(loaded->checklistFingerprint, wanted.checklistFingerprint);
        QCOMPARE(loaded->policy, wanted.policy);
        QCOMPARE(loaded->policyFingerprint, wanted.policyFingerprint);
        QCOMPARE(loaded->fiscalYear, wanted.fiscalYear);
        QCOMPARE(loaded->round, wanted.round);
        QVERIFY(loaded->subject == wanted.subject);
        QVERIFY(loaded->department == wanted.department);
        QVERIFY(loaded->profile == wanted.profile);
        QVERIFY(loaded->inspector == wanted.inspector);
        QCOMPARE(loaded->inspectionDate, wanted.inspectionDate);
        QCOMPARE(loaded->startedAt, wanted.startedAt);
        QVERIFY(loaded->staffTally == wanted.staffTally);
    }

    void refusesAnIdTwice()
    {
        COMPARE_CODE(m_inspections->create(sample::inspection(), who), ErrorCode::AlreadyExists);
        const auto sameSubmission = sample::inspection(QUuid::createUuid());
        COMPARE_CODE(m_inspections->create(sameSubmission, who), ErrorCode::AlreadyExists);
        QCOMPARE(m_inspections->list()->size(), 1);
    }

    void refusesWhatIsUnknown()
    {
        COMPARE_CODE(m_inspections->load(QUuid::createUuid()), ErrorCode::UnknownInspection);
        COMPARE_CODE(m_inspections->load(id, 2), ErrorCode::UnknownInspection);
        COMPARE_CODE(m_inspections->recordAnswer(QUuid::createUuid(), item, {}, {}, who), ErrorCode::UnknownInspection);
        COMPARE_CODE(m_inspections->findBySubmission(id), ErrorCode::UnknownInspection);
        QCOMPARE(m_inspections->findBySubmission(sample::submissionId)->inspection, id);
    }

    void recordsEveryField()
    {
        m_clock.advanceSeconds(60);
        const auto stored = m_inspections->recordAnswer(id, item, sample::fullAnswer(), {}, who);
        VERIFY_OK(stored);
        reopen();
        QVERIFY(sample::sameContent(answerOf(item), sample::fullAnswer()));
        QCOMPARE(answerOf(item).answeredAt, m_clock.now());
        QVERIFY(answerOf(item) == *stored);
        QCOMPARE(m_inspections->load(id)->state, State::Answering);
        QCOMPARE(m_inspections->load(id)->changedAt, m_clock.now());
        QCOMPARE(m_inspections->load(id)->startedAt, sample::moment());
        QCOMPARE(m_inspections->list()->first().answered, 1);
    }

    void recordsFieldByField_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::newRow("answer") << u"answer"_s << u"PARTIAL"_s;
        QTest::newRow("comment") << u"comment"_s << sample::fullAnswer().comment;
        QTest::newRow("reason") << u"reason"_s << u"理由"_s;
        QTest::newRow("cause") << u"cause"_s << u"rule-unfit"_s;
        QTest::newRow("opinion") << u"opinion"_s << u"規程が実態に合わない"_s;
        QTest::newRow("evidence") << u"evidence"_s
                                  << u"[{\"date\":\"2026-10-01\",\"document\":\"入退室記録\",\"number\":\"総第12号\","_s
                + u"\"place\":\"書庫3\",\"sha256\":\""_s + QString(64, u'a') + u"\"},{\"document\":\"台帳\"}]"_s;
        QTest::newRow("plan")
            << u"plan"_s
            << u"{\"due\":\"2027-03-31\",\"interim\":\"施錠確認\",\"measure\":\"鍵を交換する\",\"owner\":\"庶務係\"}"_s;
        QTest::newRow("flag") << u"flag"_s << u"1"_s;
    }
    void recordsFieldByField()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        const Answer full = sample::fullAnswer();
        Answer one;
        one.code = field == u"answer" ? full.code : std::nullopt;
        one.comment = field == u"comment" ? full.comment : QString();
        one.reason = field == u"reason" ? full.reason : QString();
        one.cause = field == u"cause" ? full.cause : std::nullopt;
        one.opinion = field == u"opinion" ? full.opinion : QString();
        one.evidence = field == u"evidence" ? full.evidence : QList<Evidence>();
        one.plan = field == u"plan" ? full.plan : Plan();
        one.flagged = field == u"flag";
        const qsizetype before = m_inspections->history(id)->size();
        VERIFY_OK(m_inspections->recordAnswer(id, item, one, {}, who));
        QVERIFY(sample::sameContent(answerOf(item), one));
        QCOMPARE(answerOf(item).answeredAt.isValid(), field != u"flag");
        const auto history = m_inspections->history(id);
        QCOMPARE(history->size(), before + 2); // the field, and not-started → answering
        const HistoryEntry entry = history->at(before);
        QCOMPARE(entry.field, field);
        QCOMPARE(entry.item, item);
        QCOMPARE(entry.before, QString());
        QCOMPARE(entry.after, text);
        QCOMPARE(entry.who, who);
        QCOMPARE(entry.at, m_clock.now());
        VERIFY_OK(m_inspections->recordAnswer(id, item, {}, one, {}));
        QVERIFY(!m_inspections->load(id)->answers.contains(item));
        QCOMPARE(lastHistory(), QStringList({{}, item, field, text, {}}));
    }

    void tellsTheSecondWriter()
    {
        const auto second = Store::open(m_folder->filePath(u"tenken.db"_s), m_clock);
        VERIFY_OK(second);
        InspectionRepository other(**second);
        const Answer mine = sample::coded(AnswerCode::Yes);
        const Answer theirs = sample::coded(AnswerCode::No);
        VERIFY_OK(other.recordAnswer(id, item, theirs, {}, who));
        const auto refused = m_inspections->recordAnswer(id, item, mine, {}, who);
        COMPARE_CODE(refused, ErrorCode::StoreConflict);
        QCOMPARE(refused.error().subject, item);
        QVERIFY(sample::sameContent(answerOf(item), theirs));
        VERIFY_OK(m_inspections->recordAnswer(id, item, mine, theirs, who));
        QVERIFY(sample::sameContent(other.load(id)->answers.value(item), mine));
    }

    void writesNothingForTheSameAnswer()
    {
        const Answer yes = sample::coded(AnswerCode::Yes);
        VERIFY_OK(m_inspections->recordAnswer(id, item, yes, {}, who));
        const qsizetype before = m_inspections->history(id)->size();
        m_clock.advanceSeconds(5);
        VERIFY_OK(m_inspections->recordAnswer(id, item, yes, yes, who));
        QCOMPARE(m_inspections->history(id)->size(), before);
        QCOMPARE(answerOf(item).answeredAt, sample::moment());
    }

    void refusesForbiddenCharacters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nul") << u"a"_s + QChar(u'\0') + u"b"_s;
        QTest::newRow("escape") << u"\u001b[31m"_s;
        QTest::newRow("lone surrogate") << QString(QChar(0xD842));
    }
    void refusesForbiddenCharacters()
    {
        QFETCH(QString, text);
        Answer inEvidence;
        inEvidence.evidence = {{text, {}, {}, {}, {}}};
        Answer inPlan;
        inPlan.plan.owner = text;
        COMPARE_CODE(m_inspections->recordAnswer(id, item, sample::coded(AnswerCode::No, text), {}, who),
                     ErrorCode::InvalidValue);
        COMPARE_CODE(m_inspections->recordAnswer(id, item, inEvidence, {}, who), ErrorCode::InvalidValue);
        COMPARE_CODE(m_inspections->recordAnswer(id, item, inPlan, {}, who), ErrorCode::InvalidValue);
        COMPARE_CODE(m_inspections->recordAnswer(id, text, sample::coded(AnswerCode::No), {}, who),
                     ErrorCode::InvalidValue);
        COMPARE_CODE(m_inspections->recordAnswer(id, item, sample::coded(AnswerCode::No), {}, text),
                     ErrorCode::InvalidValue);
        QVERIFY(m_inspections->load(id)->answers.isEmpty());
    }

    void fillsAllOrNothing()
    {
        QList<AnswerChange> changes;
        for (int n = 0; n < 74; ++n) {
            changes.append({u"KC-B-%1"_s.arg(n, 3, 10, QLatin1Char('0')), sample::coded(AnswerCode::Yes), {}});
        }
        auto conflicting = changes;
        conflicting.last().expected = sample::coded(AnswerCode::No);
        COMPARE_CODE(m_inspections->recordAnswers(id, conflicting, who), ErrorCode::StoreConflict);
        QVERIFY(m_inspections->load(id)->answers.isEmpty());
        QCOMPARE(*m_inspections->recordAnswers(id, changes, who), 74);
        QCOMPARE(m_inspections->list()->first().answered, 74);
        VERIFY_OK(m_inspections->undo(id, who));
        QVERIFY(m_inspections->load(id)->answers.isEmpty());
        QCOMPARE(m_inspections->load(id)->state, State::NotStarted);
    }

    void historyIsWholeHoweverManyRows_data()
    {
        QTest::addColumn<int>("items");
        for (const int items : {1, 15, 16, 17, 32, 33, 106}) {
            QTest::addRow("%d items", items) << items;
        }
    }
    void historyIsWholeHoweverManyRows()
    {
        QFETCH(int, items);
        QList<AnswerChange> changes;
        for (int i = 0; i < items; ++i) {
            changes.append({u"B-%1"_s.arg(i), sample::coded(AnswerCode::Yes, u"comment %1"_s.arg(i)), {}});
        }
        const qsizetype before = m_inspections->history(id)->size();
        QCOMPARE(*m_inspections->recordAnswers(id, changes, who), items);
        const auto history = m_inspections->history(id);
        QCOMPARE(history->size(), before + 2 * items + 1); // answer, comment; the state once
        for (qsizetype i = 0; i < history->size(); ++i) {
            QCOMPARE(history->at(i).sequence, history->first().sequence + i);
        }
        QCOMPARE(history->at(before + 1).after, u"comment 0"_s);
        QCOMPARE(history->last().field, u"state"_s);
        VERIFY_OK(m_inspections->undo(id, who)); // one step for all of them
        QVERIFY(m_inspections->load(id)->answers.isEmpty());
    }

    void setsFieldsWithHistory()
    {
        VERIFY_OK(m_inspections->setProfile(id, {{u"sns"_s}, {}}, who));
        QCOMPARE(m_inspections->load(id)->profile.flags, QStringList{u"sns"_s});
        QCOMPARE(lastHistory().at(2), u"profile"_s);
        VERIFY_OK(m_inspections->setInspector(id, {u"鈴木"_s, u"係長"_s}, {}));
        QCOMPARE(m_inspections->load(id)->inspector.post, u"係長"_s);
        VERIFY_OK(m_inspections->setInspectionDate(id, QDate(2026, 12, 1), who));
        QCOMPARE(lastHistory(), QStringList({who, {}, u"date"_s, u"2026-11-20"_s, u"2026-12-01"_s}));
        QCOMPARE(m_inspections->load(id)->inspectionDate, QDate(2026, 12, 1));
        VERIFY_OK(m_inspections->setStaffTally(id, std::nullopt, who));
        QVERIFY(!m_inspections->load(id)->staffTally);
        QCOMPARE(m_inspections->load(id)->state, State::NotStarted);
        for (int step = 0; step < 4; ++step) {
            VERIFY_OK(m_inspections->undo(id, who));
        }
        const auto loaded = m_inspections->load(id);
        QVERIFY(loaded->staffTally == sample::inspection().staffTally);
        QVERIFY(loaded->profile == sample::inspection().profile);
        QVERIFY(loaded->inspector == sample::inspection().inspector);
        QCOMPARE(loaded->inspectionDate, QDate(2026, 11, 20));
        COMPARE_CODE(m_inspections->undo(id, who), ErrorCode::NothingToUndo);
    }

    void undoesAndRedoesOverSessions()
    {
        const Answer first = sample::coded(AnswerCode::Yes);
        VERIFY_OK(m_inspections->recordAnswer(id, item, first, {}, who));
        VERIFY_OK(m_inspections->recordAnswer(id, item, sample::fullAnswer(), first, who));
        reopen();
        QCOMPARE(m_inspections->undoState(id)->undoable, 2);
        const auto undone = m_inspections->undo(id, u"別人"_s);
        VERIFY_OK(undone);
        QCOMPARE(undone->size(), 8);
        QCOMPARE(undone->first().who, u"別人"_s);
        QVERIFY(sample::sameContent(answerOf(item), first));
        reopen();
        VERIFY_OK(m_inspections->undo(id, who));
        QVERIFY(!m_inspections->load(id)->answers.contains(item));
        COMPARE_CODE(m_inspections->undo(id, who), ErrorCode::NothingToUndo);
        VERIFY_OK(m_inspections->redo(id, who));
        VERIFY_OK(m_inspections->redo(id, who));
        QVERIFY(sample::sameContent(answerOf(item), sample::fullAnswer()));
        COMPARE_CODE(m_inspections->redo(id, who), ErrorCode::NothingToUndo);
        VERIFY_OK(m_inspections->undo(id, who));
        VERIFY_OK(m_inspections->recordAnswer(id, u"KC-B-002"_s, first, {}, who));
        COMPARE_CODE(m_inspections->redo(id, who), ErrorCode::NothingToUndo); // a new change ends the other branch
        VERIFY_OK(m_inspections->undo(id, who));
        QVERIFY(!m_inspections->load(id)->answers.contains(u"KC-B-002"_s));
        QVERIFY(sample::sameContent(answerOf(item), first));
    }

    void keepsHistoryFromChanges_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("update") << u"UPDATE history SET who = 'x'"_s;
        QTest::newRow("delete") << u"DELETE FROM history"_s;
        QTest::newRow("replace") << u"INSERT OR REPLACE INTO history SELECT sequence, change, kind, target, at, 'x', "
                                    "inspection, revision, item, field, before, after FROM history LIMIT 1"_s;
        QTest::newRow("inspection") << u"DELETE FROM inspections"_s;
    }
    void keepsHistoryFromChanges()
    {
        QFETCH(QString, sql);
        const auto before = m_inspections->history(id);
        QVERIFY(!m_store->database().execute(sql).has_value());
        QCOMPARE(m_inspections->history(id)->size(), before->size());
        QCOMPARE(m_inspections->history(id)->first().who, who);
    }

    void movesThroughStates_data()
    {
        QTest::addColumn<QList<int>>("path");
        QTest::addColumn<bool>("allowed");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *name, const QList<State> &path, bool allowed, ErrorCode code = {}) {
            QList<int> numbers;
            for (const State state : path) {
                numbers.append(static_cast<int>(state));
            }
            QTest::newRow(name) << numbers << allowed << code;
        };
        row("answer", {State::Answering}, true);
        row("sign", {State::Answering, State::Signed}, true);
        row("sign twice", {State::Signed, State::Signed}, true);
        row("return", {State::Signed, State::Returned}, true);
        row("return again", {State::Signed, State::Returned, State::Returned}, true);
        row("sign the returned one again", {State::Signed, State::Returned, State::Signed}, false, ErrorCode::ReadOnly);
        row("take up the returned one", {State::Signed, State::Returned, State::Answering}, false, ErrorCode::ReadOnly);
        row("unsign", {State::Signed, State::Answering}, false, ErrorCode::ReadOnly);
        row("unstart", {State::Answering, State::NotStarted}, false, ErrorCode::InvalidValue);
        row("supersede by hand", {State::Signed, State::Superseded}, false, ErrorCode::ReadOnly);
        row("return unstarted", {State::Returned}, false, ErrorCode::InvalidValue);
    }
    void movesThroughStates()
    {
        QFETCH(QList<int>, path);
        QFETCH(bool, allowed);
        QFETCH(ErrorCode, code);
        for (qsizetype step = 0; step < path.size(); ++step) {
            const State state = static_cast<State>(path.at(step));
            const Status moved = m_inspections->setState(id, state, u"不足"_s, who);
            if (step + 1 < path.size() || allowed) {
                VERIFY_OK(moved);
                QCOMPARE(m_inspections->load(id)->state, state);
                QCOMPARE(m_inspections->load(id)->returnReason, state == State::Returned ? u"不足"_s : QString());
            } else {
                COMPARE_CODE(moved, code);
            }
        }
    }

    void returnsOnlyWithAReason()
    {
        VERIFY_OK(m_inspections->setState(id, State::Signed, {}, who));
        COMPARE_CODE(m_inspections->setState(id, State::Returned, {}, who), ErrorCode::ReasonRequired);
        QCOMPARE(m_inspections->load(id)->state, State::Signed);
    }

    void refusesChangesWhenSigned()
    {
        const Answer yes = sample::coded(AnswerCode::Yes);
        VERIFY_OK(m_inspections->recordAnswer(id, item, yes, {}, who));
        VERIFY_OK(m_inspections->setState(id, State::Signed, {}, who));
        const qsizetype before = m_inspections->history(id)->size();
        COMPARE_CODE(m_inspections->recordAnswer(id, item, sample::coded(AnswerCode::No), yes, who),
                     ErrorCode::ReadOnly);
        COMPARE_CODE(m_inspections->recordAnswers(id, {}, who), ErrorCode::ReadOnly);
        COMPARE_CODE(m_inspections->setProfile(id, {}, who), ErrorCode::ReadOnly);
        COMPARE_CODE(m_inspections->setInspector(id, {}, who), ErrorCode::ReadOnly);
        COMPARE_CODE(m_inspections->setInspectionDate(id, {}, who), ErrorCode::ReadOnly);
        COMPARE_CODE(m_inspections->setStaffTally(id, {}, who), ErrorCode::ReadOnly);
        COMPARE_CODE(m_inspections->undo(id, who), ErrorCode::ReadOnly);
        COMPARE_CODE(m_inspections->redo(id, who), ErrorCode::ReadOnly);
        COMPARE_CODE(m_inspections->deleteDraft(id, who), ErrorCode::ReadOnly);
        QCOMPARE(m_inspections->undoState(id)->undoable, 0);
        QCOMPARE(m_inspections->history(id)->size(), before);
        // Returned, it still carries the submission id of a signed PDF: nothing else may be signed under that id.
        VERIFY_OK(m_inspections->setState(id, State::Returned, u"不足"_s, who));
        QVERIFY(m_inspections->load(id)->isReadOnly());
        COMPARE_CODE(m_inspections->recordAnswer(id, item, sample::coded(AnswerCode::No), yes, who),
                     ErrorCode::ReadOnly);
        COMPARE_CODE(m_inspections->undo(id, who), ErrorCode::ReadOnly);
    }

    void startsARevision()
    {
        VERIFY_OK(m_inspections->recordAnswer(id, item, sample::fullAnswer(), {}, who));
        COMPARE_CODE(m_inspections->startRevision(id, who), ErrorCode::AlreadyExists);
        VERIFY_OK(m_inspections->setState(id, State::Signed, {}, who));
        m_clock.advanceSeconds(60);
        const QUuid submission = QUuid::createUuid();
        const auto second = m_inspections->startRevision(id, who, submission);
        VERIFY_OK(second);
        QCOMPARE(second->revision, 2);
        QCOMPARE(second->submission, submission);
        QCOMPARE(second->supersedes, sample::submissionId);
        QCOMPARE(second->state, State::Answering);
        QCOMPARE(second->startedAt, m_clock.now());
        QVERIFY(sample::sameContent(answerOf(item), sample::fullAnswer()));
        QCOMPARE(m_inspections->load(id, 1)->state, State::Signed);
        COMPARE_CODE(m_inspections->undo(id, who), ErrorCode::NothingToUndo);
        VERIFY_OK(m_inspections->recordAnswer(id, item, {}, sample::fullAnswer(), who));
        QVERIFY(sample::sameContent(m_inspections->load(id, 1)->answers.value(item), sample::fullAnswer()));
        VERIFY_OK(m_inspections->setState(id, State::Signed, {}, who));
        QCOMPARE(m_inspections->load(id, 1)->state, State::Superseded);
        QCOMPARE(m_inspections->load(id)->state, State::Signed);
        QCOMPARE(m_inspections->revisions(id)->size(), 2);
        QCOMPARE(m_inspections->list()->size(), 1);
        QCOMPARE(m_inspections->list()->first().revision, 2);
    }

    void carriesTheReasonIntoTheNextRevision()
    {
        VERIFY_OK(m_inspections->setState(id, State::Signed, {}, who));
        VERIFY_OK(m_inspections->setState(id, State::Returned, u"証跡不足"_s, who));
        const auto second = m_inspections->startRevision(id, who);
        VERIFY_OK(second);
        QCOMPARE(second->state, State::Returned);
        QCOMPARE(m_inspections->list()->first().returnReason, u"証跡不足"_s);
        VERIFY_OK(m_inspections->setState(id, State::Signed, {}, who));
        QCOMPARE(m_inspections->load(id, 1)->state, State::Superseded);
    }

    void deletesDraftsOnly()
    {
        VERIFY_OK(m_inspections->recordAnswer(id, item, sample::fullAnswer(), {}, who));
        const qsizetype before = m_inspections->history(id)->size();
        VERIFY_OK(m_inspections->deleteDraft(id, who));
        COMPARE_CODE(m_inspections->load(id), ErrorCode::UnknownInspection);
        QVERIFY(m_inspections->list()->isEmpty());
        QCOMPARE(m_inspections->history(id)->size(), before + 1);
        QCOMPARE(lastHistory(), QStringList({who, {}, u"state"_s, u"answering"_s, {}}));
        COMPARE_CODE(m_inspections->create(sample::inspection(), who), ErrorCode::AlreadyExists);
        COMPARE_CODE(m_inspections->deleteDraft(id, who), ErrorCode::UnknownInspection);
    }

    void deletingASecondRevisionShowsTheFirst()
    {
        VERIFY_OK(m_inspections->setState(id, State::Signed, {}, who));
        VERIFY_OK(m_inspections->startRevision(id, who));
        VERIFY_OK(m_inspections->deleteDraft(id, who));
        QCOMPARE(m_inspections->load(id)->revision, 1);
        QCOMPARE(m_inspections->load(id)->state, State::Signed);
        VERIFY_OK(m_inspections->setState(id, State::Returned, u"不足"_s, who));
        COMPARE_CODE(m_inspections->deleteDraft(id, who), ErrorCode::ReadOnly); // it was signed once
    }

    void listsNewestChangeFirst()
    {
        m_clock.advanceSeconds(1);
        const QUuid second = QUuid::createUuid();
        VERIFY_OK(m_inspections->create(sample::inspection(second, QUuid::createUuid()), who));
        QCOMPARE(m_inspections->list()->first().inspection, second);
        m_clock.advanceSeconds(1);
        VERIFY_OK(m_inspections->recordAnswer(id, item, sample::coded(AnswerCode::No), {}, who));
        QCOMPARE(m_inspections->list()->first().inspection, id);
        QCOMPARE(m_inspections->list()->size(), 2);
    }

    void rollsBackHalfOfAChange()
    {
        // The history row fails after the answer was written: neither may stay.
        VERIFY_OK(m_store->database().execute(
            u"CREATE TEMP TRIGGER broken BEFORE INSERT ON main.history BEGIN SELECT RAISE(ABORT, 'broken'); END"_s));
        COMPARE_CODE(m_inspections->recordAnswer(id, item, sample::fullAnswer(), {}, who), ErrorCode::StoreFailed);
        VERIFY_OK(m_store->database().execute(u"DROP TRIGGER temp.broken"_s));
        QVERIFY(m_inspections->load(id)->answers.isEmpty());
        QCOMPARE(m_inspections->load(id)->state, State::NotStarted);
    }
};

QTEST_GUILESS_MAIN(TestInspectionRepository)
#include "moc_inspection_fixture.cpp"
#include "tst_inspection_repository.moc"
