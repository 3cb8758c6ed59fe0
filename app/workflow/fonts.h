#pragma once

#include "core/result.h"
#include "report/layout/font_book.h"

namespace tenken {

/// The report's faces, from beside the program
Result<FontBook> loadFonts();

} // namespace tenken
