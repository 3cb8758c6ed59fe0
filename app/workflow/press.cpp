#include "workflow/press.h"

#include "workflow/fonts.h"
#include "workflow/program_data.h"

namespace tenken {

Result<Press> openPress()
{
    Result<EraTable> eras = ProgramData::eras();
    if (!eras) {
        return fail(eras);
    }
    Result<FontBook> book = loadFonts();
    if (!book) {
        return fail(book);
    }
    return Press{*std::move(eras), *std::move(book)};
}

} // namespace tenken
