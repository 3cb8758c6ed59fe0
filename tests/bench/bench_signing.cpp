#include "bench/bare_painting.h"
#include "bench/measure.h"
#include "core/clock.h"
#include "report/layout/pdf_renderer.h"
#include "workflow/demo/demo_answers.h"
#include "workflow/documents/approve_submission.h"
#include "workflow/documents/export_submission.h"
#include "workflow/documents/verify_submission.h"
#include "workflow/files.h"
#include "workflow/press.h"
#include "workflow/program_data.h"

#include "signing/cms/algorithms.h"
#include "signing/keys/authority.h"
#include "signing/keys/sha256.h"
#include "signing/pdf/document_verifier.h"

#include <QGuiApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QThread>

#include <ctime>

using namespace tenken;

namespace {

constexpr int kFiles = 300;

/// Processor time of this program, in milliseconds: what other programs do on the machine does not count
double cpuMedian(int runs, const std::function<void()> &work)
{
    QList<double> times;
    for (int run = 0; run < runs; ++run) {
        const std::clock_t begin = std::clock();
        work();
        times << static_cast<double>(std::clock() - begin) * 1000 / CLOCKS_PER_SEC;
    }
    std::sort(times.begin(), times.end());
    return times.at(times.size() / 2);
}

bool isInstalled(const char *program)
{
    if (!QStandardPaths::findExecutable(QLatin1String(program)).isEmpty())
        return true;
    std::printf("%s is not installed: not compared\n", program);
    return false;
}

bool runs(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(300'000) && process.exitStatus() == QProcess::NormalExit;
}

/// One city with one department, its keys and its signed report
struct City {
    QTemporaryDir folder;
    SystemClock clock;
    ChecklistSet set = loadChecklists().value();
    Press press = openPress().value();
    SecretBytes secret{QByteArrayLiteral("measure")};
    Authority authority = Authority::create(folder.filePath(QStringLiteral("ca")), QStringLiteral("測定"), secret,
                                            AuthorityKey::EcP256, clock, kPkcs12DemoIterations)
                              .value();
    std::unique_ptr<Signer> inspector = issue(Role::Inspector).toSigner();
    std::unique_ptr<Signer> approver = issue(Role::Approver).toSigner();
    TrustPolicy trust{{authority.certificate()}, {authority.crl().value()}, {}, false};
    ExportSubmission exporter{set, press.eras, press.book};

    IssuedCertificate issue(Role role, AuthorityKey key = AuthorityKey::EcP256)
    {
        return authority.issue({QStringLiteral("U0001"), role, QStringLiteral("測定 ") + toCode(role), {}, {}, key})
            .value();
    }
    SigningAct act(const Signer *signer, Role role) const
    {
        return {signer, role, QStringLiteral("U0001"), {}, clock.now(), nullptr};
    }
    Inspection inspection(quint32 seed) const
    {
        OrganisationUnit unit;
        unit.department = {QStringLiteral("U0001"), QStringLiteral("総務課"), {QStringLiteral("総務局")}, Body::Mayor};
        for (const ProfileFlag &flag : set.policy.flags) {
            if (flag.appliesTo.contains(QStringLiteral("section")))
                unit.flags << flag.code;
        }
        return DemoAnswers(seed, unit)
            .inspectionFor(*set.latest(QStringLiteral("KC-B")), set.policy.fingerprint, FiscalYear(2026),
                           {SubjectKind::Section, unit.department.code, unit.department.name});
    }
    ExportedSubmission exported(quint32 seed) const
    {
        return exporter.exportSigned(inspection(seed), act(inspector.get(), Role::Inspector)).value();
    }
    QByteArray approved(const QByteArray &pdf) const
    {
        return ApproveSubmission(trust, press.eras, press.book)
            .approve(pdf, QStringLiteral("a.pdf"), act(approver.get(), Role::Approver))
            .value();
    }
    QString path(const QString &name) const { return folder.filePath(name); }
};

/// The report's words as a document of an office suite: the same rows in as many tables as the report has pages, small
/// enough that about as many pages come out
QByteArray comparableDocument(const PageLayout &layout)
{
    QString text = QStringLiteral(
        R"(<?xml version="1.0" encoding="UTF-8"?><office:document
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="B" svg:font-family="'BIZ UDPGothic'"/></office:font-face-decls>
<office:styles><style:default-style style:family="paragraph"><style:text-properties style:font-name="B"
 style:font-name-asian="B" fo:font-size="6.5pt" style:font-size-asian="6.5pt"/></style:default-style></office:styles>
<office:automatic-styles><style:page-layout style:name="L"><style:page-layout-properties fo:page-width="210mm"
 fo:page-height="297mm" fo:margin-top="15mm" fo:margin-bottom="15mm" fo:margin-left="20mm" fo:margin-right="20mm"/>
</style:page-layout><style:style style:name="P" style:family="paragraph"><style:paragraph-properties
 fo:break-before="page"/></style:style><style:style style:name="C" style:family="table-cell">
<style:table-cell-properties fo:border="0.5pt solid #000000"/></style:style></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"/></office:master-styles>
<office:body><office:text>)");
    for (const QString &page : layout.plainText()) {
        text += QStringLiteral("<text:p text:style-name=\"P\"/><table:table><table:table-column/>");
        for (const QString &line : page.split(u'\n'))
            text += QStringLiteral("<table:table-row><table:table-cell table:style-name=\"C\" "
                                   "office:value-type=\"string\"><text:p>%1</text:p></table:table-cell>"
                                   "</table:table-row>")
                        .arg(line.toHtmlEscaped());
        text += QStringLiteral("</table:table>");
    }
    return (text + QStringLiteral("</office:text></office:body></office:document>")).toUtf8();
}

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(60'000) ? process.readAllStandardOutput() : QByteArray();
}

/// The same key in the store that pdfsig signs from: an RSA key, since it cannot sign with others
bool fillKeyStore(City &city, const QString &store)
{
    const QString key = city.path(QStringLiteral("key.p12"));
    QDir(city.folder.path()).mkdir(QStringLiteral("nss"));
    return writeFile(
               key,
               city.issue(Role::Inspector, AuthorityKey::Rsa3072).toPkcs12(city.secret, kPkcs12DemoIterations).value())
        && runs(QStringLiteral("certutil"),
                {QStringLiteral("-N"), QStringLiteral("-d"), store, QStringLiteral("--empty-password")})
        && runs(QStringLiteral("pk12util"),
                {QStringLiteral("-i"), key, QStringLiteral("-d"), store, QStringLiteral("-W"),
                 QStringLiteral("measure"), QStringLiteral("-K"), QString()});
}

/// An office suite makes a PDF/A-3, pdfsig signs it
void compareWithOffice(City &city, const PageLayout &layout, double ours)
{
    if (!isInstalled("soffice") || !isInstalled("pk12util") || !isInstalled("certutil") || !isInstalled("pdfsig"))
        return;
    const QString store = city.path(QStringLiteral("nss"));
    const bool ready = fillKeyStore(city, QStringLiteral("sql:") + store);
    const QByteArray nick =
        outputOf(QStringLiteral("pdfsig"), {QStringLiteral("-nssdir"), store, QStringLiteral("-list-nicks")})
            .trimmed()
            .split('\n')
            .last();
    (void)writeFile(city.path(QStringLiteral("report.fodt")), comparableDocument(layout));
    const QString made = city.path(QStringLiteral("report.pdf"));
    const QString sealed = city.path(QStringLiteral("report-signed.pdf"));
    const double office = bench::median(3, [&] {
        runs(QStringLiteral("soffice"),
             {QStringLiteral("-env:UserInstallation=file://") + city.path(QStringLiteral("office")),
              QStringLiteral("--headless"), QStringLiteral("--convert-to"),
              QStringLiteral(R"(pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"3"}})"),
              QStringLiteral("--outdir"), city.folder.path(), city.path(QStringLiteral("report.fodt"))});
        runs(QStringLiteral("pdfsig"),
             {QStringLiteral("-nssdir"), store, QStringLiteral("-add-signature"), QStringLiteral("-nick"),
              QString::fromUtf8(nick.trimmed()), made, sealed});
    });
    for (const QByteArray &line : outputOf(QStringLiteral("pdfinfo"), {made}).split('\n')) {
        if (line.startsWith("Pages:"))
            std::printf("the peer's document: %s pages\n", line.mid(6).trimmed().constData());
    }
    if (ready && QFileInfo::exists(sealed))
        bench::report("render, embed, sign a submission", ours, "soffice converts, pdfsig signs", office, "<= 0.05");
    else
        std::printf("soffice or pdfsig made no PDF: not compared\n");
}

/// What no verifier can do without: hashing what each signature covers, and the arithmetic of the signature, of its
/// certificate and of the revocation list
double arithmetic(const City &city, const QByteArray &pdf, int signatures)
{
    const QByteArray message(500, 'x');
    const QByteArray signature = city.inspector->sign(message).value();
    return cpuMedian(101, [&] {
        for (int i = 0; i < signatures; ++i) {
            (void)sha256Of(pdf);
            for (int k = 0; k < 3; ++k)
                (void)verifySignature(city.inspector->certificate(), Digest::Sha256, message, signature);
        }
    });
}

void measureVerifying(const City &city, const QByteArray &once, const QByteArray &twice)
{
    const QDateTime now = city.clock.now();
    for (const auto &[pdf, signatures] : {std::pair(once, 1), std::pair(twice, 2)}) {
        const QByteArray &bytes = pdf;
        const double floor = arithmetic(city, bytes, signatures);
        const double judged = cpuMedian(101, [&] { (void)verifyDocument(bytes, city.trust, now); });
        const double understood = cpuMedian(101, [&] { (void)verifyDocumentData(bytes, city.trust, now); });
        std::printf("%d signature(s), processor time:\n", signatures);
        bench::report("  verify", judged, "SHA-256 and signature arithmetic alone", floor, "<= 2.5");
        bench::report("  verify and read the data", understood, "SHA-256 and signature arithmetic alone", floor, "-");
    }
}

/// 300 files in one run of the command line against one run of pdfsig for each, as many at once as there are cores
void measureBatch(const City &city)
{
    QStringList files;
    for (int i = 0; i < kFiles; ++i) {
        static QList<QByteArray> different;
        if (different.size() < 12)
            different << city.approved(city.exported(static_cast<quint32>(i)).pdf);
        files << city.path(QStringLiteral("%1.pdf").arg(i));
        (void)writeFile(files.last(), different.at(i % 12));
    }
    const QString authority = city.path(QStringLiteral("ca/ca.pem"));
    const QStringList arguments = QStringList{QStringLiteral("--json"), QStringLiteral("verify")} + files
        + QStringList{QStringLiteral("--trust"), authority, QStringLiteral("--crl"),
                      city.path(QStringLiteral("ca/ca.crl"))};
    const double ours = bench::median(3, [&] { runs(QStringLiteral(TENKEN_CLI), arguments); });
    std::printf("%d files with two signatures each: %.2f ms a file\n", kFiles, ours / kFiles);
    if (!isInstalled("pdfsig"))
        return;
    (void)writeFile(city.path(QStringLiteral("files.txt")), files.join(u'\0').toUtf8());
    for (const int atOnce : {1, QThread::idealThreadCount()}) {
        const double theirs = bench::median(3, [&] {
            runs(QStringLiteral("xargs"),
                 {QStringLiteral("-0"), QStringLiteral("-a"), city.path(QStringLiteral("files.txt")),
                  QStringLiteral("-n1"), QStringLiteral("-P%1").arg(atOnce), QStringLiteral("pdfsig")});
        });
        const QByteArray peer = "pdfsig, " + QByteArray::number(atOnce) + " at once";
        bench::report("tenken-cli verify, 300 files", ours, peer.constData(), theirs, "<= 0.2");
    }
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    City city;
    const Inspection inspection = city.inspection(7);
    const SigningAct act = city.act(city.inspector.get(), Role::Inspector);
    ExportedSubmission exported = city.exported(7);
    const auto layout = city.exporter.layout(exported.submission, exported.sha256, {});
    if (!layout)
        return 1;
    constexpr int times = 9;
    const double full = cpuMedian(times, [&] { exported = city.exporter.exportSigned(inspection, act).value(); });
    const double wall = bench::median(times, [&] { (void)city.exporter.exportSigned(inspection, act); });
    const double ownFonts = cpuMedian(times, [&] { bench::paintOnly(*layout); });
    bench::useFontsAsTheyAre();
    const double painted = cpuMedian(times, [&] { bench::paintOnly(*layout); });
    std::printf("%lld pages, processor time:\n", static_cast<long long>(layout->pages.size()));
    bench::report("render, embed, sign a submission", full, "painting its pages with QPdfWriter", painted, "<= 1.5");
    bench::report("render, embed, sign a submission", full, "the same with the fonts as we load them", ownFonts, "-");
    compareWithOffice(city, *layout, wall);

    const QByteArray once = exported.pdf;
    const QByteArray twice = city.approved(once);
    const qsizetype unsignedSize = once.indexOf("%%EOF\n") + 6;
    std::printf("%lld bytes unsigned, first signature +%lld bytes, second +%lld bytes (goal <= 36,000 each)\n",
                static_cast<long long>(unsignedSize), static_cast<long long>(once.size() - unsignedSize),
                static_cast<long long>(twice.size() - once.size()));
    measureVerifying(city, once, twice);
    measureBatch(city);
    return 0;
}
