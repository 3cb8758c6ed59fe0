#pragma once

#include "core/submission.h"
#include "exchange/submission_json.h"
#include "signing/keys/authority.h"
#include "storage/registry_repository.h"
#include "workflow/demo/demo_answers.h"
#include "workflow/documents/approve_submission.h"
#include "workflow/documents/export_submission.h"
#include "workflow/files.h"
#include "workflow/press.h"
#include "workflow/program_data.h"
#include "workflow/registry/import_submissions.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QTemporaryDir>

#include <optional>
#include <utility>

/// A city of a few departments with an authority of its own, in a folder of its own. For tests of workflow and cli.
namespace tenken::support {

/// What never changes is loaded once
inline const ChecklistSet &shippedChecklists()
{
    static const ChecklistSet set = loadChecklists().value();
    return set;
}

inline const Press &sharedPress()
{
    static const Press press = openPress().value();
    return press;
}

inline OrganisationUnit unitOf(const QString &code)
{
    OrganisationUnit unit;
    unit.department = {code, QStringLiteral("%1課").arg(code), {QStringLiteral("総務局")}, Body::Mayor};
    unit.flags = {QStringLiteral("outsourcing"), QStringLiteral("zone_lgwan")};
    return unit;
}

/// A PDF as any other program makes it
inline QByteArray foreignPdf()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    sharedPress(); // without its fonts there is no text where there is no other font
    QPainter painter(&writer);
    painter.setFont(fontOf(Face::Text, 12));
    painter.drawText(QPoint(500, 500), QStringLiteral("An invoice"));
    painter.end();
    return bytes;
}

class SmallCity {
public:
    explicit SmallCity(const QDateTime &now = fromIso(QStringLiteral("2026-11-22T21:03:00+09:00"))) : clock(now) { }
    QTemporaryDir folder;
    FixedClock clock;
    Authority authority = Authority::create(path(QStringLiteral("authority")), QStringLiteral("肥後市認証局"), kSecret,
                                            AuthorityKey::EcP256, clock, kPkcs12DemoIterations)
                              .value();
    TrustPolicy trust{{authority.certificate()}, {authority.crl().value()}, {}, false};
    inline static const SecretBytes kSecret{QByteArrayLiteral("demo-secret")};

    QString path(const QString &name) const { return folder.filePath(name); }
    QString save(const QString &name, const QByteArray &content) const
    {
        return writeFile(path(name), content) ? path(name) : QString();
    }

    IssuedCertificate issue(const QString &department, Role role, std::optional<QDateTime> notBefore = {},
                            std::optional<QDateTime> notAfter = {})
    {
        const QString name = QStringLiteral("%1 %2").arg(department, toCode(role));
        return authority
            .issue({department, role, name, std::move(notBefore), std::move(notAfter), AuthorityKey::EcP256})
            .value();
    }
    std::unique_ptr<Signer> signer(const QString &department, Role role) { return issue(department, role).toSigner(); }

    /// Complete by its own rules; the seed chooses the answers
    Inspection inspection(const QString &department, int year = 2026, quint32 seed = 1) const
    {
        const OrganisationUnit unit = unitOf(department);
        const ChecklistSet &set = shippedChecklists();
        const Checklist &checklist = *set.forYear(QStringLiteral("KC-B"), FiscalYear(year));
        return DemoAnswers(seed, unit)
            .inspectionFor(checklist, set.policy.fingerprint, FiscalYear(year),
                           {SubjectKind::Section, department, unit.department.name});
    }

    SigningAct act(const Signer &signer, Role role, const QString &department = {}) const
    {
        return {&signer, role, department, {QStringLiteral("署名 花子"), QStringLiteral("主査")}, clock.now(), nullptr};
    }
    ExportSubmission exporter() const { return {shippedChecklists(), sharedPress().eras, sharedPress().book}; }
    QByteArray draft(const Inspection &inspection) const
    {
        return exporter().exportDraft(inspection, clock.now())->pdf;
    }
    QByteArray sign(const Inspection &inspection)
    {
        const QString department = inspection.department.code;
        const auto key = signer(department, Role::Inspector);
        return exporter().exportSigned(inspection, act(*key, Role::Inspector, department))->pdf;
    }
    QByteArray approve(const QByteArray &pdf, const QString &department)
    {
        const auto key = signer(department, Role::Approver);
        return ApproveSubmission(trust, sharedPress().eras, sharedPress().book)
            .approve(pdf, QStringLiteral("submission.pdf"), act(*key, Role::Approver))
            .value();
    }
    QByteArray signAndApprove(const Inspection &inspection)
    {
        return approve(sign(inspection), inspection.department.code);
    }

    std::unique_ptr<Registry> openRegistry() const
    {
        return Registry::open(path(QStringLiteral("r.db")), clock).value();
    }
    QList<ImportResult> import(Registry &registry, const QStringList &paths,
                               const std::optional<Round> &round = {}) const
    {
        ImportSubmissions importing(registry, shippedChecklists(), trust);
        if (round) {
            importing.setRound(*round);
        }
        return importing.import(paths).value();
    }
};

/// The registry's word for each result: imported, already-there, or the refusal's reasons
inline QStringList outcomes(const QList<ImportResult> &results)
{
    QStringList words;
    for (const ImportResult &result : results) {
        QStringList reasons;
        for (const Reason reason : result.reasons) {
            reasons << toCode(reason);
        }
        words << (result.outcome != ImportOutcome::Refused ? toCode(result.outcome)
                      : reasons.isEmpty()                  ? toCode(result.verdict)
                                                           : reasons.join(u' '));
    }
    return words;
}

} // namespace tenken::support
