#include "workflow/documents/sealed_document.h"

#include "core/clock.h"
#include "report/layout/pdf_renderer.h"
#include "report/signature_appearance.h"
#include "signing/pdf/document_builder.h"
#include "signing/pdf/document_signer.h"
#include "workflow/documents/verify_submission.h"

namespace tenken {

namespace {

constexpr int leastRsaBits = 3072;
constexpr QSizeF appearanceSize(227, 57); // points, the shape of the box in the reports (80 × 20 mm)

bool isWeak(const Certificate &certificate)
{
    return certificate.keyAlgorithm() == KeyAlgorithm::Other
        || (certificate.keyAlgorithm() == KeyAlgorithm::Rsa && certificate.keyBits() < leastRsaBits);
}

QList<SignatureBox> boxesOf(const QList<PlacedBox> &placed)
{
    QList<SignatureBox> boxes;
    for (const PlacedBox &box : placed) {
        if (const std::optional<Role> role = roleFromCode(box.field)) {
            boxes << SignatureBox{*role, box.page, box.pointsFromBottomLeft};
        }
    }
    return boxes;
}

} // namespace

Result<QByteArray> buildSealed(const SealedParts &parts)
{
    const Result<RenderedDocument> rendered = renderPdf(parts.layout);
    if (!rendered) {
        return fail(rendered);
    }
    DocumentParts document;
    document.rendered = rendered->pdf;
    document.attachment = parts.attachment;
    document.kind = parts.kind;
    document.title = parts.layout.title;
    document.author = parts.author;
    document.subject = parts.subject;
    document.created = parts.created;
    document.boxes = boxesOf(rendered->signatureBoxes);
    return buildDocument(document);
}

Status checkSigner(const SigningAct &act)
{
    const Certificate &certificate = act.signer->certificate();
    const QString name = certificate.commonName();
    // A city's own authority marks no roles: there the verifier's roles file says who may sign for whom.
    const bool isMarked = certificate.role().has_value();
    if ((isMarked && certificate.role() != act.role) || !certificate.allowsSigning()) {
        return fail(ErrorCode::CertificateWrongRole, name, toCode(act.role));
    }
    if (isMarked && !act.department.isEmpty() && certificate.organisationalUnit() != act.department) {
        return fail(ErrorCode::CertificateWrongDepartment, name, act.department);
    }
    if (act.at < certificate.notBefore()) {
        return fail(ErrorCode::CertificateNotYetValid, name, toIso(certificate.notBefore()));
    }
    if (act.at > certificate.notAfter()) {
        return fail(ErrorCode::CertificateExpired, name, toIso(certificate.notAfter()));
    }
    if (isWeak(certificate)) {
        return fail(ErrorCode::CertificateWeak, name);
    }
    return {};
}

Author signingAuthor(const SigningAct &act)
{
    Author author = act.author;
    if (author.name.trimmed().isEmpty()) {
        author.name = act.signer->certificate().commonName();
    }
    return author;
}

QString signatureName(const Author &author)
{
    return author.post.isEmpty() ? author.name : QStringLiteral("%1 %2").arg(author.post, author.name);
}

Result<QByteArray> sign(const QByteArray &pdf, const SigningAct &act, const EraTable &eras, const FontBook &book)
{
    if (const Status checked = checkSigner(act); !checked) {
        return fail(checked);
    }
    const Author author = signingAuthor(act);
    const Result<RenderedDocument> appearance =
        renderSignatureAppearance(book,
                                  {act.role, author.name, author.post, act.at, act.signer->certificate().issuerName(),
                                   act.onBehalf ? QStringLiteral("代決") : QString()},
                                  eras, appearanceSize);
    if (!appearance) {
        return fail(appearance);
    }
    return signDocument(pdf, {act.role, signatureName(author), act.at, appearance->pdf, act.onBehalf}, *act.signer,
                        act.timestamps);
}

Status checkSigned(const QByteArray &pdf, const TrustPolicy &trust, const SigningAct &act)
{
    const VerifiedDocument document = verifyDocumentData(pdf, trust, act.at);
    const QString name = act.signer->certificate().commonName();
    if (document.reasons.contains(Reason::SamePerson)) {
        return fail(ErrorCode::SamePerson, name);
    }
    if (!document.isAccepted()) {
        return fail(ErrorCode::NotAccepted, name,
                    document.reasons.isEmpty() ? toCode(document.verdict) : toCode(document.reasons.first()));
    }
    return {};
}

} // namespace tenken
