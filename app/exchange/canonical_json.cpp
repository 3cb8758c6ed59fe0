#include "exchange/canonical_json.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace tenken {

namespace {

using namespace Qt::StringLiterals;

void writeString(const QString &text, QByteArray &out)
{
    out += '"';
    for (const char c : text.toUtf8()) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\t':
            out += "\\t";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\r':
            out += "\\r";
            break;
        default:
            if (static_cast<uchar>(c) < 0x20)
                out += "\\u00" + QByteArray(1, c).toHex();
            else
                out += c;
        }
    }
    out += '"';
}

void write(const QJsonValue &value, QByteArray &out);

void writeObject(const QJsonObject &object, QByteArray &out)
{
    QStringList keys = object.keys();
    // by code units, whatever order QJsonObject keeps
    std::sort(keys.begin(), keys.end(), [](const QString &a, const QString &b) {
        return std::lexicographical_compare(a.utf16(), a.utf16() + a.size(), b.utf16(), b.utf16() + b.size());
    });
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

} // namespace

QByteArray canonicalJson(const QJsonValue &value)
{
    QByteArray out;
    write(value, out);
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
    return sha256Hex(canonicalJson(toQJson(value, {u"localCriteriaRef"_s, u"history"_s})));
}

} // namespace tenken
