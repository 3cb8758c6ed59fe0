#pragma once

#include <QColor>
#include <QIcon>

class QPainter;
class QRectF;

namespace tenken {

/// Signs that few fonts have and ours have not: painted, the same on every system
enum class Sign { Warning, Flag };

/// As high and as wide as the shorter side of the place, in the middle of it, in the painter's pen
void drawSign(QPainter *painter, Sign sign, const QRectF &place);
/// In the colour of the buttons' words, whatever it is when the sign is painted
QIcon signIcon(Sign sign);

/// The application's mark, in the sizes that window managers ask for
QIcon applicationIcon();
/// The picture of a page's tab (resources/icons/pages/<page>.png, a mask) in this colour; empty when there is none
QIcon pageIcon(const QString &page, const QColor &colour);

} // namespace tenken
