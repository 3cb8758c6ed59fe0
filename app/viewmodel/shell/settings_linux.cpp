#include "viewmodel/shell/settings.h"

namespace tenken {

QString Settings::defaultPolicyFile() { return {}; }

QString Settings::defaultMachineFile() { return QStringLiteral("/etc/tenken/policy.ini"); }

} // namespace tenken
