#pragma once

#include "core/result.h"
#include "core/verification.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace tenken {

class Signer;
class TimestampAuthority;

/// Who signs where. The first signature certifies (DocMDP, P = 2); /Reason follows from kind and field.
struct SignRequest {
    Role field = Role::Inspector;
    QString name; ///< post and name as typed → /Name
    QDateTime at; ///< → /M
    QByteArray appearance; ///< one-page PDF from QPdfWriter; its page is scaled into the field's box by the viewer
    bool onBehalf = false; ///< 代決 → /Reason
};

/// Appends one PAdES signature (ETSI EN 319 142-1, B-B; B-T with a timestamp authority) to a document that
/// buildDocument made. Earlier signatures stay valid. MalformedPdf: not our construction. AlreadyExists: the
/// field is signed. InvalidValue: the document has no such field.
Result<QByteArray> signDocument(const QByteArray &pdf, const SignRequest &request, const Signer &signer,
                                const TimestampAuthority *timestamps = nullptr);

} // namespace tenken
