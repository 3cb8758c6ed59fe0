#pragma once

#include "core/comparison/succession.h"
#include "core/submission.h"

#include <memory>

namespace tenken {

/// Shared: a submission stands in several columns and groups
using SubmissionList = QList<std::shared_ptr<const Submission>>;

/// Who answers: a department by its code, or a system, a person, the city as kind/code
QString memberOf(const Submission &submission);
QSet<QString> membersOf(const SubmissionList &submissions);

/// SubmissionList by line of departments (see Succession), only lines that they stand for wholly
QHash<QString, SubmissionList> wholeLines(const SubmissionList &submissions, const Succession &succession);

} // namespace tenken
