#pragma once

#include "core/comparison/comparison.h"

namespace tenken {

/// What is laid side by side. Codes: department year revision audit city.
enum class CompareBy { Department, Year, Revision, Audit, City };
QString toCode(CompareBy by);
std::optional<CompareBy> compareByFromCode(const QString &code);

/// The submissions of these departments or subjects (codes); all when none is named
SubmissionList ofDepartments(const SubmissionList &submissions, const QStringList &departments);

/// What departments say of themselves: without the submissions of auditors
SubmissionList withoutAudits(const SubmissionList &submissions);

/// The columns that a comparison of these submissions has. departments narrows them; the column of the whole city
/// always sums all. Self-inspection × audit: two columns for each subject that an audit answered, the audit's second
/// (key with "-audit"); an auditor's submission stands in no other comparison.
QList<ComparisonColumn> comparisonColumns(CompareBy by, const SubmissionList &all, const QStringList &departments = {});

} // namespace tenken
