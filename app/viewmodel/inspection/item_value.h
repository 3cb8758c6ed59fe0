#pragma once

#include "viewmodel/inspection/inspection_session.h"
#include "viewmodel/inspection/item_roles.h"

#include <QVariant>

namespace tenken {

/// What every model of items says about one of them; an invalid variant for roles that it does not know
QVariant itemValue(const InspectionSession &session, const QString &id, int role);

} // namespace tenken
