#include "signing/pdf/document_builder.h"

#include "core/late_part.h"
#include "signing/late/document_assembly.h"
#include "signing/pdf/document_content.h"
#include "signing/pdf/document_profile.h"

namespace tenken {

namespace {

bool boxesFit(const DocumentParts &parts)
{
    QList<Role> fields;
    for (const SignatureBox &box : parts.boxes) {
        if (box.page < 0 || box.rect.isEmpty())
            return false;
        fields.append(box.field);
    }
    return fieldSets(parts.kind).contains(fields);
}

} // namespace

Result<QByteArray> buildDocument(const DocumentParts &parts)
{
    if (!boxesFit(parts))
        return fail(ErrorCode::InvalidValue, QStringLiteral("boxes"), toCode(parts.kind));
    if (parts.attachment.isEmpty() || !parts.created.isValid())
        return fail(ErrorCode::InvalidValue, QStringLiteral("attachment"));
    const auto assemble = latePart<decltype(assembleDocument)>("signing", "assembleDocument");
    if (!assemble)
        return fail(assemble);
    Result<QByteArray> built;
    (*assemble)(parts, built);
    if (!built)
        return built;
    // What the verifier would refuse must not leave the house.
    const PdfFile file(*built);
    const QList<Violation> violations = file.violation() ? QList{*file.violation()} : readContent(file).violations;
    if (!violations.isEmpty())
        return fail(ErrorCode::RenderFailed, toCode(violations.first().rule), violations.first().detail);
    return built;
}

} // namespace tenken
