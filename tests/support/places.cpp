#include "support/places.h"

namespace tenken::support {

QString sourcePath(const char *below) { return QStringLiteral(TENKEN_SOURCE_DIR "/") + QString::fromUtf8(below); }

QString builtPath(const char *below) { return QStringLiteral(TENKEN_BINARY_DIR "/") + QString::fromUtf8(below); }

} // namespace tenken::support
