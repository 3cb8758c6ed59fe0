#include "wording/error_words.h"

#include "word_checks.h"

#include <QDir>

using namespace tenken;

class ErrorWordsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCodeHasASentence_data();
    void everyCodeHasASentence();
    void noTwoCodesSayTheSame();
    void tokensSayWhatIsWrong();
    void aMissingPartIsTold();
    void aSubjectOfOthersStaysOneLine();
    void aPathIsShownAsTheSystemWritesIt();
};

void ErrorWordsTest::everyCodeHasASentence_data()
{
    QTest::addColumn<ErrorCode>("code");
    for (const ErrorCode code : support::enumValues<ErrorCode>()) {
        QTest::newRow(qPrintable(toCode(code))) << code;
    }
}

void ErrorWordsTest::everyCodeHasASentence()
{
    QFETCH(ErrorCode, code);
    const QString alone = wording::sentence({code, {}, QStringLiteral("SQLITE_BUSY at line 7")});
    QVERIFY2(support::isSentence(alone), qPrintable(alone));
    QVERIFY(!support::showsCode(alone, toCode(code)));
    QVERIFY(!alone.contains(QStringLiteral("SQLITE")));
    const QString named = wording::sentence({code, QStringLiteral("a%1b.pdf"), QStringLiteral("SQLITE_BUSY")});
    QCOMPARE(named, QStringLiteral("a%1b.pdf: ") + alone);
}

void ErrorWordsTest::noTwoCodesSayTheSame()
{
    QHash<QString, ErrorCode> seen;
    for (const ErrorCode code : support::enumValues<ErrorCode>()) {
        const QString text = wording::sentence({code, {}, {}});
        QVERIFY2(!seen.contains(text), qPrintable(text));
        seen.insert(text, code);
    }
    QVERIFY(seen.size() > 50);
}

void ErrorWordsTest::tokensSayWhatIsWrong()
{
    QSet<QString> seen{wording::sentence({ErrorCode::TokenFailed, {}, QStringLiteral("CKR 0x30")})};
    for (const char *detail : {"pin-incorrect", "pin-locked", "no-token", "module-unloadable", "key-missing",
                               "no-certificate", "several-certificates"}) {
        const QString text = wording::sentence({ErrorCode::TokenFailed, {}, QString::fromLatin1(detail)});
        QVERIFY2(support::isSentence(text) && !seen.contains(text), detail);
        seen.insert(text);
        QVERIFY(!wording::sentence({ErrorCode::SigningFailed, {}, QString::fromLatin1(detail)}).contains(text));
    }
}

void ErrorWordsTest::aMissingPartIsTold()
{
    const QString detail = QStringLiteral("part-missing");
    const QString text = wording::sentence({ErrorCode::RenderFailed, {}, detail});
    QVERIFY2(support::isSentence(text), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("Install Tenken again")));
    QVERIFY(!wording::sentence({ErrorCode::RenderFailed, {}, {}}).contains(QStringLiteral("Install")));
    QVERIFY(!wording::sentence({ErrorCode::SigningFailed, {}, detail}).contains(QStringLiteral("Install")));
}

void ErrorWordsTest::aSubjectOfOthersStaysOneLine()
{
    const QString hostile = QStringLiteral("x\n\nAccepted.\t") + QString(5000, u'y');
    const QString text = wording::sentence({ErrorCode::FileNotFound, hostile, {}});
    QVERIFY(!text.contains(u'\n'));
    QVERIFY(text.startsWith(QStringLiteral("x Accepted. yyy")));
    QVERIFY(text.size() < 320);
    QVERIFY(text.contains(u'…'));
}

/// The separators are others on Windows alone.
void ErrorWordsTest::aPathIsShownAsTheSystemWritesIt()
{
    const QString path = QDir::temp().filePath(QStringLiteral("鍵.p12"));
    QVERIFY(wording::sentence({ErrorCode::FileNotFound, path, {}}).startsWith(QDir::toNativeSeparators(path)));
    const QString edition = QStringLiteral("KC-B/2026");
    QVERIFY(wording::sentence({ErrorCode::UnknownChecklist, edition, {}}).startsWith(edition));
}

QTEST_GUILESS_MAIN(ErrorWordsTest)
#include "tst_error_words.moc"
