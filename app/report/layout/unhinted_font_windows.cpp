#include "report/layout/unhinted_font.h"

namespace tenken {

QByteArray unhintedFont(const QString & /*path*/) { return {}; }
QString unhintedFamily(const QString &family) { return family; }

} // namespace tenken
