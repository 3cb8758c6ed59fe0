#pragma once

#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace tenken {

/// Line and column from 1; the column counts characters (code points), not bytes.
struct JsonPosition {
    int line = 0;
    int column = 0;
    friend auto operator<=>(const JsonPosition &, const JsonPosition &) = default;
};

/// One value of a JSON text with its place in the file. Members keep their order; a member is a value with a key.
struct JsonValue {
    enum class Kind { Null, Boolean, Number, String, Array, Object };
    Kind kind = Kind::Null;
    bool boolean = false;
    JsonPosition at;
    JsonPosition keyAt; ///< of the member's key; line 0 outside objects
    QString key;
    QString text; ///< a string's value, or a number as it was written
    std::vector<JsonValue> children;

    bool isContainer() const { return kind == Kind::Array || kind == Kind::Object; }
    const JsonValue *member(QStringView name) const;
    /// Nothing unless the value is a number without fraction and exponent that fits into 64 bits
    std::optional<qint64> integer() const;
};

/// "object" "array" "string" "number" "boolean" "null"
QString typeName(JsonValue::Kind kind);
/// JSON pointer (RFC 6901) of a value that lies in the tree below root
QString pointerTo(const JsonValue &root, const JsonValue &target);
/// "/" + the escaped key
QString pointerSegment(const QString &key);

} // namespace tenken
