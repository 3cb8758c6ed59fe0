#pragma once

#include "core/checklist.h"
#include "core/comparison/answering_lines.h"
#include "core/score.h"

namespace tenken {

/// Where last year's × went: repaired, still open, new. Over common comparable items and departments only; merged and
/// split departments count as one, with the weakest of their answers.
struct YearOnYear {
    int repaired = 0, remaining = 0, fresh = 0;
    int commonItems = 0, commonDepartments = 0, leftOutDepartments = 0;
    Counts before, after;
    /// no arrow for a difference of one or two (domain report §5.3)
    bool isDifferenceTelling() const;
};
YearOnYear yearOnYear(const Checklist &older, const Checklist &newer, const SubmissionList &before,
                      const SubmissionList &after, const Succession &succession = {});

} // namespace tenken
