#include "report/layout/font_book.h"
#include "report/layout/unhinted_font.h"
#include "support/places.h"

#include <QFile>
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
    void onlyThePreparationChanges();
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

/// Four bytes of the program and those of its length; the file itself stays as it is.
void UnhintedFontTest::onlyThePreparationChanges()
{
    QFile file(pathOf(Face::Text));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    const QByteArray unhinted = unhintedFont(file.fileName());
    QCOMPARE(unhinted.size(), before.size());
    int different = 0;
    for (qsizetype i = 0; i < before.size(); ++i)
        different += before.at(i) == unhinted.at(i) ? 0 : 1;
    QVERIFY(different > 0 && different <= 8);
    QVERIFY(file.seek(0));
    QVERIFY(file.readAll() == before);
}

void UnhintedFontTest::othersAreLeft_data()
{
    const auto font = [](const char *tag, quint32 offset, quint32 length) {
        QByteArray bytes = QByteArray::fromHex("00010000000100000000000000000000") + QByteArray(40, 'x');
        std::copy_n(tag, 4, bytes.begin() + 12);
        qToBigEndian(offset, bytes.data() + 20);
        qToBigEndian(length, bytes.data() + 24);
        return bytes;
    };
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("taken");
    QTest::newRow("whole") << font("prep", 30, 20) << true;
    QTest::newRow("no such table") << font("glyf", 30, 20) << false;
    QTest::newRow("a program too short") << font("prep", 30, 3) << false;
    QTest::newRow("begins behind the end") << font("prep", 4000, 20) << false;
    QTest::newRow("ends behind the end") << font("prep", 30, 4000) << false;
    QTest::newRow("length beyond counting") << font("prep", 30, 0xffffffff) << false;
    QTest::newRow("directory cut off") << font("prep", 30, 20).left(20) << false;
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
