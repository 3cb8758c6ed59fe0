#include "exchange/canonical_json.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <vector>

namespace tenken {

namespace {

using namespace Qt::StringLiterals;

/// What stands for this byte; null when the byte stands for itself
const char *escapeOf(char c)
{
    switch (c) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\b':
        return "\\b";
    case '\t':
        return "\\t";
    case '\n':
        return "\\n";
    case '\f':
        return "\\f";
    case '\r':
        return "\\r";
    default:
        return nullptr;
    }
}

void writeString(const QString &text, QByteArray &out)
{
    const QByteArray utf8 = text.toUtf8();
    const char *plain = utf8.begin(); // what needs no escape is copied as a whole
    out += '"';
    for (const char *at = plain; at != utf8.end(); ++at) {
        const char *escape = escapeOf(*at);
        if (!escape && static_cast<uchar>(*at) >= 0x20)
            continue;
        out.append(plain, at - plain);
        plain = at + 1;
        if (escape)
            out += escape;
        else
            out += "\\u00" + QByteArray(1, *at).toHex();
    }
    out.append(plain, utf8.end() - plain);
    out += '"';
}

bool isBefore(const QString &a, const QString &b)
{
    return std::lexicographical_compare(a.utf16(), a.utf16() + a.size(), b.utf16(), b.utf16() + b.size());
}

void write(const QJsonValue &value, QByteArray &out);

void writeObject(const QJsonObject &object, QByteArray &out)
{
    QStringList keys = object.keys();
    std::sort(keys.begin(), keys.end(), isBefore); // by code units, whatever order QJsonObject keeps
    out += '{';
    for (const QString &key : std::as_const(keys)) {
        if (!out.endsWith('{'))
            out += ',';
        writeString(key, out);
        out += ':';
        write(object.value(key), out);
    }
    out += '}';
}

void writeArray(const QJsonArray &array, QByteArray &out)
{
    out += '[';
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (i > 0)
            out += ',';
        write(array.at(i), out);
    }
    out += ']';
}

void write(const QJsonValue &value, QByteArray &out)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        out += value.toBool() ? "true" : "false";
        return;
    case QJsonValue::Double:
        out += QByteArray::number(value.toInteger());
        return;
    case QJsonValue::String:
        writeString(value.toString(), out);
        return;
    case QJsonValue::Array:
        writeArray(value.toArray(), out);
        return;
    case QJsonValue::Object:
        writeObject(value.toObject(), out);
        return;
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        out += "null";
    }
}

void write(const JsonValue &value, const QStringList &without, QByteArray &out);

void writeMembers(const JsonValue &object, const QStringList &without, QByteArray &out)
{
    std::vector<const JsonValue *> members;
    for (const JsonValue &member : object.children) {
        if (!without.contains(member.key))
            members.push_back(&member);
    }
    std::sort(members.begin(), members.end(),
              [](const JsonValue *a, const JsonValue *b) { return isBefore(a->key, b->key); });
    out += '{';
    for (const JsonValue *member : members) {
        if (member != members.front())
            out += ',';
        writeString(member->key, out);
        out += ':';
        write(*member, without, out);
    }
    out += '}';
}

void writeElements(const JsonValue &array, const QStringList &without, QByteArray &out)
{
    out += '[';
    for (const JsonValue &element : array.children) {
        if (&element != &array.children.front())
            out += ',';
        write(element, without, out);
    }
    out += ']';
}

void write(const JsonValue &value, const QStringList &without, QByteArray &out)
{
    switch (value.kind) {
    case JsonValue::Kind::Object:
        return writeMembers(value, without, out);
    case JsonValue::Kind::Array:
        return writeElements(value, without, out);
    case JsonValue::Kind::String:
        return writeString(value.text, out);
    case JsonValue::Kind::Number:
    case JsonValue::Kind::Boolean:
    case JsonValue::Kind::Null:
        return write(toQJson(value), out);
    }
}

} // namespace

QByteArray canonicalJson(const QJsonValue &value)
{
    QByteArray out;
    write(value, out);
    return out;
}

QByteArray canonicalJson(const JsonValue &value, const QStringList &without)
{
    QByteArray out;
    write(value, without, out);
    return out;
}

QJsonValue toQJson(const JsonValue &value, const QStringList &without)
{
    switch (value.kind) {
    case JsonValue::Kind::Null:
        return QJsonValue(QJsonValue::Null);
    case JsonValue::Kind::Boolean:
        return value.boolean;
    case JsonValue::Kind::Number:
        return value.integer() ? QJsonValue(*value.integer()) : QJsonValue(value.text.toDouble());
    case JsonValue::Kind::String:
        return value.text;
    case JsonValue::Kind::Array: {
        QJsonArray array;
        for (const JsonValue &element : value.children)
            array.append(toQJson(element, without));
        return array;
    }
    case JsonValue::Kind::Object: {
        QJsonObject object;
        for (const JsonValue &member : value.children) {
            if (!without.contains(member.key))
                object.insert(member.key, toQJson(member, without));
        }
        return object;
    }
    }
    return {};
}

QString sha256Hex(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QString fingerprintOf(const JsonValue &value)
{
    return sha256Hex(canonicalJson(value, {u"localCriteriaRef"_s, u"history"_s}));
}

} // namespace tenken
