#pragma once

#include "core/comparison/succession.h"
#include "core/submission.h"

#include <memory>

namespace tenken {

using Submissions = QList<std::shared_ptr<const Submission>>;

/// Who answers: a department by its code, or a system, a person, the city as kind/code
QString memberOf(const Submission &submission);
QSet<QString> membersOf(const Submissions &submissions);

/// Submissions by line of departments (see Succession), only lines that they stand for wholly
QHash<QString, Submissions> wholeLines(const Submissions &submissions, const Succession &succession);

} // namespace tenken
