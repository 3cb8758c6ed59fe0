#include "core/score.h"

#include "support/enum_values.h"
#include "support/sample_values.h"

using namespace tenken;

class ScoreTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rates_data();
    void rates();
    void judgement_data();
    void judgement();
    void maturity_data();
    void maturity();
    void weightsCountInTheWeightedRateOnly();
    void countsAddUp();
    void judgementsHaveJapaneseNames();
    void rowsOfAnInspectionAreItsApplicableItems();
    void rowsOfASubmissionAreWhatItAsked();
    void clausesCountOnceThreatsOftener();
};

namespace {

/// "Yo!2" = answer letter, phase (d o i; o when left out), ! critical, weight (2 when left out); separated by spaces
QList<ScoreRow> rowsOf(const QString &text)
{
    QList<ScoreRow> rows;
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        ScoreRow row;
        row.item = QStringLiteral("X%1").arg(rows.size());
        row.answer = sample::answerOf(word.at(0));
        row.phase = word.contains(u'd') ? Phase::Design : word.contains(u'i') ? Phase::Improvement : Phase::Operation;
        row.critical = word.contains(u'!');
        row.weight = word.back().isDigit() ? word.back().digitValue() : 2;
        rows << row;
    }
    return rows;
}

QString textOf(const std::optional<Fraction> &fraction) { return fraction ? fraction->toString() : QString(); }

QString repeated(const char *word, int times) { return (QString::fromLatin1(word) + u' ').repeated(times); }

/// name, answers, {full rate, weighted, response, na rate, lower bound, upper bound}
struct RatesRow {
    const char *name;
    QString rows;
    std::array<const char *, 6> expected;
};

const RatesRow ratesRows[] = {
    {"all_yes", repeated("Y", 12), {"1", "1", "1", "0", "1", "1"}},
    {"partial_half", repeated("Y", 6) + repeated("P", 4) + repeated("N", 2), {"1/2", "2/3", "1", "0", "1/2", "1/2"}},
    {"critical_partial", repeated("Y", 19) + "P!", {"19/20", "39/40", "1", "0", "19/20", "19/20"}},
    {"blank_bounds", repeated("Y", 6) + repeated("B", 3) + "N", {"6/7", "6/7", "7/10", "0", "3/5", "9/10"}},
    {"empty", QString(), {"", "", "", "", "", ""}},
    {"maturity3_no_check", QStringLiteral("Yd Yd Y Y Y Y Y Ni"), {"7/8", "7/8", "1", "0", "7/8", "7/8"}},
    {"maturity1_rule_missing", QStringLiteral("Pd Y Y Y Y Y"), {"5/6", "11/12", "1", "0", "5/6", "5/6"}},
    {"red_shown_even_if_blank", QStringLiteral("Y N! B"), {"1/2", "1/2", "2/3", "0", "1/3", "2/3"}},
    {"all not applicable", QStringLiteral("A A A"), {"", "", "1", "1", "", ""}},
    {"not applicable leaves the denominator", QStringLiteral("Y N A A"), {"1/2", "1/2", "1", "1/2", "1/2", "1/2"}},
    {"all unanswered", QStringLiteral("B B"), {"", "", "0", "", "0", "1"}},
    {"only NA and unanswered", QStringLiteral("A B"), {"", "", "1/2", "1", "0", "1"}},
    {"unknown is in the denominator", QStringLiteral("Y U"), {"1/2", "1/2", "1", "0", "1/2", "1/2"}},
};

} // namespace

void ScoreTest::rates_data()
{
    static constexpr std::array columns = {"fullRate", "weighted", "response", "naRate", "low", "high"};
    QTest::addColumn<QString>("rows");
    for (const char *column : columns)
        QTest::addColumn<QString>(column);
    for (const RatesRow &row : ratesRows) {
        QTestData &data = QTest::newRow(row.name) << row.rows;
        for (const char *expected : row.expected)
            data << QString::fromLatin1(expected);
    }
}

void ScoreTest::rates()
{
    QFETCH(QString, rows);
    QFETCH(QString, low);
    QFETCH(QString, high);
    const Score score = scoreOf(rowsOf(rows));
    QTEST(textOf(score.fullRate), "fullRate");
    QTEST(textOf(score.weighted), "weighted");
    QTEST(textOf(score.response), "response");
    QTEST(textOf(score.naRate), "naRate");
    QCOMPARE(score.bounds ? score.bounds->first.toString() : QString(), low);
    QCOMPARE(score.bounds ? score.bounds->second.toString() : QString(), high);
}

void ScoreTest::judgement_data()
{
    QTest::addColumn<QString>("rows");
    QTest::addColumn<Judgement>("judgement");
    QTest::addColumn<QStringList>("red");
    QTest::addColumn<QStringList>("amber");
    const QStringList none;
    using enum Judgement;
    QTest::newRow("empty") << "" << NoTarget << none << none;
    QTest::newRow("all not applicable") << "A A!" << NoTarget << none << none;
    QTest::newRow("all yes") << repeated("Y", 12) << MostlyImplemented << none << none;
    QTest::newRow("exactly 90 %") << repeated("Y", 9) + "N" << MostlyImplemented << none << none;
    QTest::newRow("below 90 %") << repeated("Y", 8) + "N" << ImprovementNeeded << none << none;
    QTest::newRow("critical partly done") << repeated("Y", 19) + "P!" << CorrectionNeeded << none << QStringList{"X19"};
    QTest::newRow("critical not done") << "Y N!" << UrgentAction << QStringList{"X1"} << none;
    QTest::newRow("critical unknown") << "Y U!" << UrgentAction << QStringList{"X1"} << none;
    QTest::newRow("red comes before unanswered") << "Y N! B" << UrgentAction << QStringList{"X1"} << none;
    QTest::newRow("unanswered comes before amber") << "P! B" << Undetermined << none << QStringList{"X0"};
    QTest::newRow("critical unanswered is not red") << "Y B!" << Undetermined << none << none;
    QTest::newRow("critical not applicable is not red") << "Y A!" << MostlyImplemented << none << none;
    QTest::newRow("unknown alone is not red") << "U Y" << ImprovementNeeded << none << none;
    QTest::newRow("all, in order") << "N! P! U! P! Y!" << UrgentAction << QStringList{"X0", "X2"}
                                   << QStringList{"X1", "X3"};
}

void ScoreTest::judgement()
{
    QFETCH(QString, rows);
    const Score score = scoreOf(rowsOf(rows));
    QTEST(score.judgement, "judgement");
    QTEST(score.red, "red");
    QTEST(score.amber, "amber");
}

void ScoreTest::maturity_data()
{
    QTest::addColumn<QString>("rows");
    QTest::addColumn<int>("level"); // -1: not judged
    QTest::newRow("nothing asked") << "" << -1;
    QTest::newRow("unanswered") << "Yd Y B" << -1;
    QTest::newRow("only not applicable") << "Ad A Ai" << -1;
    QTest::newRow("0: nothing done") << "Nd N Ni" << 0;
    QTest::newRow("0: nobody knows") << "U U" << 0;
    QTest::newRow("0: even with a red flag") << "N! U" << 0;
    QTest::newRow("1: one partial step") << "Nd P" << 1;
    QTest::newRow("1: a rule is missing, all else done") << "Pd Y Y Y Y Y" << 1;
    QTest::newRow("1: a rule nobody knows") << "Yd Ud Y" << 1;
    QTest::newRow("1: red flag, all else done") << "Yd Y Y Y Y Y Y Y Y Y N! Yi" << 1;
    QTest::newRow("amber is no red flag") << "Yd Y Y Y Y P! Yi" << 4;
    QTest::newRow("2: rules, operation below 80 %") << "Yd Y Y Y N" << 2;
    QTest::newRow("2: operation below 80 %, checked") << "Yd Y Y Y P Yi" << 2;
    QTest::newRow("2: 79 %") << "Yd " + repeated("Y", 79) + repeated("P", 21) << 2;
    QTest::newRow("3: exactly 80 %") << "Yd Y Y Y Y N" << 3;
    QTest::newRow("3: no rules asked") << "Y Y Y" << 3;
    QTest::newRow("3: checks not done") << "Yd Yd Y Y Y Y Y Ni" << 3;
    QTest::newRow("3: one check partly done") << "Yd Y Yi Pi" << 3;
    QTest::newRow("3: without check items at most") << "Yd Y" << 3;
    QTest::newRow("3: checks not applicable") << "Yd Y Ai" << 3;
    QTest::newRow("4: everything") << "Yd Y Yi" << 4;
    QTest::newRow("4: not applicable does not hold back") << "Yd Ad Y A Yi Ai" << 4;
    QTest::newRow("4: no operation asked, checked") << "Yd Yi" << 4;
    QTest::newRow("4: only checks") << "Yi" << 4;
    QTest::newRow("2: no operation asked, not checked") << "Yd Ni" << 2;
    QTest::newRow("2: only rules") << "Yd" << 2;
    QTest::newRow("2: operation not applicable") << "Yd A" << 2;
}

void ScoreTest::maturity()
{
    QFETCH(QString, rows);
    QFETCH(int, level);
    QCOMPARE(maturityOf(rowsOf(rows)).value_or(-1), level);
    QCOMPARE(scoreOf(rowsOf(rows)).maturity.value_or(-1), level);
}

void ScoreTest::weightsCountInTheWeightedRateOnly()
{
    const Score score = scoreOf(rowsOf("Y3 P2 N1 U1 A3 B3"));
    QCOMPARE(textOf(score.fullRate), QStringLiteral("1/4"));
    QCOMPARE(textOf(score.weighted), QStringLiteral("4/7")); // (3 + 2·½) ÷ (3 + 2 + 1 + 1)
}

void ScoreTest::countsAddUp()
{
    const Counts counts = countsOf(rowsOf("Y Y Y P P N U A A B"));
    QCOMPARE(counts, (Counts{3, 2, 1, 1, 2, 1}));
    QCOMPARE(counts.target(), 10);
    QCOMPARE(counts.answered(), 9);
    QCOMPARE(counts.effective(), 7);
    Counts sum{1, 1, 1, 1, 1, 1};
    sum += counts;
    QCOMPARE(sum, (Counts{4, 3, 2, 2, 3, 2}));
}

void ScoreTest::judgementsHaveJapaneseNames()
{
    QStringList names;
    for (const Judgement judgement : support::enumValues<Judgement>()) {
        names << toJapanese(judgement);
    }
    QCOMPARE(
        names,
        (QStringList{"要緊急是正", "未確定（未回答あり）", "対象項目なし", "要是正", "改善が必要", "おおむね実施"}));
}

void ScoreTest::rowsOfAnInspectionAreItsApplicableItems()
{
    Item wifi = sample::item("W");
    wifi.applicability = {Applicability::Kind::AllOf, {"wifi"}};
    wifi.weight = 3;
    wifi.critical = true;
    wifi.phase = Phase::Improvement;
    Item schools = sample::item("S");
    schools.bodies = {Body::BoardOfEducation};
    const Checklist checklist = sample::checklist({sample::item("A"), wifi, schools});
    Inspection inspection = sample::inspection(checklist);
    inspection.answers.insert("W", sample::answer(AnswerCode::Yes));
    inspection.answers.insert("S", sample::answer(AnswerCode::Yes));

    QCOMPARE(scoreRows(checklist, inspection).size(), 1);
    inspection.profile.flags = {"wifi"};
    const QList<ScoreRow> rows = scoreRows(checklist, inspection);
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.at(0).item, QStringLiteral("A"));
    QVERIFY(!rows.at(0).answer);
    QCOMPARE(rows.at(1).item, QStringLiteral("W"));
    QVERIFY(rows.at(1).answer == AnswerCode::Yes && rows.at(1).critical);
    QCOMPARE(rows.at(1).weight, 3);
    QCOMPARE(rows.at(1).phase, Phase::Improvement);
}

void ScoreTest::rowsOfASubmissionAreWhatItAsked()
{
    const Checklist asked = sample::checklist({sample::item("A"), sample::item("B"), sample::item("C")});
    const auto submission = sample::submission(asked, "YN-");
    const Checklist known = sample::checklist({sample::item("B"), sample::item("C")});
    const QList<ScoreRow> rows = scoreRows(known, *submission);
    QCOMPARE(rows.size(), 1); // A is not known, C was not asked
    QVERIFY(rows.at(0).item == u"B" && rows.at(0).answer == AnswerCode::No);
}

void ScoreTest::clausesCountOnceThreatsOftener()
{
    Item first = sample::item("A", "6(1)");
    first.clauses = {"6(1)", "7"};
    first.threats = {"3(1)", "3(2)"};
    first.zones = {"LG"};
    Item second = sample::item("B", "7");
    second.threats = {"3(2)"};
    const Checklist checklist = sample::checklist({first, second});
    const QList<ScoreRow> rows = scoreRows(checklist, *sample::submission(checklist, "YN"));

    const QMap<QString, Score> clauses = scoreByClause(checklist, rows);
    QCOMPARE(clauses.keys(), (QStringList{"6(1)", "7"}));
    QCOMPARE(clauses.value("6(1)").counts, (Counts{1, 0, 0, 0, 0, 0}));
    QCOMPARE(clauses.value("7").counts, (Counts{0, 0, 1, 0, 0, 0}));
    const QMap<QString, Counts> threats = countsByThreat(checklist, rows);
    QCOMPARE(threats.keys(), (QStringList{"3(1)", "3(2)"}));
    QCOMPARE(threats.value("3(2)"), (Counts{1, 0, 1, 0, 0, 0}));
    QCOMPARE(countsByZone(checklist, rows).keys(), QStringList{"LG"});
}

QTEST_GUILESS_MAIN(ScoreTest)
#include "tst_score.moc"
