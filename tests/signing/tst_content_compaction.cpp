#include "signing/pdf/content_compaction.h"

#include <QTest>

using namespace tenken;

/// What becomes of QPdfWriter's lines. That the pages still say and show the same is tested with whole documents.
class TestContentCompaction : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lines_data()
    {
        QTest::addColumn<QByteArray>("drawn");
        QTest::addColumn<QByteArray>("compact");
        const auto row = [](const char *name, const QByteArray &drawn, const QByteArray &compact) {
            QTest::newRow(name) << drawn << compact;
        };
        row("nothing", "", "");
        row("whole numbers", "0 0 0 SCN\n18 w 0 J []0  d\n", "0 0 0 SCN\n18 w 0 J []0  d\n");
        row("three decimals", "1417.32283 623.622047 2019.96875 340 re\n", "1417.323 623.622 2019.969 340 re\n");
        row("zeros behind", "179.968750 0.500000 l\n", "179.969 0.5 l\n");
        row("no minus before nothing", "-0.0004 -0.0006 m\n", "0 -0.001 m\n");
        row("below one", "-0.5 0.05 0.0 m\n", "-0.5 0.05 0 m\n");
        row("rounds up to a whole", "9.9996 -9.9996 m\n", "10 -10 m\n");
        row("matrices stay", "0.050000000 0 0 -0.050000000 0 842 cm\n", "0.050000000 0 0 -0.050000000 0 842 cm\n");
        row("words with a point stay", "/a.b gs\n1.x m\n", "/a.b gs\n1.x m\n");
        row("out of every page", "12345678901234.5 0 m\n", "12345678901234.5 0 m\n");
        row("last line without an end", "1.5000 w", "1.5 w\n");
        const QByteArray begin = "BT\n/F1 200 Tf 1 0 0 -1 0 0 Tm\n";
        row("a glyph", begin + "10.50 -20.25000 Td <0001> Tj\nET\n", begin + "10.5 -20.25 Td <0001> Tj\nET\n");
        row("glyphs that follow each other",
            begin + "10.5 -20 Td <0001> Tj\n100 0 Td <0002> Tj\n50.25 0 Td <000a> Tj\nET\n",
            begin + "10.5 -20 Td <00010002000a> Tj\nET\n");
        row("a gap", begin + "10 -20 Td <0001> Tj\n101 0 Td <0002> Tj\n50 0 Td <0001> Tj\nET\n",
            begin + "10 -20 Td <0001> Tj\n101 0 Td <00020001> Tj\nET\n");
        // Td counts from where the string began, so what was joined is made up for
        row("a gap behind a string", begin + "10 -20 Td <0001> Tj\n100 0 Td <0002> Tj\n70 0 Td <0001> Tj\nET\n",
            begin + "10 -20 Td <00010002> Tj\n170 0 Td <0001> Tj\nET\n");
        row("another line", begin + "10 -20 Td <0001> Tj\n100 -30 Td <0001> Tj\nET\n",
            begin + "10 -20 Td <0001> Tj\n100 -30 Td <0001> Tj\nET\n");
        row("the last known width", begin + "10 -20 Td <000a> Tj\n100 0 Td <0001> Tj\nET\n",
            begin + "10 -20 Td <000a0001> Tj\nET\n");
        row("glyph beyond the widths", begin + "10 -20 Td <ffff> Tj\n100 0 Td <0001> Tj\nET\n",
            begin + "10 -20 Td <ffff> Tj\n100 0 Td <0001> Tj\nET\n");
        const QByteArray other = "BT\n/F2 200 Tf 1 0 0 -1 0 0 Tm\n";
        row("font without widths", other + "10 -20 Td <0001> Tj\n100 0 Td <0002> Tj\nET\n",
            other + "10 -20 Td <0001> Tj\n100 0 Td <0002> Tj\nET\n");
        row("no glyph at all", "1 2 3 Td <0001> Tj\n1 Td <0001> Tj\nx 0 Td <0001> Tj\n> Tj\n",
            "1 2 3 Td <0001> Tj\n1 Td <0001> Tj\nx 0 Td <0001> Tj\n> Tj\n");
    }
    void lines()
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
};

QTEST_GUILESS_MAIN(TestContentCompaction)
#include "tst_content_compaction.moc"
