#include "signing/pdf/document_signer.h"

#include "core/late_part.h"
#include "signing/cms/cms_builder.h"
#include "signing/late/document_assembly.h"
#include "signing/pdf/document_content.h"
#include "signing/pdf/document_info.h"
#include "signing/pdf/document_profile.h"
#include "signing/pdf/pdf_serializer.h"
#include "signing/pdf/signature_slot.h"

namespace tenken {

namespace {

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
        + ") /Name " + pdfTextToken(request.name) + " /Reason "
        + pdfTextToken(signingReason(kind, request.field, request.onBehalf));
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

/// The new revision: signature, field, its appearance, and the catalog when it certifies
Result<QByteArray> signField(const PdfFile &file, DocumentKind kind, int field, const SignRequest &request,
                             const PdfFile &appearance,
                             const std::function<Result<QByteArray>(const QByteArray &)> &contentsFor)
{
    IncrementalWriter writer(file);
    const int last = file.lastRevision();
    const int signature = writer.reserve();
    const int drawn = importAppearance(appearance, writer);
    writer.put(field,
               withKeys(file.object(field, last)->value,
                        {{"V", referenceTo(signature)}, {"AP", "<< /N " + referenceTo(drawn) + " >>"}}));
    const bool certifies = last == 0;
    if (certifies) {
        const int root = file.revisions().back().trailer.find("Root").reference();
        writer.put(root, withKeys(file.catalog(last), {{"Perms", "<< /DocMDP " + referenceTo(signature) + " >>"}}));
    }
    return writeSigned(file, writer, signature, signatureEntries(kind, request, certifies), kCmsReserve, contentsFor);
}

} // namespace

Result<QByteArray> signDocument(const QByteArray &pdf, const SignRequest &request, const Signer &signer,
                                const TimestampAuthority *timestamps)
{
    if (!request.at.isValid() || request.name.isEmpty() || !isSignerName(request.name))
        return fail(ErrorCode::InvalidValue, QStringLiteral("name"));
    const PdfFile file(pdf);
    const DocumentContent content = readContent(file);
    if (file.violation())
        return fail(ErrorCode::MalformedPdf, toCode(file.violation()->rule), file.violation()->detail);
    if (!content.violations.isEmpty())
        return fail(ErrorCode::MalformedPdf, toCode(content.violations.first().rule),
                    content.violations.first().detail);
    const auto field = freeField(file, content, request.field);
    if (!field)
        return fail(field);
    const auto asForm = latePart<decltype(pageAsForm)>("signing", "pageAsForm");
    if (!asForm)
        return fail(asForm);
    Result<QByteArray> form;
    (*asForm)(request.appearance, form);
    if (!form)
        return form;
    const PdfFile appearance(*form);
    if (appearance.violation())
        return fail(ErrorCode::RenderFailed, QStringLiteral("appearance"), appearance.violation()->detail);
    const auto done = signField(file, *content.kind, *field, request, appearance,
                                [&](const QByteArray &sha256) { return buildSignature(signer, sha256, timestamps); });
    // What the verifier would refuse must not leave the house.
    if (const auto violation = done ? checkNewest(PdfFile(*done)) : std::nullopt)
        return fail(ErrorCode::RenderFailed, toCode(violation->rule), violation->detail);
    return done;
}

} // namespace tenken
