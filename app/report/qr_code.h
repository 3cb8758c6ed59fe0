#pragma once

#include "core/result.h"

#include <QList>
#include <QRectF>
#include <QString>

namespace tenken {

/// Dark modules of a QR code (ISO/IEC 18004, level M) within the area, runs of a row joined; no quiet zone.
/// Errors: RenderFailed when the text does not fit.
Result<QList<QRectF>> qrModules(const QString &text, const QRectF &area);

} // namespace tenken
