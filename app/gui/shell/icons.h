#pragma once

#include <QColor>
#include <QIcon>

namespace tenken {

/// The application's mark, in the sizes that window managers ask for
QIcon applicationIcon();
/// The picture of a page's tab (resources/icons/pages/<page>.png, a mask) in this colour; empty when there is none
QIcon pageIcon(const QString &page, const QColor &colour);

} // namespace tenken
