#pragma once

#include "exchange/fill_reader.h"

namespace tenken {

/// The JSON forms of readFill
Reading<QList<FillRow>> readFillJson(const QByteArray &bytes, const QString &file);

} // namespace tenken
