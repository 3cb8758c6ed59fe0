#pragma once

#include "signing/pdf/byte_range_rules.h"
#include "signing/pdf/document_content.h"

#include <QList>

namespace tenken {

/// D1–D6: what each revision after the first did to the document. A revision signs one field (the first signature
/// certifies), sets the archive timestamp, or adds a DSS; nothing else, whoever signed it.
QList<Violation> checkDifferences(const PdfFile &file, const QList<SignatureSlot> &slots,
                                  const DocumentContent &content);

/// Certificate revocation lists in the newest DSS, DER
QList<QByteArray> dssCrls(const PdfFile &file);
/// The revision that brought the newest DSS; -1: none
int dssRevision(const PdfFile &file);

} // namespace tenken
