#pragma once

#include "core/checklist_set.h"
#include "core/inspection.h"
#include "core/inspection_rules.h"

#include <QJsonObject>

namespace tenken::cli {

/// `inspection status --json`
QJsonObject statusJson(const Inspection &inspection, const Checklist &checklist, const Policy &policy);
/// `inspection check --json`
QJsonObject checkJson(const QList<Problem> &problems);
/// One line of `inspection history --json`
QJsonObject historyJson(const HistoryEntry &entry);

} // namespace tenken::cli
