#include "exchange/canonical_json.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace tenken {

namespace {

using namespace Qt::StringLiterals;

QByteArray escaped(char c)
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
        return "\\u00" + QByteArray(1, c).toHex();
    }
}

/// Printable ASCII without escapes, as keys, codes and hashes are. False, and nothing written, otherwise
bool appendPlain(QStringView text, QByteArray &out)
{
    const qsizetype before = out.size();
    out.resize(before + text.size());
    char *to = out.data() + before;
    for (const QChar c : text) {
        if (c < u' ' || c > u'~' || c == u'"' || c == u'\\') {
            out.truncate(before);
            return false;
        }
        *to++ = static_cast<char>(c.unicode());
    }
    return true;
}

void appendEscaped(QStringView text, QByteArray &out)
{
    const QByteArray bytes = text.toUtf8();
    qsizetype from = 0; // what needs no escape is copied in one piece
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes.at(i);
        if (c != '"' && c != '\\' && static_cast<uchar>(c) >= 0x20)
            continue;
        out.append(bytes.constData() + from, i - from);
        out += escaped(c);
        from = i + 1;
    }
    out.append(bytes.constData() + from, bytes.size() - from);
}

void writeString(QStringView text, QByteArray &out)
{
    out += '"';
    if (!appendPlain(text, out))
        appendEscaped(text, out);
    out += '"';
}

/// By code units, as RFC 8785 wants it
bool isBefore(QStringView a, QStringView b)
{
    return std::lexicographical_compare(a.utf16(), a.utf16() + a.size(), b.utf16(), b.utf16() + b.size());
}

void write(const QJsonValue &value, QByteArray &out);

void writeObject(const QJsonObject &object, QByteArray &out)
{
    QStringList keys = object.keys();
    std::sort(keys.begin(), keys.end(), isBefore); // whatever order QJsonObject keeps
    CanonicalObject members(out);
    for (const QString &key : std::as_const(keys))
        members.value(key, object.value(key));
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

/// As canonicalJson(toQJson(value, without)) writes it
void write(const JsonValue &value, const QStringList &without, QByteArray &out)
{
    switch (value.kind) {
    case JsonValue::Kind::Null:
        out += "null";
        return;
    case JsonValue::Kind::Boolean:
        out += value.boolean ? "true" : "false";
        return;
    case JsonValue::Kind::Number:
        out += QByteArray::number(value.integer() ? *value.integer() : QJsonValue(value.text.toDouble()).toInteger());
        return;
    case JsonValue::Kind::String:
        writeString(value.text, out);
        return;
    case JsonValue::Kind::Array:
        out += '[';
        for (const JsonValue &element : value.children) {
            if (&element != value.children.data())
                out += ',';
            write(element, without, out);
        }
        out += ']';
        return;
    case JsonValue::Kind::Object:
        break;
    }
    std::vector<const JsonValue *> members;
    for (const JsonValue &member : value.children) {
        if (!without.contains(member.key))
            members.push_back(&member);
    }
    std::sort(members.begin(), members.end(),
              [](const JsonValue *a, const JsonValue *b) { return isBefore(a->key, b->key); });
    CanonicalObject object(out);
    for (const JsonValue *member : members)
        write(*member, without, object.member(member->key));
}

} // namespace

void CanonicalObject::string(QStringView name, QStringView text) { writeString(text, member(name)); }

void CanonicalObject::textOrNull(QStringView name, QStringView text)
{
    if (text.isEmpty())
        member(name) += "null";
    else
        string(name, text);
}

void CanonicalObject::number(QStringView name, qint64 number) { member(name) += QByteArray::number(number); }

void CanonicalObject::value(QStringView name, const QJsonValue &value) { write(value, member(name)); }

QByteArray &CanonicalObject::member(QStringView name)
{
    Q_ASSERT(m_isEmpty || isBefore(m_last, name));
    if (!m_isEmpty)
        m_out += ',';
    m_isEmpty = false;
    m_last = name;
    writeString(name, m_out);
    m_out += ':';
    return m_out;
}

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
