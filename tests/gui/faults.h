#pragma once

#include "gui/faults_seen.h"
#include "gui/faults_told.h"

/// tst_faults plants some of each kind, so that the look at every page is known to find them.
namespace tenken::support {

inline QStringList faultsOf(QWidget *root)
{
    return textFaults(root) + placeFaults(root) + contrastFaults(root) + accessibleFaults(root) + orderFaults(root);
}

} // namespace tenken::support
