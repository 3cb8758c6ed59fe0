#pragma once

#include "core/result.h"
#include "core/verification.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QRectF>
#include <QString>

namespace tenken {

/// Where the visible signature of one role stands: page index from 0, points, origin at the bottom left.
struct SignatureBox {
    Role field = Role::Inspector;
    int page = 0;
    QRectF rect;
};

/// What revision 1 of a document is made of. Equal parts give equal bytes.
struct DocumentParts {
    QByteArray rendered; ///< PDF/A-1b as QPdfWriter writes it
    QByteArray attachment; ///< canonical JSON
    DocumentKind kind = DocumentKind::Submission;
    QString title;
    QString author;
    QString subject;
    QDateTime created;
    QList<SignatureBox> boxes; ///< one for each field of the kind, see document_profile.h
};

/// Unsigned PDF/A-3b (ISO 19005-3) that holds everything later signatures need: attachment, fields, page marks.
/// InvalidValue: boxes or attachment do not fit the kind. RenderFailed: rendered is not usable (detail says why).
Result<QByteArray> buildDocument(const DocumentParts &parts);

} // namespace tenken
