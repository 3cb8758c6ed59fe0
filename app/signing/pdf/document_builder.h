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

/// The text behind one glyph of a subset font. glyph counts the distinct glyphs in the order in which they were
/// first drawn with this font, from 1; font is the PostScript name without a subset tag.
struct UnicodeRepair {
    QString font;
    quint16 glyph = 0;
    QString text;
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
    QList<UnicodeRepair> repairs;
};

/// Unsigned PDF/A-3b (ISO 19005-3) that holds everything later signatures need: attachment, fields, page marks.
/// InvalidValue: boxes or attachment do not fit the kind. RenderFailed: rendered is not usable (detail says why).
Result<QByteArray> buildDocument(const DocumentParts &parts);

} // namespace tenken
