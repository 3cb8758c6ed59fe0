#pragma once

#include "core/diagnostic.h"
#include "core/overlay.h"

#include <QByteArray>

namespace tenken {

/// A city's own additions to one edition of the set (tenken.overlay/1). A changed item's new fingerprint is that of
/// {"base": its fingerprint before, "change": the change as it stands in the file}.
Reading<Overlay> readOverlay(const QByteArray &bytes, const QString &file, const ChecklistSet &set);

} // namespace tenken
