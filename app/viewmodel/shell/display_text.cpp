#include "viewmodel/shell/display_text.h"

namespace tenken {

QString shown(const LocalText &text)
{
    const bool japanese = QLocale().language() == QLocale::Japanese;
    return japanese || text.en.isEmpty() ? text.ja : text.en;
}

wording::DateWords shownDates(const EraTable &eras) { return {eras, QLocale().language()}; }

} // namespace tenken
