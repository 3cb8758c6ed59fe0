#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>

namespace tenken {

class TimestampAuthority;

/// DER of every certificate that the document's signatures and timestamps carry, each once: what a DSS keeps
Result<QList<QByteArray>> signerCertificates(const QByteArray &pdf);
/// Stamps the newest signature, inside the room that it reserved: level B-T. An earlier signature is covered by it and
/// cannot be stamped any more. AlreadyExists: it has a stamp, or something follows it.
Result<QByteArray> addSignatureTimestamp(const QByteArray &pdf, const TimestampAuthority &authority);
/// Adds what a later check needs (ETSI EN 319 142-1, 5.4.2): level B-LT. All values are DER.
Result<QByteArray> addDss(const QByteArray &pdf, const QList<QByteArray> &certificates, const QList<QByteArray> &crls);
/// Seals everything so far with a document timestamp in the archive field: level B-LTA. AlreadyExists: it has one.
Result<QByteArray> addDocumentTimestamp(const QByteArray &pdf, const TimestampAuthority &authority);

} // namespace tenken
