#pragma once

#include "core/round.h"
#include "viewmodel/shell/desk.h"

namespace tenken {

/// A round file from the division is put into the store, so that its due date is known; it takes the place of an
/// older one of the same year and number. InvalidContent when it is no round file, and the errors of reading it.
Result<Round> receiveRound(Desk &desk, const QString &file);
/// The newest round whose due date has not passed; nothing when none was received
std::optional<Round> currentRound(Desk &desk);

} // namespace tenken
