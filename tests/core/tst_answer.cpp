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
    void changingOnesMind_data();
    void changingOnesMind();
    void changedMindContradictsNothing();
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

namespace {

Answer everythingGiven(std::optional<AnswerCode> code)
{
    Answer answer;
    answer.code = code;
    answer.comment = "記録";
    answer.reason = "理由";
    answer.cause = Cause::RuleUnfit;
    answer.opinion = "意見";
    answer.evidence = {{"台帳", "第3号", QDate(2026, 10, 1), "書庫", {}}};
    answer.plan = {"更新する", "係長", QDate(2027, 3, 31), "手作業"};
    answer.flagged = true;
    answer.answeredAt = QDateTime(QDate(2026, 11, 22), QTime(9, 0));
    return answer;
}

} // namespace

void AnswerTest::changingOnesMind_data()
{
    QTest::addColumn<std::optional<AnswerCode>>("from");
    QTest::addColumn<AnswerCode>("to");
    QTest::addColumn<bool>("keepsReason");
    QTest::addColumn<bool>("keepsPlan");
    QList<std::optional<AnswerCode>> all{std::nullopt};
    all.append(QList<std::optional<AnswerCode>>(std::begin(allAnswerCodes), std::end(allAnswerCodes)));
    for (const std::optional<AnswerCode> from : std::as_const(all)) {
        for (const AnswerCode to : allAnswerCodes) {
            const bool isSame = from == to;
            const bool hasPlan = to == AnswerCode::Partial || to == AnswerCode::No || to == AnswerCode::Unknown;
            QTest::addRow("%s to %s", from ? qPrintable(toCode(*from)) : "nothing", qPrintable(toCode(to)))
                << from << to << (isSame || to == AnswerCode::NotApplicable) << (isSame || hasPlan);
        }
    }
}

void AnswerTest::changingOnesMind()
{
    QFETCH(std::optional<AnswerCode>, from);
    QFETCH(AnswerCode, to);
    QFETCH(bool, keepsReason);
    QFETCH(bool, keepsPlan);
    Answer expected = everythingGiven(to);
    if (!keepsReason) {
        expected.reason.clear();
    }
    if (!keepsPlan) {
        expected.plan = {};
        expected.cause.reset();
    }
    QCOMPARE(withCode(everythingGiven(from), to), expected);
}

/// Whatever one answered before: once more under the same code changes nothing further
void AnswerTest::changedMindContradictsNothing()
{
    for (const AnswerCode first : allAnswerCodes) {
        for (const AnswerCode second : allAnswerCodes) {
            const Answer once = withCode(everythingGiven(first), second);
            QCOMPARE(withCode(once, second), once);
            QCOMPARE(withCode(withCode(everythingGiven(first), second), first).code, std::optional(first));
        }
    }
}

QTEST_GUILESS_MAIN(AnswerTest)
#include "tst_answer.moc"
