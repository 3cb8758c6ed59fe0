#include "exchange/table_text.h"

#include <QTest>

using namespace tenken;

class TestTableText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cells_data();
    void cells();
    void aQuoteStaysInItsCell();
    void rowsAndColumns();
};

void TestTableText::cells_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tsv");
    QTest::addColumn<QString>("html");
    QTest::newRow("plain") << "実施"
                           << "実施"
                           << "実施";
    QTest::newRow("formula") << "=SUM(A1)"
                             << "'=SUM(A1)"
                             << "'=SUM(A1)";
    QTest::newRow("plus") << "+81"
                          << "'+81"
                          << "'+81";
    QTest::newRow("minus") << "-1"
                           << "'-1"
                           << "'-1";
    QTest::newRow("at") << "@cmd"
                        << "'@cmd"
                        << "'@cmd";
    QTest::newRow("tab in front") << "\t=1"
                                  << "' / =1"
                                  << "' / =1";
    QTest::newRow("return in front") << "\r=1"
                                     << "' / =1"
                                     << "' / =1";
    QTest::newRow("wide forms") << "＝1"
                                << "'＝1"
                                << "'＝1";
    QTest::newRow("lines") << "a\r\nb\nc"
                           << "a / b / c"
                           << "a / b / c";
    QTest::newRow("quote in front") << "\"引用\" です"
                                    << "\"\"\"引用\"\" です\""
                                    << "&quot;引用&quot; です";
    QTest::newRow("quote inside") << "5\" の画面"
                                  << "5\" の画面"
                                  << "5&quot; の画面";
    QTest::newRow("quote alone") << "\""
                                 << "\"\"\"\""
                                 << "&quot;";
    QTest::newRow("tab inside") << "a\tb"
                                << "a / b"
                                << "a / b";
    QTest::newRow("symbol of not applicable") << "－"
                                              << "－"
                                              << "－";
    QTest::newRow("markup") << "<b>&\""
                            << "<b>&\""
                            << "&lt;b&gt;&amp;&quot;";
    QTest::newRow("placeholder") << "%1 %2"
                                 << "%1 %2"
                                 << "%1 %2";
}

void TestTableText::cells()
{
    QFETCH(QString, text);
    QTEST(tableAsTsv({{text}}).chopped(2), "tsv");
    QFETCH(QString, html);
    const QString table = tableAsHtml({{QStringLiteral("head")}, {text}});
    QVERIFY2(table.contains(u'>' + html + QStringLiteral("</td>")), qPrintable(table));
}

/// What a spreadsheet makes of the clipboard: a cell that begins with a quote ends with the next lone one.
void TestTableText::aQuoteStaysInItsCell()
{
    const QString tsv = tableAsTsv({{QStringLiteral("\"a"), QStringLiteral("b")}, {QStringLiteral("\"\""), {}}});
    QCOMPARE(tsv, QStringLiteral("\"\"\"a\"\tb\r\n\"\"\"\"\"\"\t\r\n"));
    QCOMPARE(tableAsTsv({}), QString());
    QCOMPARE(tableAsTsv({{}}), QStringLiteral("\r\n"));
}

void TestTableText::rowsAndColumns()
{
    const QList<QStringList> rows{{QStringLiteral("a"), QStringLiteral("b")}, {QStringLiteral("1"), {}}};
    QCOMPARE(tableAsTsv(rows), QStringLiteral("a\tb\r\n1\t\r\n"));
    const QString html = tableAsHtml(rows);
    QCOMPARE(html.count(QStringLiteral("<th ")), 2);
    QCOMPARE(html.count(QStringLiteral("<td ")), 2);
}

QTEST_GUILESS_MAIN(TestTableText)
#include "tst_table_text.moc"
