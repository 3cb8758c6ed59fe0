#pragma once

#include "report/qr_code.h"

namespace tenken {

/// What qrModules() calls, for latePart()
extern "C" Q_DECL_EXPORT void encodeQr(const QString &text, const QRectF &area, Result<QList<QRectF>> &result);

} // namespace tenken
