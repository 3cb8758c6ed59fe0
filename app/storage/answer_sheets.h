#pragma once

#include "storage/registry_repository.h"

namespace tenken {

/// As the table sheets keeps them: id, revision and answer of an item a line
QString sheetLines(const QList<SubmittedItem> &items);

/// What a comparison needs of the submissions that the filter names: who, when, and the answer to each item; comments,
/// evidence and plans are left where they are. One row of the database for each submission, so that the answers of a
/// whole city are read at once. visit returns false to stop: Cancelled.
Status forEachAnswerSheet(Registry &registry, const RegistryFilter &filter,
                          const std::function<bool(const Submission &sheet)> &visit);

} // namespace tenken
