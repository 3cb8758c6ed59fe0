#include "signing/pdf/document_signer.h"

#include "signing/cms/cms_builder.h"
#include "signing/pdf/document_content.h"
#include "signing/pdf/document_info.h"
#include "signing/pdf/document_profile.h"
#include "signing/pdf/pdf_serializer.h"
#include "signing/pdf/qpdf_rewrite.h"
#include "signing/pdf/signature_slot.h"

namespace tenken {

namespace {

constexpr qsizetype kMaxNameLength = 200;

/// Copies the objects of a one-page PDF behind the writer's and returns the number of its form XObject.
int importAppearance(const PdfFile &source, IncrementalWriter &writer)
{
    const PdfValue &trailer = source.revisions().front().trailer;
    const PdfValue catalog = source.catalog(0);
    const int form = catalog.find("Appearance").reference();
    const QList<int> frame = {trailer.find("Root").reference(), trailer.find("Info").reference(),
                              catalog.find("Pages").reference()};
    QList<const PdfObject *> wanted;
    for (const PdfObject &object : source.objects()) {
        if (!frame.contains(object.number))
            wanted.append(&object);
    }
    QMap<int, int> numbers;
    for (const PdfObject *object : wanted)
        numbers.insert(object->number, writer.reserve());
    for (const PdfObject *object : wanted) {
        QByteArray body = renumbered(object->value, numbers);
        if (object->isStream)
            body = streamBody(body, source.streamData(*object));
        writer.put(numbers.value(object->number), body);
    }
    return numbers.value(form);
}

QByteArray referenceTo(int number) { return QByteArray::number(number) + " 0 R"; }

QByteArray signatureEntries(DocumentKind kind, const SignRequest &request, bool certifies)
{
    QByteArray entries = "/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (" + pdfDate(request.at)
        + ") /Name " + pdfTextToken(request.name) + " /Reason " + pdfTextToken(signingReason(kind, request.field));
    if (certifies)
        entries += " /Reference [ << /Type /SigRef /TransformMethod /DocMDP /TransformParams"
                   " << /Type /TransformParams /P 2 /V /1.2 >> >> ]";
    return entries;
}

/// The field's number, or why it cannot be signed
Result<int> freeField(const PdfFile &file, const DocumentContent &content, Role role)
{
    const qsizetype index = content.fields.indexOf(role);
    if (index < 0)
        return fail(ErrorCode::InvalidValue, toCode(role), toCode(*content.kind));
    const int number = fieldNumbers(file, file.lastRevision()).at(index);
    if (file.object(number, file.lastRevision())->value.find("V"))
        return fail(ErrorCode::AlreadyExists, toCode(role));
    return number;
}

} // namespace

Result<QByteArray> signDocument(const QByteArray &pdf, const SignRequest &request, const Signer &signer,
                                const TimestampAuthority *timestamps)
{
    const PdfFile file(pdf);
    const DocumentContent content = readContent(file);
    if (file.violation() || !content.violations.isEmpty())
        return fail(ErrorCode::MalformedPdf, {},
                    (file.violation() ? *file.violation() : content.violations.first()).detail);
    const auto field = freeField(file, content, request.field);
    if (!field)
        return fail(field);
    if (!request.at.isValid() || request.name.size() > kMaxNameLength)
        return fail(ErrorCode::InvalidValue, QStringLiteral("name"));
    const auto form = pageAsForm(request.appearance);
    if (!form)
        return form;
    const PdfFile appearance(*form);
    if (appearance.violation())
        return fail(ErrorCode::RenderFailed, QStringLiteral("appearance"), appearance.violation()->detail);

    IncrementalWriter writer(file);
    const int last = file.lastRevision();
    const int signature = writer.reserve();
    const int drawn = importAppearance(appearance, writer);
    writer.put(*field,
               withKeys(file.object(*field, last)->value,
                        {{"V", referenceTo(signature)}, {"AP", "<< /N " + referenceTo(drawn) + " >>"}}));
    const bool certifies = last == 0;
    if (certifies) {
        const int root = file.revisions().back().trailer.find("Root").reference();
        writer.put(root, withKeys(file.catalog(last), {{"Perms", "<< /DocMDP " + referenceTo(signature) + " >>"}}));
    }
    return writeSigned(file, writer, signature, signatureEntries(*content.kind, request, certifies), kCmsReserve,
                       [&](const QByteArray &sha256) { return buildSignature(signer, sha256, timestamps); });
}

} // namespace tenken
