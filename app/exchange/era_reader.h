#pragma once

#include "core/diagnostic.h"
#include "core/fiscal_year.h"

#include <QByteArray>

namespace tenken {

/// eras.json (tenken.eras/1): {"format","eras":[{"firstDay","name","letter"}]}, in any order, no day twice.
Reading<EraTable> readEras(const QByteArray &bytes, const QString &file);

} // namespace tenken
