#include "gui/shell/single_instance.h"

namespace tenken {

QString sessionName() { return qEnvironmentVariable("XDG_SESSION_ID"); }

} // namespace tenken
