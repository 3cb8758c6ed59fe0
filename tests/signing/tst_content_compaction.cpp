#include "signing/pdf/content_compaction.h"

#include <QTest>

using namespace tenken;

/// What becomes of QPdfWriter's operations. That the pages still say and show the same is tested with whole documents.
class TestContentCompaction : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void operations_data()
    {
        QTest::addColumn<QByteArray>("drawn");
        QTest::addColumn<QByteArray>("compact");
        QTest::newRow("nothing") << QByteArray() << QByteArray();
        numbers();
        parameters();
        levels();
        texts();
    }
    void operations()
    {
        QFETCH(QByteArray, drawn);
        QHash<QByteArray, GlyphWidths> widths;
        widths["F1"] = GlyphWidths(11, 500); // thousandths: 100 at a size of 200
        widths["F1"][2] = 250;
        std::string out = "in front ";
        appendCompacted(out, drawn, widths);
        QFETCH(QByteArray, compact);
        QCOMPARE(QByteArray::fromStdString(out), "in front " + compact);
    }

private:
    static void row(const char *name, const QByteArray &drawn, const QByteArray &compact)
    {
        QTest::newRow(name) << drawn << compact;
    }

    static void numbers()
    {
        row("whole numbers", "1 2 3 4 re f\n", "1 2 3 4 re\nf\n");
        row("a tenth of a twentieth of a point", "1417.32283 623.65 2019.96875 340 re\nS\n",
            "1417.3 623.7 2020 340 re\nS\n");
        row("no minus before nothing", "-0.04 -0.06 m S\n", "0 -0.1 m\nS\n");
        row("below one", "-0.5 0.1000 0.0 m S\n", "-0.5 0.1 0 m\nS\n");
        row("three decimals of a colour", "0.12345 1.0 0.0004 scn\n1 2 3 4 re\nf", "0.123 1 0 scn\n1 2 3 4 re\nf\n");
        row("matrices stay", "0.050000000 0 0 -0.050000000 0 842 cm\n", "0.050000000 0 0 -0.050000000 0 842 cm\n");
        row("words with a point stay", "1.x 2 m S\n", "1.x 2 m\nS\n");
        row("out of every page", "12345678901234.5 0 m S\n", "12345678901234.5 0 m\nS\n");
    }

    static void parameters()
    {
        const QByteArray box = "1 2 3 4 re\n";
        row("of nothing", "0 0 0 SCN\n18 w 0 J []0  d\n/GSa gs\n/CSp cs 1 0 0 scn\n", "");
        row("as a page begins with them", "1 w 0 J 0 j 10 M []0  d\n" + box + "S\n", box + "S\n");
        row("of a line", "/CSp CS 1 0 0 SCN 18 w 2 J 1 j 2 M [3 1]0  d\n/CSp cs 0 1 0 scn\n" + box + "S\n",
            "/CSp CS\n1 0 0 SCN\n18 w\n2 J\n1 j\n2 M\n[3 1]0 d\n" + box + "S\n");
        row("of an area", "0 0 1 SCN 18 w /CSp cs 0 1 0 scn /GSa gs\n" + box + "f*\n",
            "/GSa gs\n/CSp cs\n0 1 0 scn\n" + box + "f*\n");
        row("of both", "0 0 1 SCN 18 w /CSp cs 0 1 0 scn\n" + box + "B\n",
            "/CSp cs\n0 1 0 scn\n0 0 1 SCN\n18 w\n" + box + "B\n");
        row("said once", "0 0 1 SCN\n" + box + "S\n0 0 1 SCN\n" + box + "S\n",
            "0 0 1 SCN\n" + box + "S\n" + box + "S\n");
        row("said again", "0 0 1 SCN\n" + box + "S\n1 0 0 SCN\n" + box + "S\n",
            "0 0 1 SCN\n" + box + "S\n1 0 0 SCN\n" + box + "S\n");
        row("a space's first colour", "/CSp cs 1 0 0 scn\n" + box + "f\n/CSp cs\n" + box + "f\n",
            "/CSp cs\n1 0 0 scn\n" + box + "f\n/CSp cs\n" + box + "f\n");
        row("a path of nothing", box + "n\n" + box + "f\n", box + "f\n");
        row("last operation without an end", "1 2 m 3 4 l h S", "1 2 m\n3 4 l\nh\nS\n");
    }

    static void levels()
    {
        const QByteArray box = "1 2 3 4 re\n";
        const QByteArray begin = "/CSp CS\n";
        row("around nothing", "q q\nQ\nQ q\nQ\n", "");
        row("around what can be said again",
            begin + "0 0 1 SCN\n" + box + "S\nq 1 0 0 SCN 2 w\n" + box + "S\nQ\n" + box + "S\n",
            begin + "0 0 1 SCN\n" + box + "S\n1 0 0 SCN\n2 w\n" + box + "S\n0 0 1 SCN\n1 w\n" + box + "S\n");
        row("around a first colour", begin + "q 1 0 0 SCN\n" + box + "S\nQ\n" + box + "S\n",
            begin + "1 0 0 SCN\n" + box + "S\n/CSp CS\n" + box + "S\n");
        row("around what was never set", "q /GSa gs\n" + box + "f\nQ\n" + box + "f\n",
            "q\n/GSa gs\n" + box + "f\nQ\n" + box + "f\n");
        row("around a matrix", "q 2 w\nq 2 0 0 2 0 0 cm\n" + box + "S\nQ\n" + box + "S\nQ\n" + box + "S\n",
            "q\nq\n2 w\n2 0 0 2 0 0 cm\n" + box + "S\nQ\n2 w\n" + box + "S\nQ\n" + box + "S\n");
        row("around a clip", "q " + box + "W n\n" + box + "f\nQ\n" + box + "f\n",
            "q\n" + box + "W n\n" + box + "f\nQ\n" + box + "f\n");
        row("around a picture", "q\n5 0 0 5 1 1 cm\n/Im1 Do\nQ\n", "q\n5 0 0 5 1 1 cm\n/Im1 Do\nQ\n");
        row("one end too many", "Q\n" + box + "f\n", box + "f\n");
    }

    static void texts()
    {
        const QByteArray begin = "BT\n/F1 200 Tf 1 0 0 -1 0 0 Tm\n";
        const QByteArray begun = "/F1 200 Tf\nBT\n1 0 0 -1 0 0 Tm\n";
        row("a glyph", begin + "10.50 -20.25000 Td <0001> Tj\nET\n", begun + "10.5 -20.3 Td <0001> Tj\nET\n");
        row("glyphs that follow each other",
            begin + "10.5 -20 Td <0001> Tj\n100 0 Td <0002> Tj\n50.25 0 Td <000a> Tj\nET\n",
            begun + "10.5 -20 Td <00010002000a> Tj\nET\n");
        row("a gap", begin + "10 -20 Td <0001> Tj\n101 0 Td <0002> Tj\n50 0 Td <0001> Tj\nET\n",
            begun + "10 -20 Td <0001> Tj\n101 0 Td <00020001> Tj\nET\n");
        // Td counts from where the string began, so what was joined is made up for
        row("a gap behind a string", begin + "10 -20 Td <0001> Tj\n100 0 Td <0002> Tj\n70 0 Td <0001> Tj\nET\n",
            begun + "10 -20 Td <00010002> Tj\n170 0 Td <0001> Tj\nET\n");
        row("another line", begin + "10 -20 Td <0001> Tj\n100 -30 Td <0001> Tj\nET\n",
            begun + "10 -20 Td <0001> Tj\n100 -30 Td <0001> Tj\nET\n");
        row("steps are not rounded twice",
            begin + "0.04 0 Td <0001> Tj\n0.04 9 Td <0001> Tj\n0.04 9 Td <0001> Tj\nET\n",
            begun + "0 0 Td <0001> Tj\n0.1 9 Td <0001> Tj\n0 9 Td <0001> Tj\nET\n");
        row("the last known width", begin + "10 -20 Td <000a> Tj\n100 0 Td <0001> Tj\nET\n",
            begun + "10 -20 Td <000a0001> Tj\nET\n");
        row("glyph beyond the widths", begin + "10 -20 Td <ffff> Tj\n100 0 Td <0001> Tj\nET\n",
            begun + "10 -20 Td <ffff> Tj\n100 0 Td <0001> Tj\nET\n");
        row("font without widths", "BT\n/F2 200 Tf 1 0 0 -1 0 0 Tm\n10 -20 Td <0001> Tj\n100 0 Td <0002> Tj\nET\n",
            "/F2 200 Tf\nBT\n1 0 0 -1 0 0 Tm\n10 -20 Td <0001> Tj\n100 0 Td <0002> Tj\nET\n");
        const QByteArray one = begin + "10 -20 Td <0001> Tj\nET\n";
        row("texts of one matrix", one + "q\n" + begin + "30 -50 Td <0001> Tj\nET\nQ\n",
            begun + "10 -20 Td <0001> Tj\n20 -30 Td <0001> Tj\nET\n");
        row("texts that follow each other", one + begin + "110 -20 Td <0002> Tj\nET\n",
            begun + "10 -20 Td <00010002> Tj\nET\n");
        row("another matrix", one + "BT\n2 0 0 -2 0 0 Tm\n10 -20 Td <0001> Tj\nET\n",
            begun + "10 -20 Td <0001> Tj\nET\nBT\n2 0 0 -2 0 0 Tm\n10 -20 Td <0001> Tj\nET\n");
        row("another colour", one + "1 0 0 scn\n" + begin + "110 -20 Td <0002> Tj\nET\n",
            begun + "10 -20 Td <0001> Tj\n1 0 0 scn\n100 0 Td <0002> Tj\nET\n");
        row("another font", one + "BT\n/F2 200 Tf 1 0 0 -1 0 0 Tm\n110 -20 Td <0002> Tj\nET\n",
            begun + "10 -20 Td <0001> Tj\n/F2 200 Tf\n100 0 Td <0002> Tj\nET\n");
        row("an area between", one + "1 2 3 4 re f\n" + one,
            begun + "10 -20 Td <0001> Tj\nET\n1 2 3 4 re\nf\nBT\n1 0 0 -1 0 0 Tm\n10 -20 Td <0001> Tj\nET\n");
        row("outlined", "2 w\n" + begin + "2 Tr\n10 -20 Td <0001> Tj\nET\n",
            "2 w\n/F1 200 Tf\n2 Tr\nBT\n1 0 0 -1 0 0 Tm\n10 -20 Td <0001> Tj\nET\n");
        row("what is no glyph", "BT\n(a) Tj\nET\n", "(a) Tj\n");
    }
};

QTEST_GUILESS_MAIN(TestContentCompaction)
#include "tst_content_compaction.moc"
