#pragma once

#include <QString>

/// Where a test finds the project. In a source of its own: folders in the command line of every test would make the
/// compiler cache of one clone useless to the next.
namespace tenken::support {

QString sourcePath(const char *below);
QString builtPath(const char *below);

} // namespace tenken::support
