#pragma once

#include "exchange/comparison_export.h"

namespace tenken {

/// What comparisonXlsx() calls, for latePart()
extern "C" Q_DECL_EXPORT void makeComparisonXlsx(const Comparison &comparison, const QDateTime &createdAt,
                                                 Result<QByteArray> &result);

} // namespace tenken
