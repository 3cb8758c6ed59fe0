#pragma once

#include "core/diagnostic.h"

#include <QByteArray>
#include <QJsonObject>

namespace tenken {

/// `score --vectors`: reads {"vectors":[{"name","rows":[{"item_id","answer","weight","critical","phase"}],"expect"?}],
/// "stats"?} and gives the same document with expect and stats computed here. What was expected is not looked at. The
/// keys of stats name their arguments (wilson_K_N, zero_upper_N, hyper_N_n); "fmt" holds shares to be formatted again.
Reading<QJsonObject> computeScoreVectors(const QByteArray &bytes, const QString &file);

} // namespace tenken
