#pragma once

#include "core/checklist.h"
#include "wording/date_words.h"

namespace tenken {

/// The text in the language of the default locale; Japanese where the translation is missing
QString shown(const LocalText &text);
/// Dates in the language of the default locale
wording::DateWords shownDates(const EraTable &eras);

} // namespace tenken
