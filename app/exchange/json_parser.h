#pragma once

#include "core/diagnostic.h"
#include "exchange/json_value.h"

#include <QByteArray>

namespace tenken {

/// What one JSON text may cost. Memory stays below about 150 bytes for each value plus twice the text.
struct JsonLimits {
    qsizetype bytes = 8 * 1024 * 1024;
    qsizetype values = 500'000;
    int depth = 64; ///< of nested arrays and objects
};

/// Strict RFC 8259: UTF-8 without byte order mark, no comments, no duplicate keys, no lone surrogates, nothing after
/// the value. Numbers stay text (1e400 is no number of any type here). A syntax error ends the reading; duplicate keys
/// are collected. Syntax args: the expected tokens, separated by spaces (value key string digit hex-digit escape
/// surrogate-pair end-of-file , : ] } "), and what was found (a character, U+XXXX, byte-order-mark or end-of-file).
Reading<JsonValue> parseJson(const QByteArray &bytes, const QString &file, const JsonLimits &limits = {});

} // namespace tenken
