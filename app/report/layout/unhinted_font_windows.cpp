#include "report/layout/unhinted_font.h"

namespace tenken {

QByteArray unhintedFont(const QString & /*path*/) { return {}; }

} // namespace tenken
