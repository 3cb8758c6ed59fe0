#pragma once

#include "core/checklist_set.h"
#include "core/diagnostic.h"

namespace tenken {

/// policy.json and every other *.json of one folder, with what only shows side by side: references between checklists,
/// the same edition twice, an item that changed without a new revision, obligations that nobody asks about.
/// There is a value as soon as each file can be read by itself: the editor shows it beside the remaining problems.
/// A folder or file that cannot be opened: MissingKey at line 0 with the file's name.
Reading<ChecklistSet> readChecklistFolder(const QString &folder);

} // namespace tenken
