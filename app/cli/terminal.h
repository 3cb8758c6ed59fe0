#pragma once

#include <QByteArray>

#include <optional>

namespace tenken::cli {

/// Standard output and standard error carry our bytes, which are UTF-8, unchanged to file, pipe or console.
void prepareOutput();
/// Whether a person types the standard input
bool inputIsTerminal();
/// A line that a person types without seeing it, in UTF-8 without its end; nothing when the input has ended
std::optional<QByteArray> readHiddenLine();

} // namespace tenken::cli
