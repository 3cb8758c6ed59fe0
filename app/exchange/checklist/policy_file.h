#pragma once

#include "core/diagnostic.h"
#include "core/policy.h"

#include <QHash>

namespace tenken {

/// A policy with the places of its obligations, for problems that only show beside the checklists
struct PolicyFile {
    Policy policy;
    QHash<QString, Diagnostic> obligationPlaces; ///< by id: Uncovered, to be completed
};
Reading<PolicyFile> readPolicyFile(const QByteArray &bytes, const QString &file);

} // namespace tenken
