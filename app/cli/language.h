#pragma once

#include <QString>

namespace tenken::cli {

/// Installs the program's translation for "ja" or "en"; empty: the environment's language, Japanese unless it is
/// plainly English.
void switchLanguage(const QString &language);

} // namespace tenken::cli
