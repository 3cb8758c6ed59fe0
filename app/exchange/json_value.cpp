#include "exchange/json_value.h"

namespace tenken {

using namespace Qt::StringLiterals;

const JsonValue *JsonValue::member(QStringView name) const
{
    if (kind != Kind::Object)
        return nullptr;
    for (const JsonValue &child : children) {
        if (child.key == name)
            return &child;
    }
    return nullptr;
}

std::optional<qint64> JsonValue::integer() const
{
    if (kind != Kind::Number)
        return std::nullopt;
    bool fits = false;
    const qint64 number = text.toLongLong(&fits); // refuses fractions and exponents
    return fits ? std::optional(number) : std::nullopt;
}

QString typeName(JsonValue::Kind kind)
{
    switch (kind) {
    case JsonValue::Kind::Null:
        return u"null"_s;
    case JsonValue::Kind::Boolean:
        return u"boolean"_s;
    case JsonValue::Kind::Number:
        return u"number"_s;
    case JsonValue::Kind::String:
        return u"string"_s;
    case JsonValue::Kind::Array:
        return u"array"_s;
    case JsonValue::Kind::Object:
        return u"object"_s;
    }
    return {};
}

QString pointerSegment(const QString &key)
{
    QString escaped = key;
    escaped.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
    return u'/' + escaped;
}

QString pointerTo(const JsonValue &root, const JsonValue &target)
{
    QString pointer;
    const JsonValue *node = &root;
    while (node != &target) {
        // Values lie in the file in the order of the tree: the last child that begins no later holds the target.
        size_t index = node->children.size();
        while (index > 0 && node->children[index - 1].at > target.at)
            --index;
        if (index == 0)
            return pointer;
        --index;
        const bool isObject = node->kind == JsonValue::Kind::Object;
        node = &node->children[index];
        pointer += isObject ? pointerSegment(node->key) : u'/' + QString::number(index);
    }
    return pointer;
}

} // namespace tenken
