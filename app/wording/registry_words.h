#pragma once

#include "core/registry_entry.h"
#include "core/submission_state.h"

namespace tenken::wording {

/// Symbols in front of the words, as the board and the list of an import show them
QChar symbolOf(SubmissionState state);
QChar symbolOf(ImportOutcome outcome);
QString word(SubmissionState state);
/// Over the names on the board
QString boardHeading();
/// What the division does next
QString nextStep(SubmissionState state);

} // namespace tenken::wording
