#pragma once

#include "core/result.h"

#include <QByteArray>

#include <functional>

class QPDF;
class QPDFObjectHandle;

namespace tenken {

/// Opens PDF bytes with qpdf (no recovery, every warning is an error), lets change work on it and writes it the one
/// way that PdfFile reads: 1.7, classic cross-reference table, no object streams, /ID from the content.
/// RenderFailed with qpdf's words otherwise. qpdf's exceptions are caught in this source only.
Result<QByteArray> rewritePdf(const QByteArray &pdf, const std::function<void(QPDF &)> &change);

/// What a stream of rendered pages holds; within rewritePdf() only
QByteArray unpackedStream(QPDFObjectHandle stream);

} // namespace tenken
