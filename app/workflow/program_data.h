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
    static QString defaultPolicy();
    /// All editions of one policy folder; the problems when any file is not as it must be
    static Reading<ChecklistSet> checklists(const QString &policy = defaultPolicy());
    static Result<EraTable> eras();
};

/// The checklists as a Result: InvalidContent names the first problem's place
Result<ChecklistSet> loadChecklists(const QString &policy = ProgramData::defaultPolicy());

} // namespace tenken
