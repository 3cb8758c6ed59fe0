#pragma once

#include "core/diagnostic.h"
#include "core/overlay.h"
#include "core/policy.h"

#include <QByteArray>

namespace tenken {

/// A city's own additions to one edition (tenken.overlay/1), against that edition.
Reading<Overlay> readOverlay(const QByteArray &bytes, const QString &file, const Policy &policy, const Checklist &base);

} // namespace tenken
