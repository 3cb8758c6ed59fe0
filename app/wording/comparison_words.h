#pragma once

#include "core/comparison/comparison_columns.h"

namespace tenken::wording {

/// What is compared with what, as it is offered for choice
QString word(CompareBy by);
/// What the chosen comparison shows, in one sentence
QString explanation(CompareBy by);
/// The head of one column; years and the rest need no words
QString columnLabel(CompareBy by, const ComparisonColumn &column);
/// A cell without an answer: the item was not asked there, or nothing was submitted
QString notAsked();
/// Over the clauses of a trend, and over their lines
QString clauseHeading();
QString courseHeading();

} // namespace tenken::wording
