#include "gui/shell/single_instance.h"

#include <QStandardPaths>

namespace tenken {

QString sessionName() { return qEnvironmentVariable("XDG_SESSION_ID"); }

QString lockFolder() { return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation); }

} // namespace tenken
