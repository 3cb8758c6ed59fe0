#pragma once

#include "core/checklist_set.h"
#include "core/diagnostic.h"
#include "core/fiscal_year.h"
#include "core/result.h"

namespace tenken {

/// The data that lies beside the program: checklists, eras, fonts, translations, the demo city.
class ProgramData {
public:
    /// <bin>/../share/tenken/<name> or, on Windows and in a portable copy, <bin>/share/tenken/<name>
    static QString folder(const QString &name);
    /// The folder in checklists/ that holds a policy.json (the first by name): a municipality puts its own there
    static QString policyFolder();
    /// All editions of that folder; the problems when any file is not as it must be
    static Reading<ChecklistSet> checklists();
    /// <data location>/tenken/overlays/*.json, those of the machine before those of the user
    static QStringList overlays();
    static Result<EraTable> eras();
};

/// The checklists as they were installed; InvalidContent: the first problem with its place
Result<ChecklistSet> loadShippedChecklists();
/// The checklists with the city's overlays merged: the installed ones, then these files, each upon those before.
/// InvalidContent as above; errors of reading a file.
Result<ChecklistSet> loadChecklists(const QStringList &overlays = {});

} // namespace tenken
