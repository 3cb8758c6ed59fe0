#pragma once

#include "cli/command.h"

namespace tenken::cli {

/// content as the file out, told as "Wrote …", under --json as {"file": out}; on standard output when out is empty
/// → exit code
int writeResult(const Session &session, const QByteArray &content, const QString &out);

} // namespace tenken::cli
