#pragma once

#include "core/checklist_set.h"
#include "core/diagnostic.h"

namespace tenken {

/// What is wrong with a file that a person wrote: a policy map, a checklist, an overlay, a round or a submission, told
/// apart by its "format". Empty: nothing. installed gives the policy and the editions that the file may refer to; a
/// policy.json beside the file goes before the installed one.
QList<Diagnostic> validateFile(const QByteArray &content, const QString &file, const ChecklistSet &installed);

} // namespace tenken
