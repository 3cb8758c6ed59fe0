#pragma once

#include <QtGlobal>

namespace tenken {

/// Reports are laid out in twentieths of a point (1440 to the inch) on no device at all: a printer's resolution
/// may change while it prints, a layout may not.
inline constexpr int unitsPerInch = 1440;
constexpr qreal points(qreal value) { return value * 20; }
constexpr qreal millimetres(qreal value) { return value * unitsPerInch / 25.4; }

} // namespace tenken
