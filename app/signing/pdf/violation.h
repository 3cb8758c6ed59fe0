#pragma once

#include "core/verification.h"

#include <QString>

namespace tenken {

/// One broken rule: which, in which revision (from 0) it came into the file, and a technical word for the log
struct Violation {
    Reason rule = Reason::S1;
    int revision = 0;
    QString detail;
};

} // namespace tenken
