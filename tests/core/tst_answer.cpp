#include "core/answer.h"

#include "support/enum_values.h"

using namespace tenken;

class AnswerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void codes();
    void codesInEitherCase_data();
    void codesInEitherCase();
    void symbols();
    void blankness_data();
    void blankness();
    void emptiness();
};

void AnswerTest::codes()
{
    support::checkCodes<AnswerCode>(answerFromCode);
    support::checkCodes<Cause>(causeFromCode);
    support::checkCodeList<AnswerCode>({"YES", "PARTIAL", "NO", "UNKNOWN", "NA"});
    support::checkCodeList<Cause>({"rule-unknown", "no-capacity", "no-means", "rule-unfit", "other"});
    QCOMPARE(support::enumValues<AnswerCode>(), QList(std::begin(allAnswerCodes), std::end(allAnswerCodes)));
}

void AnswerTest::codesInEitherCase_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<std::optional<AnswerCode>>("expected");
    using Answer = std::optional<AnswerCode>;
    QTest::newRow("upper") << "YES" << Answer(AnswerCode::Yes);
    QTest::newRow("lower") << "partial" << Answer(AnswerCode::Partial);
    QTest::newRow("mixed") << "Na" << Answer(AnswerCode::NotApplicable);
    QTest::newRow("symbol") << "○" << Answer();
    QTest::newRow("full width") << "ＹＥＳ" << Answer();
}

void AnswerTest::codesInEitherCase()
{
    QFETCH(QString, code);
    QTEST(answerFromCode(code), "expected");
}

void AnswerTest::symbols()
{
    QString symbols;
    for (const AnswerCode answer : allAnswerCodes) {
        symbols += symbolOf(answer);
    }
    QCOMPARE(symbols, QStringLiteral("○△×？－"));
    QCOMPARE(symbolOf(AnswerCode::NotApplicable).unicode(), char16_t(0xFF0D)); // not ー, not -
}

void AnswerTest::blankness_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<bool>("blank");
    const auto row = [](const char *name, bool blank, auto change) {
        Answer answer;
        change(answer);
        QTest::newRow(name) << answer << blank;
    };
    row("nothing", true, [](Answer &) {});
    row("only flagged", true, [](Answer &a) { a.flagged = true; });
    row("cleared again", true, [](Answer &a) { a.answeredAt = QDateTime(QDate(2026, 1, 1), QTime(9, 0)); });
    row("code", false, [](Answer &a) { a.code = AnswerCode::Unknown; });
    row("comment", false, [](Answer &a) { a.comment = "x"; });
    row("reason", false, [](Answer &a) { a.reason = "x"; });
    row("cause", false, [](Answer &a) { a.cause = Cause::Other; });
    row("opinion", false, [](Answer &a) { a.opinion = "x"; });
    row("evidence", false, [](Answer &a) { a.evidence.append(Evidence{}); });
    row("plan", false, [](Answer &a) { a.plan.interim = "x"; });
}

void AnswerTest::blankness()
{
    QFETCH(Answer, answer);
    QTEST(answer.isBlank(), "blank");
}

void AnswerTest::emptiness()
{
    const QDate day(2026, 11, 22);
    QVERIFY(Evidence{}.isEmpty() && Plan{}.isEmpty());
    for (const Evidence &evidence :
         {Evidence{"x", {}, {}, {}, {}}, Evidence{{}, "x", {}, {}, {}}, Evidence{{}, {}, day, {}, {}},
          Evidence{{}, {}, {}, "x", {}}, Evidence{{}, {}, {}, {}, "x"}}) {
        QVERIFY(!evidence.isEmpty());
        QVERIFY(!(evidence == Evidence{}));
    }
    for (const Plan &plan :
         {Plan{"x", {}, {}, {}}, Plan{{}, "x", {}, {}}, Plan{{}, {}, day, {}}, Plan{{}, {}, {}, "x"}}) {
        QVERIFY(!plan.isEmpty());
        QVERIFY(!(plan == Plan{}));
    }
}

QTEST_GUILESS_MAIN(AnswerTest)
#include "tst_answer.moc"
