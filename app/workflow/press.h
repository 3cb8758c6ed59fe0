#pragma once

#include "core/fiscal_year.h"
#include "core/result.h"
#include "report/inspection_report.h"
#include "report/layout/font_book.h"

namespace tenken {

/// What printing needs: the faces and the eras, loaded once
struct Press {
    EraTable eras;
    FontBook book;
};

/// From beside the program. FontMissing, InvalidContent (eras.json)
Result<Press> openPress();

/// How this municipality heads its reports, from report.ini: beside the program, else of the machine, else of the
/// person. Keys: handling addressee retention approvalPosts (at most six, left to right). What the file does not name
/// keeps its usual value; an empty approvalPosts leaves the boxes of 決裁 out.
InspectionReportOptions cityReportOptions();

} // namespace tenken
