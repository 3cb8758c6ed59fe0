#include "viewmodel/viewmodel_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace tenken;

class TestInspectionSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void answerIsDurable();
    void sameValueWritesNothing();
    void refusedAnswerIsTold();
    void undoAndRedoAcrossSessions();
    void anotherWritersAnswerIsAConflict();
    void nextUnansweredGoesRound();
    void profileNeedsAReason();
    void lastYearIsReferenceOnly();
    void searchIgnoresKanaWidthCase();

private:
    QString itemWithNa(bool allowed) const;
    std::unique_ptr<support::DeskFixture> m_fixture;
    QUuid m_id;
    std::unique_ptr<InspectionSession> m_session;
};

void TestInspectionSession::init()
{
    m_fixture = std::make_unique<support::DeskFixture>();
    QVERIFY(m_fixture->open());
    m_id = m_fixture->start();
    QVERIFY(!m_id.isNull());
    m_session = m_fixture->session(m_id);
    QVERIFY(m_session);
}

void TestInspectionSession::cleanup()
{
    m_session.reset();
    m_fixture.reset();
}

QString TestInspectionSession::itemWithNa(bool allowed) const
{
    for (const QString &id : m_session->items()) {
        if (m_session->item(id).isNaAllowed() == allowed) {
            return id;
        }
    }
    return {};
}

void TestInspectionSession::answerIsDurable()
{
    QSignalSpy saved(m_session.get(), &InspectionSession::saved);
    const QString item = m_session->items().first();
    QVERIFY(m_session->setAnswer(item, AnswerCode::Partial));
    QCOMPARE(saved.size(), 1);
    QCOMPARE(m_session->savedAt(), m_fixture->clock.now());
    const Result<Inspection> stored = m_fixture->desk->repository().load(m_id);
    QVERIFY(stored);
    QVERIFY(stored->answers.value(item).code == AnswerCode::Partial);
    QVERIFY(stored->state == InspectionState::Answering);
}

void TestInspectionSession::sameValueWritesNothing()
{
    const QString item = m_session->items().first();
    QVERIFY(m_session->setAnswer(item, AnswerCode::Yes));
    QSignalSpy saved(m_session.get(), &InspectionSession::saved);
    QVERIFY(m_session->setAnswer(item, AnswerCode::Yes));
    QCOMPARE(saved.size(), 0);
}

void TestInspectionSession::refusedAnswerIsTold()
{
    ErrorCode told = ErrorCode::Usage;
    connect(m_session.get(), &InspectionSession::failed, this, [&](const Error &error) { told = error.code; });
    const QString item = itemWithNa(false);
    QVERIFY(!item.isEmpty());
    QVERIFY(!m_session->setAnswer(item, AnswerCode::NotApplicable));
    QVERIFY(told == ErrorCode::AnswerNotAllowed);
    QVERIFY(!m_session->answerOf(item).code);
}

void TestInspectionSession::undoAndRedoAcrossSessions()
{
    const QString item = m_session->items().first();
    QVERIFY(m_session->setAnswer(item, AnswerCode::Yes));
    QVERIFY(m_session->setAnswer(item, AnswerCode::No));
    m_session = m_fixture->session(m_id);
    QCOMPARE(m_session->undoState().undoable, 2);
    QSignalSpy moved(m_session.get(), &InspectionSession::moved);
    QVERIFY(m_session->undo());
    QCOMPARE(moved.value(0).value(0).toString(), item);
    QVERIFY(m_session->answerOf(item).code == AnswerCode::Yes);
    QVERIFY(m_session->undo());
    QVERIFY(!m_session->answerOf(item).code);
    QVERIFY(!m_session->undo());
    QVERIFY(m_session->redo());
    QVERIFY(m_session->answerOf(item).code == AnswerCode::Yes);
}

void TestInspectionSession::anotherWritersAnswerIsAConflict()
{
    const QString item = m_session->items().first();
    const auto other = m_fixture->session(m_id);
    QVERIFY(other->setAnswer(item, AnswerCode::No));
    QSignalSpy conflicted(m_session.get(), &InspectionSession::conflicted);
    QVERIFY(!m_session->setAnswer(item, AnswerCode::Yes));
    QCOMPARE(conflicted.size(), 1);
    QVERIFY(m_session->answerOf(item).code == AnswerCode::No);
}

void TestInspectionSession::nextUnansweredGoesRound()
{
    const QStringList items = m_session->items();
    QVERIFY(m_session->setAnswer(items.at(1), AnswerCode::Yes));
    QCOMPARE(m_session->nextUnanswered(items.at(0)), items.at(2));
    QCOMPARE(m_session->nextUnanswered(items.last()), items.first());
    QCOMPARE(m_session->nextUnanswered(QString()), items.first());
}

void TestInspectionSession::profileNeedsAReason()
{
    const QStringList flags = m_session->inspection().profile.flags;
    QVERIFY(flags.size() > 1);
    const qsizetype asked = m_session->items().size();
    QVERIFY(!m_session->changeProfile({flags.first()}, {}));
    QCOMPARE(m_session->items().size(), asked);
    QVERIFY(m_session->changeProfile({flags.first()}, QStringLiteral("扱わなくなった")));
    QVERIFY(m_session->items().size() < asked);
}

void TestInspectionSession::lastYearIsReferenceOnly()
{
    const QUuid earlier = m_fixture->start(2025);
    const auto lastYear = m_fixture->session(earlier);
    const QString item = lastYear->items().first();
    QVERIFY(lastYear->setAnswer(item, AnswerCode::No));
    m_session = m_fixture->session(m_id);
    QCOMPARE(m_session->reference().year.startYear(), 2025);
    QVERIFY(m_session->reference().answers.value(item).code == AnswerCode::No);
    QVERIFY(!m_session->answerOf(item).code);
}

void TestInspectionSession::searchIgnoresKanaWidthCase()
{
    const QString item = m_session->items().first();
    Answer answer;
    answer.comment = QStringLiteral("ＵＳＢめもりを使う");
    QVERIFY(m_session->change(item, answer));
    QVERIFY(m_session->matchesSearch(item, QStringLiteral("usbめもり")));
    QVERIFY(!m_session->matchesSearch(item, QStringLiteral("無い言葉")));
}

QTEST_GUILESS_MAIN(TestInspectionSession)
#include "tst_inspection_session.moc"
