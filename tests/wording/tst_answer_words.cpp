#include "wording/answer_words.h"
#include "wording/verdict_words.h"

#include "word_checks.h"

using namespace tenken;

class AnswerWordsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answersByScale_data();
    void answersByScale();
    void symbolStandsBeforeTheWord();
    void everyValueHasAWord();
    void everyProblemSaysWhatToDo();
    void changesThatSuppressTheComparison();
    void maturity_data();
    void maturity();
    void refusal_data();
    void refusal();
};

void AnswerWordsTest::answersByScale_data()
{
    QTest::addColumn<std::optional<AnswerCode>>("answer");
    QTest::addColumn<QString>("implementation");
    QTest::addColumn<QString>("person");
    using Answer = std::optional<AnswerCode>;
    QTest::newRow("yes") << Answer(AnswerCode::Yes) << "Implemented"
                         << "Done";
    QTest::newRow("partial") << Answer(AnswerCode::Partial) << "Partially implemented"
                             << "Not always done";
    QTest::newRow("no") << Answer(AnswerCode::No) << "Not implemented"
                        << "Not done";
    QTest::newRow("unknown is a draft where it is not offered") << Answer(AnswerCode::Unknown) << "Being checked"
                                                                << "Don't know";
    QTest::newRow("na") << Answer(AnswerCode::NotApplicable) << "Not applicable"
                        << "Not applicable";
    QTest::newRow("blank") << Answer() << "Unanswered"
                           << "Unanswered";
}

void AnswerWordsTest::answersByScale()
{
    QFETCH(std::optional<AnswerCode>, answer);
    QFETCH(QString, implementation);
    QFETCH(QString, person);
    QCOMPARE(wording::word(answer, QStringLiteral("IMPL4")), implementation);
    QCOMPARE(wording::word(answer, QStringLiteral("PERSON5")), person);
}

void AnswerWordsTest::symbolStandsBeforeTheWord()
{
    const QString scale = QStringLiteral("IMPL4");
    QCOMPARE(wording::answerWithSymbol(AnswerCode::Partial, scale), QStringLiteral("△ Partially implemented"));
    QCOMPARE(wording::answerWithSymbol(std::nullopt, scale), wording::word(std::nullopt, scale));
}

void AnswerWordsTest::everyValueHasAWord()
{
    const auto word = [](auto value) { return wording::word(value); };
    const auto explanation = [](auto value) { return wording::explanation(value); };
    support::checkShortWordsOf<Cause>(word);
    support::checkShortWordsOf<Phase>(word);
    support::checkShortWordsOf<Severity>(word);
    support::checkShortWordsOf<InspectionState>(word);
    support::checkShortWordsOf<SubjectKind>(word);
    support::checkShortWordsOf<Body>(word);
    support::checkShortWordsOf<ImportOutcome>(word);
    support::checkWordsOf<ItemChangeState>(word, explanation);
    QSet<QString> judgements;
    for (const Judgement judgement : support::enumValues<Judgement>()) {
        judgements.insert(wording::word(judgement));
    }
    QCOMPARE(judgements.size(), 6);
    QVERIFY(!judgements.contains(QString()));
}

void AnswerWordsTest::everyProblemSaysWhatToDo()
{
    QSet<QString> sentences;
    for (const ProblemCode code : support::enumValues<ProblemCode>()) {
        const QString text = wording::sentence(code);
        QVERIFY2(support::isSentence(text) && text.contains(QStringLiteral(". ")), qPrintable(text));
        QVERIFY2(!support::showsCode(text, toCode(code)), qPrintable(text));
        sentences.insert(text);
    }
    QCOMPARE(sentences.size(), support::enumValues<ProblemCode>().size());
}

void AnswerWordsTest::changesThatSuppressTheComparison()
{
    for (const ItemChangeState state : support::enumValues<ItemChangeState>()) {
        const bool isCompared = state == ItemChangeState::Same || state == ItemChangeState::Reworded;
        QCOMPARE(wording::suppressionReason(state).isEmpty(), isCompared);
    }
}

void AnswerWordsTest::maturity_data()
{
    QTest::addColumn<std::optional<int>>("level");
    QTest::addColumn<QString>("expected");
    using Level = std::optional<int>;
    QTest::newRow("0") << Level(0) << "Not begun";
    QTest::newRow("1") << Level(1) << "Left to individuals";
    QTest::newRow("2") << Level(2) << "Rules exist";
    QTest::newRow("3") << Level(3) << "Practised";
    QTest::newRow("4") << Level(4) << "Checked and improved";
    QTest::newRow("not judged") << Level() << "―";
    QTest::newRow("outside") << Level(5) << "―";
}

void AnswerWordsTest::maturity()
{
    QFETCH(std::optional<int>, level);
    QFETCH(QString, expected);
    QCOMPARE(wording::maturityWord(level), expected);
}

void AnswerWordsTest::refusal_data()
{
    QTest::addColumn<ImportOutcome>("outcome");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<QList<Reason>>("reasons");
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("expected");
    using enum ImportOutcome;
    const auto meaning = [](auto value) { return wording::explanation(value); };
    const QString altered = meaning(Verdict::Altered) + u' ' + meaning(Reason::C5) + u' ' + meaning(Reason::D1) + u' '
        + wording::nextStep(Verdict::Altered);
    QTest::newRow("imported") << Imported << Verdict::Accepted << QList<Reason>{} << ""
                              << "";
    QTest::newRow("there already") << AlreadyThere << Verdict::Accepted << QList<Reason>{} << ""
                                   << "";
    QTest::newRow("verdict, reasons, next step")
        << Refused << Verdict::Altered << QList<Reason>{Reason::C5, Reason::D1, Reason::C5} << "" << altered;
    QTest::newRow("valid file, refused by the registry")
        << Refused << Verdict::Accepted << QList<Reason>{Reason::WrongRound} << "" << meaning(Reason::WrongRound);
    QTest::newRow("foreign") << Refused << Verdict::NotASubmission << QList<Reason>{Reason::Scan} << ""
                             << meaning(Verdict::NotASubmission) + u' ' + meaning(Reason::Scan) + u' '
            + wording::nextStep(Verdict::NotASubmission);
    QTest::newRow("unreadable") << Refused << Verdict::NotASubmission << QList<Reason>{} << "unreadable"
                                << "The file cannot be read. Check that you may open it and that no other program "
                                   "holds it.";
    QTest::newRow("empty") << Refused << Verdict::NotASubmission << QList<Reason>{Reason::ForeignPdf} << "empty"
                           << "The file is empty: nothing of it has arrived. Ask the sender to send it again.";
    QTest::newRow("receipt") << Refused << Verdict::Accepted << QList<Reason>{Reason::V1} << "other-document"
                             << "This is a receipt, a return notice or a report, not a submission. Nothing is to be "
                                "imported.";
    QTest::newRow("too large") << Refused << Verdict::NotASubmission << QList<Reason>{} << "too-large"
                               << "The file is larger than Tenken reads. Ask the sender for the original file.";
}

void AnswerWordsTest::refusal()
{
    QFETCH(ImportOutcome, outcome);
    QFETCH(Verdict, verdict);
    QFETCH(QList<Reason>, reasons);
    QFETCH(QString, error);
    QFETCH(QString, expected);
    ImportResult result;
    result.outcome = outcome;
    result.verdict = verdict;
    result.reasons = reasons;
    result.error = error;
    QCOMPARE(wording::refusal(result), expected);
}

QTEST_GUILESS_MAIN(AnswerWordsTest)
#include "tst_answer_words.moc"
