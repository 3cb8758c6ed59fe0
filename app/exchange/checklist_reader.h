#pragma once

#include "core/checklist.h"
#include "core/diagnostic.h"
#include "core/policy.h"

#include <QByteArray>

namespace tenken {

/// One edition of one checklist (tenken.checklist/1) against its policy. All problems are given, at most 200.
/// References to other checklists (audit tests, related items) are checked by readChecklistFolder.
Reading<Checklist> readChecklist(const QByteArray &bytes, const QString &file, const Policy &policy);

} // namespace tenken
