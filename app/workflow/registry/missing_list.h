#pragma once

#include "core/fiscal_year.h"
#include "workflow/registry/round_status.h"

#include <QByteArray>

namespace tenken {

/// The round's missing submissions as data (files-and-cli §1, CSV): one row each, in the order of the round, columns
/// department_code,department,checklist,subject_kind,subject_code,subject,due. due is empty without a round file.
QByteArray missingCsv(const RoundStatus &status);

/// 督促文: a letter that can be pasted into a mail, with the due date as seen from today and what each department owes.
/// Japanese, as every text that leaves the division; lines end with \n. Nothing missing: it says so.
QString missingReminder(const RoundStatus &status, const QDate &today, const EraTable &eras);

} // namespace tenken
