#pragma once

#include "storage/registry_repository.h"

namespace tenken {

/// As the table sheets keeps them: id, revision and answer of an item a line
QString sheetLines(const QList<SubmittedItem> &items);
/// As the table sheets keeps them: id and cause of an item a line, of those that name one
QString causeLines(const QList<SubmittedItem> &items);

/// What a comparison needs of the submissions that the filter names: who, when, the answer to each item and the cause
/// named for it; comments, evidence and plans are left where they are. One row of the database for each submission, so
/// that the answers of a whole city are read at once. visit returns false to stop: Cancelled.
Status forEachAnswerSheet(Registry &registry, const RegistryFilter &filter,
                          const std::function<bool(const Submission &sheet)> &visit);

} // namespace tenken
