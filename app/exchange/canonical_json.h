#pragma once

#include "exchange/json_value.h"

#include <QByteArray>
#include <QJsonValue>
#include <QStringList>

namespace tenken {

/// RFC 8785 for the JSON that Tenken signs: objects, arrays, strings, integers of at most 53 bits, booleans, null.
/// Keys by UTF-16 code units, shortest escapes, no white space.
QByteArray canonicalJson(const QJsonValue &value);

/// One object in that form, written member by member in the order of the names: for what is written and compared a
/// thousand times, where a tree of QJsonValue costs more than the text.
class CanonicalObject {
public:
    explicit CanonicalObject(QByteArray &out) : m_out(out) { m_out += '{'; }
    ~CanonicalObject() { m_out += '}'; }
    CanonicalObject(const CanonicalObject &) = delete;
    CanonicalObject &operator=(const CanonicalObject &) = delete;
    void string(QStringView name, QStringView text);
    void textOrNull(QStringView name, QStringView text); ///< null for an empty text
    void number(QStringView name, qint64 number);
    void value(QStringView name, const QJsonValue &value);
    /// For a value that the caller appends
    QByteArray &member(QStringView name);

private:
    QByteArray &m_out;
    bool m_isEmpty = true;
    QStringView m_last; ///< name of the member before
};

/// What was read in that form, without the members of these names at any depth; builds no other tree
QByteArray canonicalJson(const JsonValue &value, const QStringList &without = {});

/// The same tree without the members of these names, at any depth
QJsonValue toQJson(const JsonValue &value, const QStringList &without = {});

/// Lower-case hex
QString sha256Hex(const QByteArray &bytes);

/// SHA-256 of the canonical form without localCriteriaRef (it never leaves the city) and history
QString fingerprintOf(const JsonValue &value);

} // namespace tenken
