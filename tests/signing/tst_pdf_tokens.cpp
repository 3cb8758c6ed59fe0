#include "signing/pdf/content_stream.h"
#include "signing/pdf/document_profile.h"
#include "signing/pdf/flate.h"
#include "signing/pdf/pdf_objects.h"

#include <QTest>

using namespace tenken;

namespace {

// clang-format off
constexpr const char *kOurs[] = {
    "0", "17", "-1", "0.5", "-0.060000000", "1.0", "/Name", "/A+b-c_d.9", "/application#2fjson", "()",
    "(a \\(b\\) \\\\)", "<>", "<00ff>", "[ 1 2 ]", "[1 2]", "<< /A 1 /B [ (x) ] >>", "<</A<</B 1>>>>",
    "12 0 R", "true", "false"};
constexpr const char *kOthers[] = {
    "", " ", "+1", "01", "-0", "-", "1.", ".5", "1e5", "99999999999999999999", "/", "/J#53", "/A#2F", "/A#2",
    "/A*", "(", "(()", "(\\n)", "(\t)", "(\x80)", "<0>", "<0F>", "<0 0>", "[", "[ 1", "<< /A >>",
    "<< /A 1 /A 2 >>", "<< 1 2 >>", "<< /A null >>", "null", "1 0 obj", "0 0 R", "5 1 R", "{", "%c\n1", "1-2",
    "(a)b", "/A(x", "trueish", "\r1", "  1", "R"};
// clang-format on

} // namespace

class TestPdfTokens : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneSpelling_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("ours");
        for (const char *text : kOurs)
            QTest::newRow(text) << QByteArray(text) << true;
        for (const char *text : kOthers)
            QTest::newRow(text) << QByteArray(text) << false;
    }
    void oneSpelling()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, ours);
        ValueTree tree(text);
        PdfLexer lexer(text);
        const PdfValue value(&tree, tree.parse(lexer));
        QCOMPARE(value && lexer.position() == quint32(text.size()), ours);
    }

    void valuesAreReadInPlace()
    {
        const QByteArray text = "<< /A 12 /B 7 0 R /C (a\\)b) /D <feff65e5> /E [ 1 /X ] >>";
        ValueTree tree(text);
        PdfLexer lexer(text);
        const PdfValue value(&tree, tree.parse(lexer));
        QCOMPARE(value.size(), 5);
        QCOMPARE(value.find("A").integer(), 12);
        QCOMPARE(value.find("B").reference(), 7);
        QCOMPARE(value.find("C").string(), QByteArray("a)b"));
        QCOMPARE(value.find("D").text(), QStringLiteral("日"));
        QVERIFY(value.find("E").element(1).isName("X"));
        QVERIFY(!value.find("E").element(2));
        QVERIFY(!value.find("F"));
        QCOMPARE(value.find("F").find("G").integer(), 0);
        QCOMPARE(value.find("B").raw(), QByteArrayView("7 0 R"));
    }

    void depthAndNumberAreBounded()
    {
        for (const int depth : {ValueTree::kMaxDepth, ValueTree::kMaxDepth + 2}) {
            const QByteArray text = QByteArray(depth, '[') + QByteArray(depth, ']');
            ValueTree tree(text);
            PdfLexer lexer(text);
            QCOMPARE(tree.parse(lexer) != 0, depth == ValueTree::kMaxDepth);
        }
        const QByteArray many = "[" + QByteArray(" 1").repeated(600000) + "]";
        ValueTree tree(many);
        PdfLexer lexer(many);
        QCOMPARE(tree.parse(lexer), 0u);
    }

    void inflateIsExact_data()
    {
        QTest::addColumn<QByteArray>("packed");
        QTest::addColumn<bool>("whole");
        const QByteArray packed = deflate(QByteArray(100000, 'x') + "end");
        QTest::newRow("right") << packed << true;
        QTest::newRow("nothing") << QByteArray() << false;
        QTest::newRow("cut") << packed.chopped(1) << false;
        QTest::newRow("more behind") << packed + "x" << false;
        QTest::newRow("checksum") << packed.chopped(1) + "x" << false;
        QTest::newRow("no header") << packed.mid(2) << false;
        QTest::newRow("two streams") << packed + packed << false;
    }
    void inflateIsExact()
    {
        QFETCH(QByteArray, packed);
        QFETCH(bool, whole);
        InflateBudget budget;
        QByteArray output;
        QCOMPARE(inflate(packed, budget, output, kMaxUnpacked), whole);
        QCOMPARE(output.size(), whole ? 100003 : 0);
        QVERIFY(inflate(deflate("fresh"), budget, output, kMaxUnpacked)); // what was there before does not matter
        QCOMPARE(output, "fresh");
        for (const auto &[left, limit] : {std::pair(100002, 200000), std::pair(200000, 100002)}) {
            InflateBudget small{left};
            QVERIFY(!inflate(packed, small, output, limit));
            QVERIFY(output.isEmpty());
            QVERIFY(small.left >= 0);
        }
        InflateBudget exact{100003};
        QCOMPARE(inflate(packed, exact, output, 100003), whole);
        QVERIFY(!whole || exact.left == 0);
    }

    void drawingIsAClosedList_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("plain");
        QTest::newRow("text") << QByteArray("BT\n/F11 167 Tf 1 0 0 -1 0 0 Tm\n200 -300 Td <0001> Tj\nET\n") << true;
        QTest::newRow("path") << QByteArray("q 1 w []0  d 1 0 0 SCN 1 1 m 2 2 l S f* W* n Q") << true;
        QTest::newRow("string") << QByteArray("(x) Tj") << false;
        QTest::newRow("mark") << QByteArray("EMC") << false;
        QTest::newRow("begin mark") << QByteArray("/X BMC") << false;
        QTest::newRow("inline image") << QByteArray("BI") << false;
        QTest::newRow("dictionary") << QByteArray("/X <</A 1>> BDC") << false;
        QTest::newRow("comment") << QByteArray("% x") << false;
        QTest::newRow("unknown") << QByteArray("xyz") << false;
        QTest::newRow("long word") << QByteArray("SCNSCN") << false;
        QTest::newRow("hex not closed") << QByteArray("<00") << false;
        QTest::newRow("empty name") << QByteArray("/ gs") << false;
    }
    void drawingIsAClosedList()
    {
        QFETCH(QByteArray, content);
        QFETCH(bool, plain);
        QCOMPARE(isPlainDrawing(content), plain);
    }

    void marksFrameAPage()
    {
        const QByteArray hash(64, 'a');
        const QByteArray content = pageMark(hash) + "q Q" + pageMarkEnd();
        QCOMPARE(splitMark(content).fingerprint, QByteArrayView(hash));
        QCOMPARE(splitMark(content).drawing, QByteArrayView("q Q"));
        QVERIFY(splitMark("q Q").fingerprint.isEmpty());
        QVERIFY(splitMark(content.mid(1)).fingerprint.isEmpty());
        QVERIFY(splitMark(content.chopped(1)).fingerprint.isEmpty());
        QVERIFY(splitMark(pageMark(QByteArray(64, 'g')) + pageMarkEnd()).fingerprint.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPdfTokens)
#include "tst_pdf_tokens.moc"
