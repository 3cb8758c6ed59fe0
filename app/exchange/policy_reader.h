#pragma once

#include "core/diagnostic.h"
#include "core/policy.h"

#include <QByteArray>

namespace tenken {

/// policy.json (tenken.policy/1): the policy map that checklists refer to. Answer scales and due days are checked and
/// not kept: the program's own are the ones that count.
Reading<Policy> readPolicy(const QByteArray &bytes, const QString &file);

} // namespace tenken
