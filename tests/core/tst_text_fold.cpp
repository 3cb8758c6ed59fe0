#include "core/text_fold.h"

#include <QTest>

using namespace tenken;

class TextFoldTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void folds_data();
    void folds();
    void contains_data();
    void contains();
    void forbidden_data();
    void forbidden();
};

void TextFoldTest::folds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("folded");
    QTest::newRow("katakana") << "パスワード"
                              << "ぱすわーど";
    QTest::newRow("half-width katakana") << "ﾊﾟｽﾜｰﾄﾞ"
                                         << "ぱすわーど";
    QTest::newRow("hiragana") << "ぱすわーど"
                              << "ぱすわーど";
    QTest::newRow("full-width letters") << "ＵＳＢメモリ"
                                        << "usbめもり";
    QTest::newRow("capitals") << "LGWAN"
                              << "lgwan";
    QTest::newRow("digits") << "６（３）①"
                            << "6(3)1";
    QTest::newRow("first and last kana") << "ァヶ"
                                         << "ぁゖ";
    QTest::newRow("voiced") << "ヴ"
                            << "ゔ";
    QTest::newRow("beyond the BMP") << "𠮷野家"
                                    << "𠮷野家";
    QTest::newRow("compatibility ideograph") << "神"
                                             << "神";
    QTest::newRow("variant stays apart") << "髙橋"
                                         << "髙橋";
    QTest::newRow("empty") << ""
                           << "";
}

void TextFoldTest::folds()
{
    QFETCH(QString, text);
    QTEST(foldForSearch(text), "folded");
    QCOMPARE(foldForSearch(foldForSearch(text)), foldForSearch(text));
}

void TextFoldTest::contains_data()
{
    QTest::addColumn<QString>("haystack");
    QTest::addColumn<QString>("needle");
    QTest::addColumn<bool>("found");
    QTest::newRow("kana") << "パスワードの管理"
                          << "ぱすわーど" << true;
    QTest::newRow("width") << "USBメモリ"
                           << "ｕｓｂﾒﾓﾘ" << true;
    QTest::newRow("case") << "LGWAN接続系"
                          << "lgwan" << true;
    QTest::newRow("empty finds everything") << "x"
                                            << "" << true;
    QTest::newRow("other") << "パスワード"
                           << "ぱすぽーと" << false;
    QTest::newRow("surrogates") << "𠮷田"
                                << "𠮷" << true;
    QTest::newRow("half of another character is not it") << "𠮟る"
                                                         << "𠮷" << false;
}

void TextFoldTest::contains()
{
    QFETCH(QString, haystack);
    QFETCH(QString, needle);
    QTEST(containsFolded(haystack, foldForSearch(needle)), "found");
}

void TextFoldTest::forbidden_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    QTest::newRow("Japanese") << "点検日 髙﨑～― 𠮷𠮟" << false;
    QTest::newRow("line end and tab") << "a\n\tb" << false;
    QTest::newRow("empty") << "" << false;
    QTest::newRow("NUL") << QString(QChar(0)) << true;
    QTest::newRow("carriage return") << "a\r\nb" << true;
    QTest::newRow("escape") << "\x1b[2J" << true;
    QTest::newRow("delete") << QString(QChar(0x7F)) << true;
    QTest::newRow("C1 control") << QString(QChar(0x85)) << true;
    QTest::newRow("no-break space is none") << QString(QChar(0xA0)) << false;
    QTest::newRow("high surrogate alone") << QString(QChar(0xD842)) << true;
    QTest::newRow("low surrogate alone") << QString(QChar(0xDFB7)) << true;
    QTest::newRow("surrogates turned round") << QString(QChar(0xDFB7)) + QChar(0xD842) << true;
    QTest::newRow("high surrogate before a letter") << QString(QChar(0xD842)) + u'a' << true;
    QTest::newRow("U+FFFE") << QString(QChar(0xFFFE)) << true;
    QTest::newRow("U+FDD0") << QString(QChar(0xFDD0)) << true;
    const char32_t beyond = 0x1FFFF;
    QTest::newRow("U+1FFFF") << QString::fromUcs4(&beyond, 1) << true;
}

void TextFoldTest::forbidden()
{
    QFETCH(QString, text);
    QTEST(hasForbiddenCharacter(text), "expected");
    QTEST(hasForbiddenCharacter(QStringLiteral("点検") + text + QStringLiteral("。")), "expected");
}

QTEST_GUILESS_MAIN(TextFoldTest)
#include "tst_text_fold.moc"
