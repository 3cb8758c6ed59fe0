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
