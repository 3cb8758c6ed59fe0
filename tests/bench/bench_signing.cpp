#include "bench/measure.h"
#include "core/clock.h"
#include "report/pdf_renderer.h"
#include "workflow/demo/demo_answers.h"
#include "workflow/export_submission.h"
#include "workflow/files.h"
#include "workflow/press.h"
#include "workflow/program_data.h"
#include "workflow/verify_submission.h"

#include "signing/keys/authority.h"
#include "signing/keys/pkcs12_signer.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QTemporaryDir>

using namespace tenken;

namespace {

/// One department's inspection with many comments: about ten pages
Inspection sample(const ChecklistSet &set)
{
    OrganisationUnit unit;
    unit.department = {QStringLiteral("U0001"), QStringLiteral("総務課"), {QStringLiteral("総務局")}, Body::Mayor};
    for (const ProfileFlag &flag : set.policy.flags) {
        if (flag.appliesTo.contains(QStringLiteral("section"))) {
            unit.flags << flag.code;
        }
    }
    return DemoAnswers(7, unit).inspectionFor(*set.latest(QStringLiteral("KC-B")), set.policy.fingerprint,
                                              FiscalYear(2026),
                                              {SubjectKind::Section, unit.department.code, unit.department.name});
}

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
        if (page > 0) {
            writer.newPage();
        }
        layout.paintPage(painter, page, QRectF(0, 0, writer.width(), writer.height()));
    }
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const Result<ChecklistSet> set = loadChecklists();
    const Result<Press> press = openPress();
    const QTemporaryDir folder;
    const SystemClock clock;
    Result<Authority> authority =
        Authority::create(folder.filePath(QStringLiteral("ca")), QStringLiteral("測定"), SecretBytes(QByteArray("x")),
                          AuthorityKey::EcP256, clock, kPkcs12DemoIterations);
    if (!set || !press || !authority) {
        return 1;
    }
    const Result<IssuedCertificate> issued = authority->issue(
        {QStringLiteral("U0001"), Role::Inspector, QStringLiteral("点検 花子"), {}, {}, AuthorityKey::EcP256});
    if (!issued) {
        return 1;
    }
    const std::unique_ptr<Signer> signer = issued->toSigner();
    const Inspection inspection = sample(*set);
    const ExportSubmission exporter(*set, press->eras, press->book);
    const SigningAct act{signer.get(), Role::Inspector, QStringLiteral("U0001"), {}, clock.now(), nullptr};
    Result<ExportedSubmission> exported = exporter.exportSigned(inspection, act);
    if (!exported) {
        return 1;
    }
    constexpr int runs = 9;
    const double full = bench::median(runs, [&] { exported = exporter.exportSigned(inspection, act); });
    const Result<PageLayout> layout = exporter.layout(exported->submission, exported->sha256, {});
    const double painted = bench::median(runs, [&] { paintOnly(*layout); });
    std::printf("%lld pages, %lld bytes signed\n", static_cast<long long>(layout->pages.size()),
                static_cast<long long>(exported->pdf.size()));
    bench::report("render, embed, sign a submission", full, "painting its pages with QPdfWriter", painted, "<= 1.5");

    TrustPolicy trust;
    trust.anchors = {authority->certificate()};
    const double verified = bench::median(101, [&] { (void)verifyDocumentData(exported->pdf, trust, clock.now()); });
    const double hashed = bench::median(101, [&] {
        (void)QCryptographicHash::hash(exported->pdf, QCryptographicHash::Sha256);
        (void)signer->sign("floor");
    });
    bench::report("verify in process", verified, "SHA-256 and one P-256 operation", hashed, "<= 2.5");
    const QString file = folder.filePath(QStringLiteral("one.pdf"));
    if (writeFile(file, exported->pdf)) {
        const double judge = bench::median(runs, [&] {
            QProcess process;
            process.start(QStringLiteral("pdfsig"), {file});
            process.waitForFinished();
        });
        bench::report("verify in process", verified, "pdfsig as a process", judge, "<= 0.2");
    }
    return 0;
}
