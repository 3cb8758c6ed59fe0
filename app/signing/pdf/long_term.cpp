#include "signing/pdf/long_term.h"

#include "signing/cms/cms_builder.h"
#include "signing/cms/cms_verifier.h"
#include "signing/cms/der.h"
#include "signing/cms/timestamp.h"
#include "signing/pdf/byte_range_rules.h"
#include "signing/pdf/document_content.h"
#include "signing/pdf/flate.h"
#include "signing/pdf/pdf_serializer.h"
#include "signing/pdf/signature_slot.h"

namespace tenken {

namespace {

QByteArray referenceTo(int number) { return QByteArray::number(number) + " 0 R"; }

Status checkUsable(const PdfFile &file)
{
    const DocumentContent content = readContent(file);
    if (file.violation())
        return fail(ErrorCode::MalformedPdf, toCode(file.violation()->rule), file.violation()->detail);
    if (!content.violations.isEmpty())
        return fail(ErrorCode::MalformedPdf, toCode(content.violations.first().rule),
                    content.violations.first().detail);
    if (file.lastRevision() == 0)
        return fail(ErrorCode::MalformedPdf, QStringLiteral("unsigned"));
    return {};
}

QByteArray putStreams(IncrementalWriter &writer, const QList<QByteArray> &values)
{
    QByteArray list = "[";
    for (const QByteArray &value : values) {
        const int number = writer.reserve();
        const QByteArray packed = deflate(value);
        writer.put(number,
                   streamBody("<< /Filter /FlateDecode /Length " + QByteArray::number(packed.size()) + " >>", packed));
        list += ' ' + referenceTo(number);
    }
    return list + " ]";
}

} // namespace

Result<QList<QByteArray>> signerCertificates(const QByteArray &pdf)
{
    const PdfFile file(pdf);
    if (const Status usable = checkUsable(file); !usable)
        return fail(usable);
    QList<QByteArray> certificates;
    for (const SignatureSlot &slot : findSignatures(file)) {
        const auto digest = [&](QCryptographicHash::Algorithm algorithm) { return digestOf(file, slot, algorithm); };
        const CmsFinding finding = verifyCms(slot.dictionary.find("Contents").string(),
                                             digest(QCryptographicHash::Sha256), digest, {}, QDateTime());
        for (const Certificate &certificate : finding.certificates) {
            if (!certificates.contains(certificate.der()))
                certificates << certificate.der();
        }
    }
    return certificates;
}

Result<QByteArray> addSignatureTimestamp(const QByteArray &pdf, const TimestampAuthority &authority)
{
    const PdfFile file(pdf);
    if (const Status usable = checkUsable(file); !usable)
        return fail(usable);
    const QList<SignatureSlot> found = findSignatures(file);
    if (found.isEmpty() || found.last().isTimestamp() || found.last().revision != file.lastRevision())
        return fail(ErrorCode::AlreadyExists);
    const SignatureSlot &slot = found.last();
    const QByteArray contents = slot.dictionary.find("Contents").string();
    const auto stamped = addTimestamp(contents.left(der::firstLength(contents)), authority);
    if (!stamped)
        return stamped;
    QByteArray result = pdf;
    result.replace(slot.gapBegin + 1, stamped->size() * 2, stamped->toHex());
    return result;
}

Result<QByteArray> addDss(const QByteArray &pdf, const QList<QByteArray> &certificates, const QList<QByteArray> &crls)
{
    const PdfFile file(pdf);
    if (const Status usable = checkUsable(file); !usable)
        return fail(usable);
    IncrementalWriter writer(file);
    const int dss = writer.reserve();
    const QByteArray certificateList = putStreams(writer, certificates);
    const QByteArray crlList = putStreams(writer, crls);
    writer.put(dss, "<< /CRLs " + crlList + " /Certs " + certificateList + " >>");
    const int last = file.lastRevision();
    const int root = file.revisions().back().trailer.find("Root").reference();
    writer.put(root, withKeys(file.catalog(last), {{"DSS", referenceTo(dss)}}));
    return pdf + writer.increment();
}

Result<QByteArray> addDocumentTimestamp(const QByteArray &pdf, const TimestampAuthority &authority)
{
    const PdfFile file(pdf);
    if (const Status usable = checkUsable(file); !usable)
        return fail(usable);
    const int last = file.lastRevision();
    const int field = fieldNumbers(file, last).last();
    const PdfValue archive = file.object(field, last)->value;
    if (archive.find("V"))
        return fail(ErrorCode::AlreadyExists, QStringLiteral("archive"));
    IncrementalWriter writer(file);
    const int signature = writer.reserve();
    writer.put(field, withKeys(archive, {{"V", referenceTo(signature)}}));
    return writeSigned(file, writer, signature, "/Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161",
                       kCmsReserve, [&authority](const QByteArray &sha256) { return authority.requestToken(sha256); });
}

} // namespace tenken
