#pragma once

#include "signing/pdf/flate.h"
#include "signing/pdf/pdf_revisions.h"

#include <QList>

#include <optional>

namespace tenken {

/// J2 and the outer half of J3: exactly one attachment, F = UF = key of the name tree = a constant name, size and
/// checksum right. The shapes have been checked before; revision 1 is read, and nothing later may change it (D2, D3).
QList<Violation> readAttachment(const PdfFile &file, InflateBudget &budget, std::optional<DocumentKind> &kind,
                                QByteArray &attachment);

/// J1: every later revision still names the attachment of the revision that the first signature covers
QList<Violation> checkAttachmentKept(const PdfFile &file);

/// J4: the fingerprint of the pages is the attachment's
QList<Violation> checkMark(const QByteArray &attachment, const QByteArray &fingerprint);

} // namespace tenken
