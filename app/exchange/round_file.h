#pragma once

#include "core/diagnostic.h"
#include "core/round.h"

#include <QByteArray>

namespace tenken {

/// *.tenken-round (tenken.round/1): canonical JSON with year, number, checklists, expected subjects, due date and
/// trust anchors.
QByteArray writeRound(const Round &round);
Reading<Round> readRound(const QByteArray &bytes, const QString &file);

} // namespace tenken
