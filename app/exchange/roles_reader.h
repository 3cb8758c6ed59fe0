#pragma once

#include "core/diagnostic.h"
#include "core/verification.h"

#include <QByteArray>

namespace tenken {

/// Roles of a city's own certificates: CSV certificate_sha256,role,department. The fingerprint in either case, with or
/// without colons; department may be empty for auditor and division.
Reading<QList<RoleMapping>> readRoles(const QByteArray &bytes, const QString &file);

} // namespace tenken
