#include "bench/measure.h"
#include "core/clock.h"
#include "report/pdf_renderer.h"
#include "workflow/approve_submission.h"
#include "workflow/demo/demo_answers.h"
#include "workflow/export_submission.h"
#include "workflow/files.h"
#include "workflow/press.h"
#include "workflow/program_data.h"
#include "workflow/verify_submission.h"

#include "signing/cms/algorithms.h"
#include "signing/keys/authority.h"
#include "signing/pdf/document_verifier.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
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
    IssuedCertificate inspectorKey = issue(Role::Inspector);
    std::unique_ptr<Signer> inspector = inspectorKey.toSigner();
    std::unique_ptr<Signer> approver = issue(Role::Approver).toSigner();
    TrustPolicy trust{{authority.certificate()}, {authority.crl().value()}, {}, false};
    ExportSubmission exporter{set, press.eras, press.book};

    IssuedCertificate issue(Role role)
    {
        return authority
            .issue(
                {QStringLiteral("U0001"), role, QStringLiteral("測定 ") + toCode(role), {}, {}, AuthorityKey::EcP256})
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

/// The same pages painted by QPdfWriter, without PDF/A, ToUnicode repair, attachment or signature
void paintOnly(const PageLayout &layout)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(1440);
    writer.setPageMargins({});
    writer.setPageSize(QPageSize(layout.pages.first().pointSize, QPageSize::Point));
    QPainter painter(&writer);
    for (int page = 0; page < layout.pages.size(); ++page) {
        if (page > 0)
            writer.newPage();
        layout.paintPage(painter, page, QRectF(0, 0, writer.width(), writer.height()));
    }
}

/// The report's words as a document that a word processor opens: a table of the same rows
QByteArray comparableDocument(const PageLayout &layout)
{
    QString html =
        QStringLiteral("<html><head><meta charset=\"utf-8\"></head><body style=\"font-family:'BIZ UDPGothic'\">");
    for (const QString &page : layout.plainText()) {
        html += QStringLiteral("<table border=\"1\">");
        for (const QString &line : page.split(u'\n'))
            html += QStringLiteral("<tr><td>%1</td></tr>").arg(line.toHtmlEscaped());
        html += QStringLiteral("</table><p style=\"page-break-after:always\"></p>");
    }
    return (html + QStringLiteral("</body></html>")).toUtf8();
}

/// An office suite makes the PDF, pdfsig signs it
void compareWithOffice(const City &city, const PageLayout &layout, double ours)
{
    if (!isInstalled("soffice") || !isInstalled("pk12util") || !isInstalled("certutil"))
        return;
    const QString nss = QStringLiteral("sql:") + city.path(QStringLiteral("nss"));
    QDir(city.folder.path()).mkdir(QStringLiteral("nss"));
    (void)writeFile(city.path(QStringLiteral("report.html")), comparableDocument(layout));
    (void)writeFile(city.path(QStringLiteral("key.p12")),
                    city.inspectorKey.toPkcs12(city.secret, kPkcs12DemoIterations).value());
    const bool ready = runs(QStringLiteral("certutil"),
                            {QStringLiteral("-N"), QStringLiteral("-d"), nss, QStringLiteral("--empty-password")})
        && runs(QStringLiteral("pk12util"),
                {QStringLiteral("-i"), city.path(QStringLiteral("key.p12")), QStringLiteral("-d"), nss,
                 QStringLiteral("-W"), QStringLiteral("measure"), QStringLiteral("-K"), QString()});
    const QString signedFile = city.path(QStringLiteral("report-signed.pdf"));
    const QString nick = city.inspectorKey.certificate.commonName();
    const double office = bench::median(3, [&] {
        runs(QStringLiteral("soffice"),
             {QStringLiteral("-env:UserInstallation=file://") + city.path(QStringLiteral("office")),
              QStringLiteral("--headless"), QStringLiteral("--convert-to"), QStringLiteral("pdf:writer_web_pdf_Export"),
              QStringLiteral("--outdir"), city.folder.path(), city.path(QStringLiteral("report.html"))});
        runs(QStringLiteral("pdfsig"),
             {QStringLiteral("-nssdir"), city.path(QStringLiteral("nss")), QStringLiteral("-add-signature"),
              QStringLiteral("-nick"), nick, city.path(QStringLiteral("report.pdf")), signedFile});
    });
    if (!QFileInfo::exists(city.path(QStringLiteral("report.pdf"))))
        std::printf("soffice made no PDF: not compared\n");
    else
        bench::report("render, embed, sign a submission", ours,
                      ready && QFileInfo::exists(signedFile) ? "soffice converts, pdfsig signs" : "soffice converts",
                      office, "<= 0.05");
}

/// What no verifier can do without: hashing what each signature covers, and the arithmetic of the signature, of its
/// certificate and of the revocation list
double arithmetic(const City &city, const QByteArray &pdf, int signatures)
{
    const QByteArray message(500, 'x');
    const QByteArray signature = city.inspector->sign(message).value();
    return cpuMedian(101, [&] {
        for (int i = 0; i < signatures; ++i) {
            (void)QCryptographicHash::hash(pdf, QCryptographicHash::Sha256);
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
    const City city;
    const Inspection inspection = city.inspection(7);
    const SigningAct act = city.act(city.inspector.get(), Role::Inspector);
    ExportedSubmission exported = city.exported(7);
    const auto layout = city.exporter.layout(exported.submission, exported.sha256, {});
    if (!layout)
        return 1;
    constexpr int times = 9;
    const double full = cpuMedian(times, [&] { exported = city.exporter.exportSigned(inspection, act).value(); });
    const double painted = cpuMedian(times, [&] { paintOnly(*layout); });
    std::printf("%lld pages, processor time:\n", static_cast<long long>(layout->pages.size()));
    bench::report("render, embed, sign a submission", full, "painting its pages with QPdfWriter", painted, "<= 1.5");
    const double wall = bench::median(times, [&] { (void)city.exporter.exportSigned(inspection, act); });
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
