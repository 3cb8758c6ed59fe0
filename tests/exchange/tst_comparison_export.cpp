#include "exchange/comparison_export.h"

#include "core/clock.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

using namespace tenken;
using namespace Qt::StringLiterals;

namespace {

/// Two departments and the whole city, one row that differs and one withdrawn
Comparison comparison()
{
    Comparison comparison;
    comparison.by = u"city"_s;
    comparison.checklist = u"KC-B"_s;
    const auto one = std::make_shared<const Submission>();
    comparison.columns = {
        {u"U1"_s, u"納税課"_s, {one}}, {u"2025"_s, u"=危険"_s, {one}}, {u"city"_s, u"全庁"_s, {one, one}}};
    Counts counts;
    counts.yes = 61;
    counts.no = 13;
    counts.na = 2;
    comparison.rows = {
        {u"B-1"_s, u"6(1)"_s, ItemChangeState::Same, {{AnswerCode::Yes, {}}, {AnswerCode::No, {}}, {{}, counts}}, true},
        {u"B-2"_s, u"7"_s, ItemChangeState::Withdrawn, {{}, {AnswerCode::NotApplicable, {}}, {}}, false}};
    comparison.totals = {{u"6(1)"_s, {counts, {}, counts}}};
    return comparison;
}

} // namespace

class TestComparisonExport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void jsonIsTheContract();
    void csvIsMachineReadable();
    void xlsxHoldsTheTable();
    void xlsxIsReadBackCellByCell();
    void xlsxTakesNamesOfAnyLength();
    void csvGuardsFormulas();
    void nothingComparedIsAnEmptyTable();
    void xlsxWithoutAPlaceForTemporaryFilesIsAnError();
};

void TestComparisonExport::jsonIsTheContract()
{
    QCOMPARE(QJsonDocument(comparisonJson(comparison())).toJson(QJsonDocument::Compact),
             QByteArray(R"json({"by":"city","checklist":"KC-B","columns":[{"key":"U1","label":"納税課"},)json"
                        R"json({"key":"2025","label":"=危険"},{"key":"city","label":"全庁"}],"rows":[)json"
                        R"json({"cells":["YES","NO",{"n":74,"yes":61}],"change":"same","clause":"6(1)",)json"
                        R"json("differs":true,"item":"B-1"},{"cells":[null,"NA",null],"change":"withdrawn",)json"
                        R"json("clause":"7","differs":false,"item":"B-2"}],"totals":[{"cells":[{"n":74,"yes":61},)json"
                        R"json({"n":0,"yes":0},{"n":74,"yes":61}],"clause":"6(1)"}]})json"));
}

void TestComparisonExport::csvIsMachineReadable()
{
    QCOMPARE(comparisonCsv(comparison()),
             QByteArray("\xef\xbb\xbf"
                        "item_id,clause,change,U1,2025,city_yes,city_n,differs\r\n"
                        "B-1,6(1),same,YES,NO,61,74,1\r\n"
                        "B-2,7,withdrawn,,NA,,,0\r\n"));
}

void TestComparisonExport::xlsxHoldsTheTable()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"比較.xlsx"_s);
    const QDateTime created = fromIso(u"2026-11-22T21:03:00+09:00"_s);
    const QByteArray bytes = comparisonXlsx(comparison(), created).value();
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    QVERIFY(bytes.startsWith("PK\x03\x04"));
    const QString unzip = QStandardPaths::findExecutable(u"unzip"_s);
    if (unzip.isEmpty())
        QSKIP("unzip is not installed");
    const auto part = [&](const QString &name) {
        QProcess process;
        process.start(unzip, {u"-p"_s, path, name});
        process.waitForFinished();
        return process.readAllStandardOutput();
    };
    const QByteArray sheet = part(u"xl/worksheets/sheet1.xml"_s);
    QVERIFY(!sheet.contains("<f>"));
    QVERIFY(!sheet.contains("mergeCell"));
    QVERIFY(sheet.contains("<c r=\"A1\" t=\"s\">"));
    QVERIFY(sheet.contains("<c r=\"F2\"><v>61</v></c>"));
    QVERIFY(sheet.contains("<c r=\"E1\" t=\"s\">"));
    QVERIFY(!part(u"xl/worksheets/sheet3.xml"_s).contains("<f>"));
    QVERIFY(part(u"xl/workbook.xml"_s).contains("凡例"));
    QVERIFY(part(u"docProps/custom.xml"_s).contains("KC-B"));
}

/// What another program reads from the sheet is the table: every cell, with characters that XML and Excel trip over
void TestComparisonExport::xlsxIsReadBackCellByCell()
{
    const QString unzip = QStandardPaths::findExecutable(u"unzip"_s);
    if (unzip.isEmpty())
        QSKIP("unzip is not installed");
    Comparison odd = comparison();
    odd.columns[0].key = u"=HYPERLINK(\"http://x\")"_s;
    odd.columns[1].key = u"<&\"'> 髙𠮷"_s;
    odd.rows[0].clause = u"6(3)①"_s;
    odd.rows[1].item = u"+1"_s;
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"c.xlsx"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(comparisonXlsx(odd, fromIso(u"2026-11-22T21:03:00+09:00"_s)).value());
    file.close();
    const auto part = [&](const QString &name) {
        QProcess process;
        process.start(unzip, {u"-p"_s, path, name});
        process.waitForFinished();
        return process.readAllStandardOutput();
    };
    QStringList strings;
    QXmlStreamReader shared(part(u"xl/sharedStrings.xml"_s));
    while (!shared.atEnd()) {
        if (shared.readNext() == QXmlStreamReader::StartElement && shared.name() == u"t")
            strings << shared.readElementText();
    }
    QHash<QString, QString> cells; // by A1, B1 …
    QXmlStreamReader sheet(part(u"xl/worksheets/sheet1.xml"_s));
    while (!sheet.atEnd()) {
        if (sheet.readNext() != QXmlStreamReader::StartElement)
            continue;
        QVERIFY(sheet.name() != u"f" && sheet.name() != u"mergeCell" && sheet.name() != u"col");
        if (sheet.name() != u"c")
            continue;
        const QString place = sheet.attributes().value(u"r"_s).toString();
        const bool isText = sheet.attributes().value(u"t"_s) == u"s";
        sheet.readNextStartElement();
        const QString value = sheet.readElementText();
        cells.insert(place, isText ? strings.value(value.toInt()) : value);
    }
    QVERIFY(!sheet.hasError() && !shared.hasError());
    const QList<QStringList> table = comparisonTable(odd);
    for (qsizetype row = 0; row < table.size(); ++row) {
        for (qsizetype column = 0; column < table.at(row).size(); ++column) {
            const QString place = QChar(u'A' + static_cast<char16_t>(column)) + QString::number(row + 1);
            QCOMPARE(cells.take(place), table.at(row).at(column));
        }
    }
    QVERIFY(cells.isEmpty());
}

/// A cell holds 32,767 characters; a name in a signed file may have 100,000.
void TestComparisonExport::xlsxTakesNamesOfAnyLength()
{
    for (const int length : {32'766, 32'767, 32'768, 100'000}) {
        Comparison wordy = comparison();
        wordy.columns[0].label = QString(length, u'課');
        wordy.columns[1].label = QString(length - 1, u'a') + u"𠮷"_s;
        const Result<QByteArray> xlsx = comparisonXlsx(wordy, {});
        QVERIFY2(xlsx, qPrintable(QString::number(length)));
        QVERIFY(xlsx->startsWith("PK"));
    }
}

void TestComparisonExport::csvGuardsFormulas()
{
    Comparison odd = comparison();
    odd.columns[0].key = u"=1+1"_s;
    odd.columns[1].key = u"a,\"b\""_s;
    odd.rows[0].item = u"@x"_s;
    odd.rows.removeLast();
    QCOMPARE(comparisonCsv(odd),
             QByteArray("\xef\xbb\xbf"
                        "item_id,clause,change,'=1+1,\"a,\"\"b\"\"\",city_yes,city_n,differs\r\n"
                        "'@x,6(1),same,YES,NO,61,74,1\r\n"));
}

void TestComparisonExport::nothingComparedIsAnEmptyTable()
{
    const Comparison nothing;
    QCOMPARE(comparisonTable(nothing), (QList<QStringList>{{u"item_id"_s, u"clause"_s, u"change"_s, u"differs"_s}}));
    QCOMPARE(QJsonDocument(comparisonJson(nothing)).toJson(QJsonDocument::Compact),
             QByteArray(R"({"by":"","checklist":"","columns":[],"rows":[],"totals":[]})"));
    QVERIFY(comparisonXlsx(nothing, {}));
}

void TestComparisonExport::xlsxWithoutAPlaceForTemporaryFilesIsAnError()
{
    const bool isWindows = QSysInfo::productType() == u"windows";
    const char *where = isWindows ? "TMP" : "TMPDIR";
    const QByteArray before = qgetenv(where);
    qputenv(where, isWindows ? "/nowhere/at/all" : "/proc"); // folders in which not even root makes a file
    const Result<QByteArray> xlsx = comparisonXlsx(comparison(), {});
    before.isNull() ? qunsetenv(where) : qputenv(where, before);
    QVERIFY(!xlsx);
    QCOMPARE(xlsx.error().code, ErrorCode::FileUnwritable);
}

QTEST_GUILESS_MAIN(TestComparisonExport)
#include "tst_comparison_export.moc"
