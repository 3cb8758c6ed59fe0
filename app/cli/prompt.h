#pragma once

#include "core/result.h"
#include "signing/keys/secret.h"

namespace tenken::cli {

/// Asks on the terminal without showing what is typed. Usage error naming the option when there is no terminal.
Result<SecretBytes> promptForPassphrase(const QString &option);

} // namespace tenken::cli
