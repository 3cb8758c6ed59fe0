#pragma once

#include "core/checklist.h"

namespace tenken {

/// What happened to an item between the editions that are compared. Codes: same reworded criteria-changed new
/// withdrawn.
enum class ItemChangeState { Same, Reworded, CriteriaChanged, New, Withdrawn };
QString toCode(ItemChangeState state);
/// Whether answers before and after mean the same
bool isComparable(ItemChangeState state);

/// Item by item between two editions
QMap<QString, ItemChangeState> changesBetween(const Checklist &older, const Checklist &newer);

} // namespace tenken
