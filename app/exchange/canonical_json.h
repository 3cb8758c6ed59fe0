#pragma once

#include "exchange/json_value.h"

#include <QByteArray>
#include <QJsonValue>
#include <QStringList>

namespace tenken {

/// RFC 8785 for the JSON that Tenken signs: objects, arrays, strings, integers of at most 53 bits, booleans, null.
/// Keys by UTF-16 code units, shortest escapes, no white space.
QByteArray canonicalJson(const QJsonValue &value);

/// The same for what was read, without building another tree
QByteArray canonicalJson(const JsonValue &value, const QStringList &without = {});

/// The same tree without the members of these names, at any depth
QJsonValue toQJson(const JsonValue &value, const QStringList &without = {});

/// Lower-case hex
QString sha256Hex(const QByteArray &bytes);

/// SHA-256 of the canonical form without localCriteriaRef (it never leaves the city) and history
QString fingerprintOf(const JsonValue &value);

} // namespace tenken
