#include "exchange/text_encoding.h"

#include <QtTest>

using namespace tenken;
using namespace Qt::StringLiterals;

/// Which bytes are text, and which text. The table of UTF-8 is Unicode's table 3-7.
class TestTextEncoding : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void utf8IsJudged_data();
    void utf8IsJudged();
    void everyCharacterIsWellFormed();
    void marksAreKept_data();
    void marksAreKept();
    void encodingIsFound_data();
    void encodingIsFound();
    void cp932IsDecoded_data();
    void cp932IsDecoded();
};

void TestTextEncoding::utf8IsJudged_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("invalidAt"); // -1: well-formed
    const auto row = [](const char *name, const QByteArray &bytes, int invalidAt) {
        QTest::newRow(name) << bytes << invalidAt;
    };
    row("empty", "", -1);
    row("ASCII with NUL", QByteArray("a\0b\x7f", 4), -1);
    row("first of two bytes", "\xc2\x80", -1);
    row("last of two bytes", "\xdf\xbf", -1);
    row("first of three bytes", "\xe0\xa0\x80", -1);
    row("before the surrogates", "\xed\x9f\xbf", -1);
    row("after the surrogates", "\xee\x80\x80", -1);
    row("U+FFFF", "\xef\xbf\xbf", -1);
    row("first of four bytes", "\xf0\x90\x80\x80", -1);
    row("last character of all", "\xf4\x8f\xbf\xbf", -1);
    row("lone continuation", "a\x80", 1);
    row("last lone continuation", "\xbf", 0);
    row("overlong in two bytes", "\xc0\x80", 0);
    row("overlong slash", "\xc1\xbf", 0);
    row("overlong in three bytes", "\xe0\x9f\xbf", 0);
    row("first surrogate", "\xed\xa0\x80", 0);
    row("last surrogate", "\xed\xbf\xbf", 0);
    row("overlong in four bytes", "\xf0\x8f\xbf\xbf", 0);
    row("beyond U+10FFFF", "\xf4\x90\x80\x80", 0);
    row("lead F5", "\xf5\x80\x80\x80", 0);
    row("lead FF", "ab\xff", 2);
    row("cut after the lead", "a\xc2", 1);
    row("cut in three bytes", "点\xe7\x82", 3);
    row("cut in four bytes", "\xf0\xa0\xae", 0);
    row("third byte is none", "\xe7\x82\x41", 0);
    row("fourth byte is none", "\xf0\xa0\xae\xc0", 0);
    row("second byte is a lead", "\xc3\xc3\xa9", 0);
}

void TestTextEncoding::utf8IsJudged()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, invalidAt);
    QCOMPARE(firstInvalidUtf8(bytes).value_or(-1), invalidAt);
    QCOMPARE(firstInvalidUtf8("点検" + bytes).value_or(-1), invalidAt < 0 ? -1 : invalidAt + 6);
}

/// All of Unicode, by Qt's encoder: none is refused, each comes back as it was
void TestTextEncoding::everyCharacterIsWellFormed()
{
    for (char32_t from = 0; from < 0x110000; from += 0x800) {
        QString text;
        for (char32_t c = from; c < from + 0x800; ++c) {
            if (!QChar::isSurrogate(c))
                text += QString::fromUcs4(&c, 1);
        }
        const QByteArray bytes = text.toUtf8();
        QVERIFY2(!firstInvalidUtf8(bytes), qPrintable(QString::number(uint(from), 16)));
        QCOMPARE(fromValidUtf8(bytes), text);
    }
}

void TestTextEncoding::marksAreKept_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const QString mark(QChar(0xfeff));
    QTest::newRow("none") << QByteArray("a") << u"a"_s;
    QTest::newRow("alone") << QByteArray("\xef\xbb\xbf") << mark;
    QTest::newRow("in front") << QByteArray("\xef\xbb\xbf"
                                            "a")
                              << mark + u'a';
    QTest::newRow("two") << QByteArray("\xef\xbb\xbf\xef\xbb\xbf"
                                       "a")
                         << mark + mark + u'a';
    QTest::newRow("inside") << QByteArray("a\xef\xbb\xbf") << u'a' + mark;
    QTest::newRow("nothing") << QByteArray() << QString();
}

void TestTextEncoding::marksAreKept()
{
    QFETCH(QByteArray, bytes);
    QTEST(fromValidUtf8(bytes), "text");
}

void TestTextEncoding::encodingIsFound_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("encoding"); // -1: none
    QTest::addColumn<QString>("text");
    const int utf8 = int(TextEncoding::Utf8);
    const int marked = int(TextEncoding::Utf8WithMark);
    const int cp932 = int(TextEncoding::Cp932);
    QTest::newRow("nothing") << QByteArray() << utf8 << QString();
    QTest::newRow("ASCII") << QByteArray("a,b") << utf8 << u"a,b"_s;
    QTest::newRow("UTF-8") << QByteArray("点検𠮷") << utf8 << u"点検𠮷"_s;
    QTest::newRow("mark alone") << QByteArray("\xef\xbb\xbf") << marked << QString();
    QTest::newRow("mark") << QByteArray("\xef\xbb\xbf点検") << marked << u"点検"_s;
    QTest::newRow("a second mark is text")
        << QByteArray("\xef\xbb\xbf\xef\xbb\xbf") << marked << QString(QChar(0xfeff));
    QTest::newRow("CP932") << QByteArray("\x93\x5f\x8c\x9f") << cp932 << u"点検"_s;
    QTest::newRow("cut CP932") << QByteArray("\x93\x5f\x8c") << -1 << QString();
    QTest::newRow("CP932 behind a mark") << QByteArray("\xef\xbb\xbf\x93\x5f\x8c\x9f") << -1 << QString();
    QTest::newRow("UTF-16, little") << QByteArray("\xff\xfe\xb9\x70", 4) << -1 << QString();
    QTest::newRow("UTF-16, big") << QByteArray("\xfe\xff\x70\xb9", 4) << -1 << QString();
    QTest::newRow("UTF-16 of ASCII is full of NUL") << QByteArray("a\0b\0", 4) << utf8 << QString(u"a\0b\0"_s);
    QTest::newRow("EUC-JP of one kanji looks like half-width kana") << QByteArray("\xc5\xc0") << cp932 << u"ﾅﾀ"_s;
    QTest::newRow("no text at all") << QByteArray("\xff\xff\xff") << -1 << QString();
}

void TestTextEncoding::encodingIsFound()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, encoding);
    QFETCH(QString, text);
    const std::optional<DecodedText> decoded = decodeText(bytes);
    QCOMPARE(decoded.has_value(), encoding >= 0);
    if (decoded) {
        QCOMPARE(int(decoded->encoding), encoding);
        QCOMPARE(decoded->text, text);
    }
}

void TestTextEncoding::cp932IsDecoded_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text"); // null: refused
    QTest::newRow("wave dash as Windows has it") << QByteArray("\x81\x60") << u"～"_s;
    QTest::newRow("minus, bar, cent, pound, not")
        << QByteArray("\x81\x7c\x81\x61\x81\x91\x81\x92\x81\xca") << u"－∥￠￡￢"_s;
    QTest::newRow("backslash and tilde stay") << QByteArray("\\~") << u"\\~"_s;
    QTest::newRow("second byte is a pipe") << QByteArray("\x83\x7c") << u"ポ"_s;
    QTest::newRow("NEC row 13") << QByteArray("\x87\x40\x87\x54\x87\x8a") << u"①Ⅰ㈱"_s;
    QTest::newRow("NEC selected IBM") << QByteArray("\xed\x40") << u"纊"_s;
    QTest::newRow("IBM extension") << QByteArray("\xfb\xfc\xfa\xb1") << u"髙﨑"_s;
    QTest::newRow("half-width") << QByteArray("\xb1\xdd\xde\xdf") << u"ｱﾝﾞﾟ"_s;
    QTest::newRow("line ends") << QByteArray("\x93\x5f\r\n\x8c\x9f") << u"点\r\n検"_s;
    QTest::newRow("no such second byte") << QByteArray("\x93\x20") << QString();
    QTest::newRow("no such row") << QByteArray("\x85\x40") << QString();
    QTest::newRow("cut") << QByteArray("a\x93") << QString();
    QTest::newRow("FD") << QByteArray("\xfd") << QString();
}

void TestTextEncoding::cp932IsDecoded()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    const std::optional<QString> decoded = fromCp932(bytes);
    QCOMPARE(decoded.has_value(), !text.isNull());
    QCOMPARE(decoded.value_or(QString()), text);
}

QTEST_GUILESS_MAIN(TestTextEncoding)
#include "tst_text_encoding.moc"
