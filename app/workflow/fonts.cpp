#include "workflow/fonts.h"

#include "workflow/program_data.h"

namespace tenken {

Result<FontBook> loadFonts() { return FontBook::load(ProgramData::folder(QStringLiteral("fonts"))); }

} // namespace tenken
