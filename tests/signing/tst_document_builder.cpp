#include "signing/pdf/document_info.h"
#include "signing/pdf/pdf_revisions.h"
#include "signing/sample_document.h"

#include <QHashSeed>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace tenken;
using namespace tenken::test;

namespace {

QByteArray outputOf(const QString &program, const QStringList &arguments, int *exitCode = nullptr)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(30000))
        return {};
    if (exitCode)
        *exitCode = process.exitCode();
    return process.readAllStandardOutput() + process.readAllStandardError();
}

} // namespace

class TestDocumentBuilder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        loadFonts();
        m_pages = samplePages(3);
    }

    void buildsOneStrictRevision()
    {
        const auto built = buildDocument(sampleParts(m_pages));
        QVERIFY2(built, qPrintable(built ? QString() : built.error().subject + built.error().detail));
        const PdfFile file(*built);
        QVERIFY(!file.violation());
        QCOMPARE(file.revisions().size(), std::size_t(1));
    }

    void samePartsGiveTheSameBytes()
    {
        const QByteArray first = buildOrDie(sampleParts(m_pages));
        QHashSeed::setDeterministicGlobalSeed();
        const QByteArray second = buildOrDie(sampleParts(samplePages(3)));
        QHashSeed::resetRandomGlobalSeed();
        QCOMPARE(first, second);
        DocumentParts other = sampleParts(m_pages);
        other.attachment = sampleData("NO");
        QVERIFY(buildOrDie(other) != first);
    }

    void foreignJudgesAreContent()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.pdf"));
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(buildOrDie(sampleParts(m_pages)));
        out.close();
        int exitCode = -1;
        const QByteArray checked = outputOf(QStringLiteral("qpdf"), {QStringLiteral("--check"), path}, &exitCode);
        QVERIFY2(exitCode == 0, checked.constData());
        QString text = QString::fromUtf8(
            outputOf(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), path, QStringLiteral("-")}));
        text.remove(QRegularExpression(QStringLiteral("\\s")));
        QVERIFY2(text.contains(QStringLiteral("点検日髙﨑～―2-39情報資産の分類と管理方法を確認している。")),
                 qPrintable(text.right(400)));
        const QByteArray info = outputOf(QStringLiteral("mutool"), {QStringLiteral("info"), path}, &exitCode);
        QVERIFY2(exitCode == 0 && !info.contains("error"), info.constData());
        const QByteArray list = outputOf(QStringLiteral("qpdf"), {QStringLiteral("--list-attachments"), path});
        QVERIFY2(list.startsWith("submission.json"), list.constData());
    }

    /// ISO 19005-3: what a file of level 3b must hold and must not, looked up in the bytes
    void holdsTheRulesOfPdfA3b_data()
    {
        QTest::addColumn<QRegularExpression>("pattern");
        QTest::addColumn<int>("times"); // -1: at least once
        const auto row = [](const char *rule, const char *pattern, int times) {
            QTest::newRow(rule) << QRegularExpression(QString::fromLatin1(pattern)) << times;
        };
        row("6.1.2 header, then four bytes above 127", "\\A%PDF-1\\.7\\n%[\\x80-\\xff]{4}\\n", 1);
        row("6.1.3 two IDs in the trailer", "trailer <<[^>]*/ID \\[ ?<[0-9a-f]{32}> ?<[0-9a-f]{32}> ?\\]", 1);
        row("6.1.3 no encryption", "/Encrypt", 0);
        row("6.1.3 nothing behind the last mark", "%%EOF\\n\\z", 1);
        row("6.1.7 no external streams", "/FFilter|/FDecodeParms", 0);
        row("6.1.7 no LZW", "/LZWDecode|/Crypt", 0);
        row("6.2.3 one output intent", "/GTS_PDFA1", 1);
        row("6.2.3 with its profile", "/DestOutputProfile \\d+ 0 R", 1);
        row("6.2.4 no CMYK without its profile", "/DeviceCMYK", 0);
        row("6.2.5 no transfer functions, no halftones", "/TR2? |/HTP|/HT ", 0);
        row("6.2.8 no alternates, no OPI", "/Alternates|/OPI", 0);
        row("6.2.8 pictures are not smoothed", "/Interpolate true", 0);
        row("6.2.9 no PostScript", "/Subtype /PS|/Subtype2 /PS", 0);
        row("6.2.10 no blend modes", "/BM", 0);
        row("6.2.11 fonts are embedded", "/FontFile2 \\d+ 0 R", -1);
        row("6.2.11 no font by name only", "/Subtype /(Type1|TrueType|Type3|CIDFontType0)\\b", 0);
        row("6.2.11 glyph numbers are the font's", "/CIDToGIDMap /Identity", -1);
        row("6.2.11 text can be read out", "/ToUnicode \\d+ 0 R", -1);
        row("6.3 no other annotations than fields", "/Subtype /(Text|Link|FreeText|Stamp|FileAttachment|Popup|Screen)",
            0);
        row("6.3 fields print and stay", "/F 132", -1);
        row("6.4 no appearances on demand, no XFA", "/NeedAppearances|/XFA", 0);
        row("6.5 no actions", "/AA|/OpenAction|/JavaScript|/Launch|/URI", 0);
        row("6.6 metadata that are not packed", "/Type /Metadata[^>]*/Filter", 0);
        row("6.6 says what it is", "<pdfaid:part>3</pdfaid:part>\\n<pdfaid:conformance>B</pdfaid:conformance>", 1);
        row("6.8 attachment says what it is to the pages", "/AFRelationship /Data", 1);
        row("6.8 and of which type", "/Subtype /application#2fjson", 1);
        row("6.8 and when it was made", "/Params << [^(]*/ModDate \\(D:", 1);
        row("6.8 the catalog names it", "/AF \\[ ?\\d+ 0 R ?\\]", 1);
        row("6.9 no optional content", "/OCProperties|/OCG", 0);
        row("6.10 no alternate presentations", "/AlternatePresentations|/PresSteps", 0);
    }
    void holdsTheRulesOfPdfA3b()
    {
        QFETCH(QRegularExpression, pattern);
        QFETCH(int, times);
        QByteArray bytes = buildOrDie(sampleParts(m_pages));
        QVERIFY(pattern.isValid());
        // what stands in packed streams is not read as names
        const PdfFile file(bytes);
        for (const PdfObject &object : file.objects()) {
            if (object.isStream && object.value.find("Filter"))
                bytes.replace(object.streamBegin, object.streamLength, QByteArray(object.streamLength, 'x'));
        }
        int found = 0;
        for (auto match = pattern.globalMatch(QString::fromLatin1(bytes)); match.hasNext(); match.next())
            ++found;
        if (times < 0)
            QVERIFY(found > 0);
        else
            QCOMPARE(found, times);
    }

    void boxesMustFitTheKind_data()
    {
        QTest::addColumn<DocumentKind>("kind");
        QTest::addColumn<QList<Role>>("roles");
        QTest::addColumn<bool>("fits");
        QTest::newRow("submission") << DocumentKind::Submission << QList<Role>{Role::Inspector, Role::Approver} << true;
        QTest::newRow("inspector alone") << DocumentKind::Submission << QList<Role>{Role::Inspector} << false;
        QTest::newRow("wrong order") << DocumentKind::Submission << QList<Role>{Role::Approver, Role::Inspector}
                                     << false;
        QTest::newRow("receipt") << DocumentKind::Receipt << QList<Role>{Role::Division} << true;
        QTest::newRow("return by approver") << DocumentKind::Return << QList<Role>{Role::Approver} << true;
        QTest::newRow("return by division") << DocumentKind::Return << QList<Role>{Role::Division} << true;
        QTest::newRow("return by auditor") << DocumentKind::Return << QList<Role>{Role::Auditor} << false;
        QTest::newRow("findings") << DocumentKind::Findings << QList<Role>{Role::Auditor} << true;
        QTest::newRow("plan") << DocumentKind::Plan << QList<Role>{Role::Inspector, Role::Approver} << true;
        QTest::newRow("committee") << DocumentKind::Committee << QList<Role>{Role::Division} << true;
    }
    void boxesMustFitTheKind()
    {
        QFETCH(DocumentKind, kind);
        QFETCH(QList<Role>, roles);
        QFETCH(bool, fits);
        const auto built = buildDocument(sampleParts(m_pages, kind, roles));
        QCOMPARE(bool(built), fits);
        if (!fits)
            QCOMPARE(built.error().code, ErrorCode::InvalidValue);
    }

    void refusesWhatItCannotUse_data()
    {
        QTest::addColumn<QByteArray>("rendered");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("not a pdf") << QByteArray("hello");
        QTest::newRow("cut") << m_pages.left(m_pages.size() / 2);
    }
    void refusesWhatItCannotUse()
    {
        QFETCH(QByteArray, rendered);
        const auto built = buildDocument(sampleParts(rendered));
        QVERIFY(!built);
        QCOMPARE(built.error().code, ErrorCode::RenderFailed);
    }

    void awkwardTitlesAreMadeSayable()
    {
        DocumentParts parts = sampleParts(m_pages);
        parts.author.clear();
        parts.subject = QStringLiteral("a\nb\x01<&>(\\) ");
        parts.title = QStringLiteral("髙") + QChar(0xd800);
        const auto built = buildDocument(parts);
        QVERIFY2(built, qPrintable(built ? QString() : built.error().detail));
    }

    void boxOutsideItsPageIsRefused()
    {
        DocumentParts parts = sampleParts(m_pages);
        parts.boxes[1].rect.moveLeft(500);
        QVERIFY(!buildDocument(parts));
        parts = sampleParts(m_pages);
        parts.boxes[1].page = 3;
        QVERIFY(!buildDocument(parts));
    }

    void datesRoundTrip_data()
    {
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<bool>("valid");
        QTest::newRow("tokyo") << QByteArray("D:20261122100000+09'00'") << true;
        QTest::newRow("utc") << QByteArray("D:20261122100000+00'00'") << true;
        QTest::newRow("no offset") << QByteArray("D:20261122100000") << false;
        QTest::newRow("month 13") << QByteArray("D:20261322100000+09'00'") << false;
        QTest::newRow("letters") << QByteArray("D:2026112210000x+09'00'") << false;
        QTest::newRow("minus zero") << QByteArray("D:20261122100000-00'00'") << false;
        QTest::newRow("offset 99") << QByteArray("D:20261122100000+99'00'") << false;
    }
    void datesRoundTrip()
    {
        QFETCH(QByteArray, date);
        QFETCH(bool, valid);
        const QDateTime time = fromPdfDate(date);
        QCOMPARE(time.isValid(), valid);
        if (valid)
            QCOMPARE(pdfDate(time), date);
    }

private:
    QByteArray m_pages;
};

QTEST_MAIN(TestDocumentBuilder)
#include "tst_document_builder.moc"
