#pragma once

#include "core/result.h"
#include "signing/pdf/incremental_writer.h"

#include <QByteArray>

#include <functional>

namespace tenken {

/// Writes a revision whose signature object covers everything but its own /Contents (ISO 32000-1, 12.8.1).
/// entries: the signature dictionary's other entries, without /ByteRange and /Contents. contentsFor gets the SHA-256
/// of the covered bytes and gives the DER that goes into /Contents; SigningFailed when it does not fit in reserve.
Result<QByteArray> writeSigned(const PdfFile &file, IncrementalWriter &writer, int signatureNumber,
                               const QByteArray &entries, qsizetype reserve,
                               const std::function<Result<QByteArray>(const QByteArray &sha256)> &contentsFor);

} // namespace tenken
