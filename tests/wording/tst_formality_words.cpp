#include "wording/formality_words.h"

#include "word_checks.h"

using namespace tenken;

class FormalityWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everySignHasAWord() { support::checkShortWordsOf<FormalitySignKind>(&shortWord); }
    void everySignShowsItsNumbers();

private:
    static QString shortWord(FormalitySignKind kind) { return wording::word(kind); }
};

void FormalityWordsTest::everySignShowsItsNumbers()
{
    QSet<QString> sentences;
    for (const FormalitySignKind kind : support::enumValues<FormalitySignKind>()) {
        const QString text = wording::sentence({kind, 71, 77, 73});
        QVERIFY2(text.endsWith(u'.') && !text.contains(QStringLiteral("%1")), qPrintable(text));
        const bool isTime = kind == FormalitySignKind::AnsweredQuickly;
        QVERIFY2(text.contains(isTime ? QStringLiteral("1 min 11 s") : QStringLiteral("71")), qPrintable(text));
        sentences.insert(text);
    }
    QCOMPARE(sentences.size(), 4);
}

QTEST_GUILESS_MAIN(FormalityWordsTest)
#include "tst_formality_words.moc"
