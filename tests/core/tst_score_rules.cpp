#include "core/score.h"

#include <QRandomGenerator>
#include <QTest>

#include <numeric>

using namespace tenken;

namespace {

constexpr std::optional<AnswerCode> everyAnswer[] = {AnswerCode::Yes,     AnswerCode::Partial,       AnswerCode::No,
                                                     AnswerCode::Unknown, AnswerCode::NotApplicable, std::nullopt};

/// The domain report's §5 once more, in the plainest way: sums over the rows, nothing shared with the program
struct Expected {
    int target = 0, answered = 0, yes = 0, na = 0, blank = 0, effective = 0;
    int weightSum = 0, pointSum = 0; // points in halves
    QStringList red, amber;

    explicit Expected(const QList<ScoreRow> &rows)
    {
        for (const ScoreRow &row : rows) {
            ++target;
            if (!row.answer) {
                ++blank;
                continue;
            }
            ++answered;
            if (*row.answer == AnswerCode::NotApplicable) {
                ++na;
                continue;
            }
            ++effective;
            weightSum += 2 * row.weight;
            if (*row.answer == AnswerCode::Yes) {
                ++yes;
                pointSum += 2 * row.weight;
            } else if (*row.answer == AnswerCode::Partial) {
                pointSum += row.weight;
                amber << (row.critical ? QStringList{row.item} : QStringList());
            } else {
                red << (row.critical ? QStringList{row.item} : QStringList());
            }
        }
    }
    QString judgement() const
    {
        if (!red.isEmpty())
            return QStringLiteral("要緊急是正");
        if (blank > 0)
            return QStringLiteral("未確定（未回答あり）");
        if (effective == 0)
            return QStringLiteral("対象項目なし");
        if (!amber.isEmpty())
            return QStringLiteral("要是正");
        return yes * 10 < effective * 9 ? QStringLiteral("改善が必要") : QStringLiteral("おおむね実施");
    }
};

/// "k/n" in lowest terms, "k" when n is 1 then; "null" for a share of nothing
QString share(int k, int n)
{
    if (n == 0)
        return QStringLiteral("null");
    const int divisor = std::gcd(k, n);
    return n / divisor == 1 ? QString::number(k / divisor) : QStringLiteral("%1/%2").arg(k / divisor).arg(n / divisor);
}

QString share(const std::optional<Fraction> &fraction)
{
    return fraction ? fraction->toString() : QStringLiteral("null");
}

QString maturity(const QList<ScoreRow> &rows)
{
    int design = 0, designYes = 0, operation = 0, operationYes = 0, check = 0, checkYes = 0, good = 0;
    bool isRed = false;
    for (const ScoreRow &row : rows) {
        if (!row.answer)
            return QStringLiteral("null");
        if (*row.answer == AnswerCode::NotApplicable)
            continue;
        const int yes = *row.answer == AnswerCode::Yes ? 1 : 0;
        good += yes + (*row.answer == AnswerCode::Partial ? 1 : 0);
        isRed |= row.critical && (*row.answer == AnswerCode::No || *row.answer == AnswerCode::Unknown);
        (row.phase == Phase::Design ? design : row.phase == Phase::Operation ? operation : check) += 1;
        (row.phase == Phase::Design ? designYes : row.phase == Phase::Operation ? operationYes : checkYes) += yes;
    }
    if (design + operation + check == 0)
        return QStringLiteral("null");
    if (good == 0)
        return QStringLiteral("0");
    if (designYes < design || isRed)
        return QStringLiteral("1");
    const bool isChecked = check > 0 && checkYes == check;
    if (operation == 0)
        return isChecked ? QStringLiteral("4") : QStringLiteral("2");
    if (operationYes * 10 < operation * 8)
        return QStringLiteral("2");
    return isChecked ? QStringLiteral("4") : QStringLiteral("3");
}

void compare(const QList<ScoreRow> &rows)
{
    const Expected expected(rows);
    const Score score = scoreOf(rows);
    QCOMPARE(score.counts.target(), expected.target);
    QCOMPARE(score.counts.answered(), expected.answered);
    QCOMPARE(score.counts.effective(), expected.effective);
    QCOMPARE(share(score.fullRate), share(expected.yes, expected.effective));
    QCOMPARE(share(score.weighted), share(expected.pointSum, expected.weightSum));
    QCOMPARE(share(score.response), share(expected.answered, expected.target));
    QCOMPARE(share(score.naRate), share(expected.na, expected.answered));
    const int asked = expected.target - expected.na;
    QCOMPARE(score.bounds.has_value(), asked > 0);
    if (asked > 0) {
        QCOMPARE(share(score.bounds->first), share(expected.yes, asked));
        QCOMPARE(share(score.bounds->second), share(expected.yes + expected.blank, asked));
    }
    QCOMPARE(score.red, expected.red);
    QCOMPARE(score.amber, expected.amber);
    QCOMPARE(toJapanese(score.judgement), expected.judgement());
    QCOMPARE(score.maturity ? QString::number(*score.maturity) : QStringLiteral("null"), maturity(rows));
}

ScoreRow row(std::optional<AnswerCode> answer, Phase phase = Phase::Operation, int weight = 1, bool critical = false)
{
    return {QStringLiteral("X"), answer, weight, critical, phase};
}

} // namespace

/// Scores against a second reading of the domain report (§5), over every small case and many large ones
class ScoreRulesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyPairOfAnswers();
    void everyTripleOfPhases();
    void randomSheets();
    void sheetsOfOneAnswer_data();
    void sheetsOfOneAnswer();
    void theNinetyPercentLine_data();
    void theNinetyPercentLine();
    void theEightyPercentLine_data();
    void theEightyPercentLine();
    void oneRowMoreNeverLies();
    void formatting_data();
    void formatting();
};

void ScoreRulesTest::everyPairOfAnswers()
{
    for (const auto &first : everyAnswer) {
        for (const auto &second : everyAnswer) {
            for (const bool critical : {false, true}) {
                for (int weight = 1; weight <= 3; ++weight) {
                    compare({row(first, Phase::Design, weight, critical), row(second, Phase::Operation, 4 - weight)});
                    if (QTest::currentTestFailed())
                        return;
                }
            }
        }
    }
}

void ScoreRulesTest::everyTripleOfPhases()
{
    for (const auto &design : everyAnswer) {
        for (const auto &operation : everyAnswer) {
            for (const auto &improvement : everyAnswer) {
                compare({row(design, Phase::Design), row(operation, Phase::Operation),
                         row(improvement, Phase::Improvement, 2, true)});
                if (QTest::currentTestFailed())
                    return;
            }
        }
    }
}

void ScoreRulesTest::randomSheets()
{
    QRandomGenerator random(2026);
    constexpr Phase phases[] = {Phase::Design, Phase::Operation, Phase::Improvement};
    for (int sheet = 0; sheet < 3000; ++sheet) {
        const int likely = random.bounded(6); // most answers of a sheet are alike: 80 %, 90 % and 100 % are met often
        QList<ScoreRow> rows;
        const int size = random.bounded(0, 120);
        for (int i = 0; i < size; ++i) {
            ScoreRow one = row(everyAnswer[random.bounded(10) < 8 ? likely : random.bounded(6)],
                               phases[random.bounded(3)], random.bounded(1, 4), random.bounded(8) == 0);
            one.item = QStringLiteral("X%1").arg(i);
            rows << one;
        }
        compare(rows);
        if (QTest::currentTestFailed())
            return;
    }
}

void ScoreRulesTest::sheetsOfOneAnswer_data()
{
    QTest::addColumn<int>("answer");
    QTest::addColumn<QString>("fullRate");
    QTest::addColumn<QString>("weighted");
    QTest::addColumn<QString>("naRate");
    QTest::addColumn<QString>("bounds");
    QTest::addColumn<QString>("judgement");
    QTest::addColumn<QString>("level");
    QTest::newRow("all ○") << 0 << "1"
                           << "1"
                           << "0"
                           << "1 1"
                           << "おおむね実施"
                           << "3";
    QTest::newRow("all △") << 1 << "0"
                           << "1/2"
                           << "0"
                           << "0 0"
                           << "改善が必要"
                           << "2";
    QTest::newRow("all ×") << 2 << "0"
                           << "0"
                           << "0"
                           << "0 0"
                           << "改善が必要"
                           << "0";
    QTest::newRow("all ？") << 3 << "0"
                            << "0"
                            << "0"
                            << "0 0"
                            << "改善が必要"
                            << "0";
    QTest::newRow("all －") << 4 << "null"
                            << "null"
                            << "1"
                            << ""
                            << "対象項目なし"
                            << "null";
    QTest::newRow("all blank") << 5 << "null"
                               << "null"
                               << "null"
                               << "0 1"
                               << "未確定（未回答あり）"
                               << "null";
}

void ScoreRulesTest::sheetsOfOneAnswer()
{
    QFETCH(int, answer);
    const Score score = scoreOf(QList<ScoreRow>(7, row(everyAnswer[answer], Phase::Operation, 3)));
    QTEST(share(score.fullRate), "fullRate");
    QTEST(share(score.weighted), "weighted");
    QTEST(share(score.naRate), "naRate");
    QTEST(score.bounds ? score.bounds->first.toString() + u' ' + score.bounds->second.toString() : QString(), "bounds");
    QTEST(toJapanese(score.judgement), "judgement");
    QTEST(score.maturity ? QString::number(*score.maturity) : QStringLiteral("null"), "level");
}

void ScoreRulesTest::theNinetyPercentLine_data()
{
    QTest::addColumn<int>("yes");
    QTest::addColumn<int>("no");
    QTest::addColumn<QString>("judgement");
    QTest::newRow("89.9…") << 899 << 101 << "改善が必要";
    QTest::newRow("90 exactly") << 900 << 100 << "おおむね実施";
    QTest::newRow("90.1") << 901 << 99 << "おおむね実施";
    QTest::newRow("9 of 10") << 9 << 1 << "おおむね実施";
    QTest::newRow("8 of 9") << 8 << 1 << "改善が必要";
    QTest::newRow("10 of 11") << 10 << 1 << "おおむね実施";
}

void ScoreRulesTest::theNinetyPercentLine()
{
    QFETCH(int, yes);
    QFETCH(int, no);
    const QList<ScoreRow> rows = QList<ScoreRow>(yes, row(AnswerCode::Yes)) + QList<ScoreRow>(no, row(AnswerCode::No));
    QTEST(toJapanese(scoreOf(rows).judgement), "judgement");
    // What does not apply moves no line.
    QTEST(toJapanese(scoreOf(rows + QList<ScoreRow>(500, row(AnswerCode::NotApplicable))).judgement), "judgement");
}

void ScoreRulesTest::theEightyPercentLine_data()
{
    QTest::addColumn<int>("yes");
    QTest::addColumn<int>("partial");
    QTest::addColumn<int>("level");
    QTest::newRow("4 of 5") << 4 << 1 << 3;
    QTest::newRow("3 of 4") << 3 << 1 << 2;
    QTest::newRow("79.9…") << 799 << 201 << 2;
    QTest::newRow("80 exactly") << 800 << 200 << 3;
    QTest::newRow("all") << 5 << 0 << 3;
    QTest::newRow("△ alone is no ○") << 0 << 5 << 2;
}

void ScoreRulesTest::theEightyPercentLine()
{
    QFETCH(int, yes);
    QFETCH(int, partial);
    QFETCH(int, level);
    const QList<ScoreRow> rows =
        QList<ScoreRow>(yes, row(AnswerCode::Yes)) + QList<ScoreRow>(partial, row(AnswerCode::Partial));
    QCOMPARE(maturityOf(rows), std::optional(level));
    const QList<ScoreRow> checked = rows + QList<ScoreRow>{row(AnswerCode::Yes, Phase::Improvement)};
    QCOMPARE(maturityOf(checked), std::optional(level == 3 ? 4 : 2));
    QCOMPARE(maturityOf(checked + QList<ScoreRow>{row(AnswerCode::No, Phase::Design)}), std::optional(1));
    QCOMPARE(maturityOf(checked + QList<ScoreRow>{row(std::nullopt)}), std::optional<int>());
}

/// However an open row is answered, the rate ends within the bounds that were told before.
void ScoreRulesTest::oneRowMoreNeverLies()
{
    QRandomGenerator random(7);
    for (int sheet = 0; sheet < 500; ++sheet) {
        QList<ScoreRow> rows{row(AnswerCode::Yes)};
        for (int i = random.bounded(1, 40); i > 0; --i)
            rows << row(everyAnswer[random.bounded(6)]);
        const Score open = scoreOf(rows);
        for (ScoreRow &one : rows) {
            if (!one.answer)
                one.answer = everyAnswer[random.bounded(4)];
        }
        const Score closed = scoreOf(rows);
        QVERIFY(!(*closed.fullRate < open.bounds->first));
        QVERIFY(!(open.bounds->second < *closed.fullRate));
        QCOMPARE(closed.bounds->first, closed.bounds->second);
        QCOMPARE(closed.bounds->first, *closed.fullRate);
    }
}

void ScoreRulesTest::formatting_data()
{
    QTest::addColumn<qint64>("k");
    QTest::addColumn<qint64>("n");
    QTest::addColumn<QString>("shown");
    const auto line = [](qint64 k, qint64 n, const char *shown) {
        QTest::addRow("%lld of %lld", k, n) << k << n << QString::fromUtf8(shown);
    };
    line(0, 0, "―");
    line(0, 9, "0／9"); // fewer than ten: no percentage
    line(9, 9, "9／9");
    line(0, 10, "0／10（0.0％）");
    line(10, 10, "10／10（100.0％）");
    line(9, 10, "9／10（90.0％）");
    line(1, 16, "1／16（6.3％）"); // 6.25: half up
    line(3, 16, "3／16（18.8％）"); // 18.75
    line(1, 80, "1／80（1.3％）"); // 1.25, not to the even digit
    line(5, 80, "5／80（6.3％）"); // 6.25
    line(2, 3000, "2／3000（0.1％）"); // 0.066…
    line(1, 2001, "1／2001（0.1％）"); // not 0.0: something is there
    line(1, 1000000, "1／1000000（0.1％）");
    line(999999, 1000000, "999999／1000000（99.9％）"); // not 100: something is missing
    line(1999, 2000, "1999／2000（99.9％）"); // 99.95 would round to 100
    line(61, 74, "61／74（82.4％）");
}

void ScoreRulesTest::formatting()
{
    QFETCH(qint64, k);
    QFETCH(qint64, n);
    QTEST(formatShare(k, n), "shown");
}

QTEST_GUILESS_MAIN(ScoreRulesTest)
#include "tst_score_rules.moc"
