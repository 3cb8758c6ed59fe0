#include "report/layout/font_book.h"
#include "report/layout/unhinted_font.h"
#include "support/places.h"

#include <QFile>
#include <QFontDatabase>
#include <QPainterPath>
#include <QRawFont>
#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>

using namespace tenken;
using namespace tenken::support;

/// Faces without their hinting: the same outlines, and nothing but whole fonts
class UnhintedFontTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void outlinesAreTheFiles_data();
    void outlinesAreTheFiles();
    void onlyPreparationAndNameChange();
    void windowsKeepTheirFont();
    void othersAreLeft_data();
    void othersAreLeft();

private:
    static QString pathOf(Face face)
    {
        return builtPath("share/tenken/fonts/") + QString::fromLatin1(postScriptName(face)) + QStringLiteral(".ttf");
    }
};

void UnhintedFontTest::initTestCase() { QVERIFY(FontBook::load(builtPath("share/tenken/fonts")).has_value()); }

void UnhintedFontTest::outlinesAreTheFiles_data()
{
    QTest::addColumn<int>("face");
    for (const Face face : {Face::Text, Face::TextBold, Face::Fixed, Face::FixedBold})
        QTest::newRow(postScriptName(face).constData()) << static_cast<int>(face);
}

/// At the size of the design grid, at which a PDF takes them
void UnhintedFontTest::outlinesAreTheFiles()
{
    QFETCH(const int, face);
    constexpr qreal grid = 2048;
    const QRawFont ours = QRawFont::fromFont(fontOf(static_cast<Face>(face), grid / 20));
    const QRawFont file(pathOf(static_cast<Face>(face)), grid, QFont::PreferFullHinting);
    QCOMPARE(ours.fontTable("prep"), noHinting.toByteArray());
    QVERIFY(file.fontTable("prep").size() > noHinting.size());
    QCOMPARE(ours.fontTable("glyf"), file.fontTable("glyf"));
    QCOMPARE(ours.fontTable("hmtx"), file.fontTable("hmtx"));
    for (quint32 glyph = 1; glyph < 13900; glyph += 7) {
        if (ours.pathForGlyph(glyph) != file.pathForGlyph(glyph))
            QFAIL(qPrintable(QString::number(glyph)));
    }
}

/// Four bytes of the program, those of its length, three letters in each language; the file itself stays as it is.
void UnhintedFontTest::onlyPreparationAndNameChange()
{
    QFile file(pathOf(Face::Text));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    const QByteArray unhinted = unhintedFont(file.fileName());
    QCOMPARE(unhinted.size(), before.size());
    int different = 0;
    for (qsizetype i = 0; i < before.size(); ++i)
        different += before.at(i) == unhinted.at(i) ? 0 : 1;
    QVERIFY(different > 8 && different <= 8 + 4 * 3);
    QVERIFY(file.seek(0));
    QVERIFY(file.readAll() == before);
}

/// A window that draws with the files and a report of the same program each get their own, whoever is first.
void UnhintedFontTest::windowsKeepTheirFont()
{
    const QString family = QStringLiteral("BIZ UDPGothic");
    QVERIFY(unhintedFamily(family) != family);
    QFont window(family);
    const int id = QFontDatabase::addApplicationFont(pathOf(Face::Text));
    QCOMPARE(QFontDatabase::applicationFontFamilies(id).value(0), family);
    QVERIFY(QRawFont::fromFont(window).fontTable("prep").size() > noHinting.size());
    QCOMPARE(QRawFont::fromFont(fontOf(Face::Text, 10)).fontTable("prep"), noHinting.toByteArray());
    QVERIFY(QFontDatabase::removeApplicationFont(id));
}

void UnhintedFontTest::othersAreLeft_data()
{
    // prep at 60, name at 100: its storage begins 18 bytes later
    const auto font = [](quint32 programOffset, quint32 programLength, quint32 nameOffset = 100,
                         quint32 nameLength = 40) {
        QByteArray bytes = QByteArray::fromHex("000100000002000000000000") + QByteArray(32, '\0') + QByteArray(96, 'x');
        const auto table = [&](qsizetype record, const char *tag, quint32 offset, quint32 length) {
            std::copy_n(tag, 4, bytes.begin() + record);
            qToBigEndian(offset, bytes.data() + record + 8);
            qToBigEndian(length, bytes.data() + record + 12);
        };
        table(12, "prep", programOffset, programLength);
        table(28, "name", nameOffset, nameLength);
        bytes.replace(100, 18,
                      QByteArray::fromHex("000000010012"
                                          "0003000104090001"
                                          "00060000"));
        return bytes;
    };
    const auto with = [&](qsizetype at, const char *hex) {
        const QByteArray instead = QByteArray::fromHex(hex);
        return font(60, 20).replace(at, instead.size(), instead);
    };
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("taken");
    QTest::newRow("whole") << font(60, 20) << true;
    QTest::newRow("no such table") << with(12, "676c7966") << false;
    QTest::newRow("a program too short") << font(60, 3) << false;
    QTest::newRow("begins behind the end") << font(4000, 20) << false;
    QTest::newRow("ends behind the end") << font(60, 4000) << false;
    QTest::newRow("length beyond counting") << font(60, 0xffffffff) << false;
    QTest::newRow("no names") << with(28, "676c7966") << false;
    QTest::newRow("names cut off") << font(60, 20, 100, 5) << false;
    QTest::newRow("names behind the end") << font(60, 20, 4000) << false;
    QTest::newRow("none of a family") << with(100 + 12, "0004") << false;
    QTest::newRow("a typographic family") << with(100 + 12, "0010") << true;
    QTest::newRow("a name too short") << with(100 + 14, "0005") << false;
    QTest::newRow("as short for a macintosh") << with(100 + 6, "00010000000000010003") << true;
    QTest::newRow("a name behind the table") << with(100 + 16, "0017") << false;
    QTest::newRow("a name at its very end") << with(100 + 16, "0010") << true;
    QTest::newRow("more names said than the table holds") << with(100 + 2, "ffff") << true;
    QTest::newRow("directory cut off") << font(60, 20).left(20) << false;
    QTest::newRow("header cut off") << QByteArray("\0\1\0\0", 4) << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void UnhintedFontTest::othersAreLeft()
{
    QFETCH(const QByteArray, bytes);
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("font.ttf")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    QTEST(!unhintedFont(file.fileName()).isEmpty(), "taken");
    QVERIFY(unhintedFont(folder.filePath(QStringLiteral("none.ttf"))).isEmpty());
}

QTEST_MAIN(UnhintedFontTest)
#include "tst_unhinted_font_linux.moc"
