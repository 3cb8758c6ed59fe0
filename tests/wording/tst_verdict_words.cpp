#include "wording/verdict_words.h"

#include "word_checks.h"

using namespace tenken;

class VerdictWordsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyValueHasWords();
    void everyVerdictSaysWhatToDo();
    void onlyAcceptedLooksAccepted();
};

void VerdictWordsTest::everyValueHasWords()
{
    const auto word = [](auto value) { return wording::word(value); };
    const auto explanation = [](auto value) { return wording::explanation(value); };
    support::checkWordsOf<Verdict>(word, explanation);
    support::checkWordsOf<Reason>(word, explanation);
    support::checkWordsOf<Warning>(word, explanation);
    support::checkWordsOf<Trust>(word, explanation);
    support::checkWordsOf<Integrity>(word, explanation);
    support::checkWordsOf<Role>(word, explanation);
    support::checkWordsOf<DocumentKind>(word, explanation);
    support::checkWordsOf<Level>(word, explanation);
    support::checkWordsOf<TimeSource>(word, explanation);
}

void VerdictWordsTest::everyVerdictSaysWhatToDo()
{
    QSet<QString> steps;
    QSet<QString> words;
    for (const Verdict verdict : support::enumValues<Verdict>()) {
        const QString step = wording::nextStep(verdict);
        QVERIFY2(support::isSentence(step) && !support::showsCode(step, toCode(verdict)), qPrintable(step));
        steps.insert(step);
        words.insert(wording::word(verdict));
    }
    QCOMPARE(steps.size(), support::enumValues<Verdict>().size());
    QCOMPARE(words.size(), support::enumValues<Verdict>().size());
}

void VerdictWordsTest::onlyAcceptedLooksAccepted()
{
    const QChar good = wording::symbolOf(Verdict::Accepted);
    for (const Verdict verdict : support::enumValues<Verdict>()) {
        QVERIFY(wording::symbolOf(verdict).isPrint());
        QCOMPARE(wording::symbolOf(verdict) == good, verdict == Verdict::Accepted);
    }
    QCOMPARE(wording::symbolOf(Verdict::Altered), QChar(u'×'));
    QCOMPARE(wording::symbolOf(Verdict::Untrusted), QChar(u'！'));
}

QTEST_GUILESS_MAIN(VerdictWordsTest)
#include "tst_verdict_words.moc"
