#include "report/layout/font_book.h"
#include "support/places.h"

#include <QRawFont>
#include <QTemporaryDir>
#include <QtTest>

using namespace tenken;
using namespace tenken::support;

class FontBookTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void namesTheMissingFolder();
    void coverageIsTheFonts_data();
    void coverageIsTheFonts();
    void damagedTablesCoverNothing();
    void runs_data();
    void runs();
    void missing_data();
    void missing();

private:
    std::optional<FontBook> m_book;
};

void FontBookTest::initTestCase()
{
    const auto book = FontBook::load(builtPath("share/tenken/fonts"));
    QVERIFY(book.has_value());
    m_book = *book;
}

void FontBookTest::namesTheMissingFolder()
{
    const QTemporaryDir empty;
    const auto book = FontBook::load(empty.path());
    QVERIFY(!book.has_value());
    QCOMPARE(book.error().code, ErrorCode::FontMissing);
    QCOMPARE(book.error().subject, QStringLiteral("BIZ UDPGothic"));
}

void FontBookTest::coverageIsTheFonts_data()
{
    QTest::addColumn<int>("face");
    for (const Face face : allFaces)
        QTest::newRow(postScriptName(face).constData()) << static_cast<int>(face);
}

void FontBookTest::coverageIsTheFonts()
{
    QFETCH(const int, face);
    const QRawFont font = QRawFont::fromFont(fontOf(static_cast<Face>(face), 10));
    const CharacterCoverage coverage(font.fontTable("cmap"));
    for (char32_t c = 0x20; c < 0x32000; ++c) {
        if (QChar::isSurrogate(c) || c == 0x7F)
            continue;
        if (coverage.has(c) != font.supportsCharacter(c))
            QFAIL(qPrintable(QString::number(c, 16)));
    }
}

void FontBookTest::damagedTablesCoverNothing()
{
    const QByteArray table = QRawFont::fromFont(fontOf(Face::Text, 10)).fontTable("cmap");
    for (const qsizetype size : {0, 1, 3, 5, 12, 40, 400, 4000})
        QVERIFY(!CharacterCoverage(table.left(size)).hasSequence(0x8FBB, 0xE01FF));
    QVERIFY(CharacterCoverage(QByteArray(64, '\xFF')).isEmpty());
}

void FontBookTest::runs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("faces");
    const int text = static_cast<int>(Face::Text);
    const int mincho = static_cast<int>(Face::Mincho);
    QTest::newRow("plain") << QStringLiteral("点検 ABC ～―") << QList<int>{text};
    QTest::newRow("jouyou beyond the BMP") << QStringLiteral("𠮟る") << QList<int>{text};
    QTest::newRow("fallback in the middle") << QStringLiteral("山𠮷田") << QList<int>{text, mincho, text};
    QTest::newRow("compatibility ideographs") << QStringLiteral("髙﨑") << QList<int>{text};
    QTest::newRow("combining mark composes") << QString::fromUtf8("か\xE3\x82\x99") << QList<int>{text};
}

void FontBookTest::runs()
{
    QFETCH(const QString, text);
    QFETCH(const QList<int>, faces);
    QVERIFY2(m_book->hasFallback(), "IPAmj Mincho is part of the setup");
    QList<int> found;
    qsizetype end = 0;
    for (const FontRun &run : m_book->runs(text, Face::Text)) {
        QCOMPARE(run.start, end);
        end += run.length;
        QVERIFY(!run.missing);
        found += static_cast<int>(run.face);
    }
    QCOMPARE(end, text.size());
    QCOMPARE(found, faces);
}

void FontBookTest::missing_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("described");
    QTest::newRow("none") << QStringLiteral("𠮷田 髙﨑\n①㈱") << QString();
    QTest::newRow("emoji twice") << QStringLiteral("よい😀です😀") << QStringLiteral("「😀」U+1F600 ×2");
    QTest::newRow("hieroglyph and emoji") << QStringLiteral("𓀀😀") << QStringLiteral("「𓀀」U+13000 ×1、「😀」U+1F600 ×1");
    QTest::newRow("variant that nobody has")
        << QString::fromUtf8("点\xF3\xA0\x87\xAF検") << QString::fromUtf8("「点\xF3\xA0\x87\xAF」U+70B9 U+E01EF ×1");
}

void FontBookTest::missing()
{
    QFETCH(const QString, text);
    QFETCH(const QString, described);
    QCOMPARE(describe(m_book->missingGlyphs(text)), described);
}

QTEST_MAIN(FontBookTest)
#include "tst_font_book.moc"
