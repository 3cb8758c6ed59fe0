#pragma once

#include "core/fiscal_year.h"
#include "core/result.h"
#include "report/font_book.h"

namespace tenken {

/// What printing needs: the faces and the eras, loaded once
struct Press {
    EraTable eras;
    FontBook book;
};

/// From beside the program. FontMissing, InvalidContent (eras.json)
Result<Press> openPress();

} // namespace tenken
