#pragma once

#include "core/result.h"

#include <QByteArray>

namespace tenken {

/// Whether these bytes are one certificate revocation list (RFC 5280) in PEM or canonical DER; CertificateUnreadable
/// or FileTooLarge (over 8 MiB) otherwise. For callers that read a file that a person named.
Status checkCrl(const QByteArray &content);
/// Its DER, for a DSS
Result<QByteArray> crlToDer(const QByteArray &content);

} // namespace tenken
