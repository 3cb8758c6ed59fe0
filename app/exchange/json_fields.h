#pragma once

#include "core/diagnostic.h"
#include "exchange/json_value.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QUuid>

namespace tenken {

/// The problems found in one parsed JSON file, at most 200, with path and place of the value that they are about.
class JsonProblems {
public:
    JsonProblems(QString file, const JsonValue &root) : m_file(std::move(file)), m_root(&root) { }
    void add(DiagnosticCode code, const JsonValue &about, QStringList args);
    void addMissingKey(const JsonValue &object, const QString &key);
    void addUnknownKey(const JsonValue &member);
    const QList<Diagnostic> &list() const { return m_list; }
    Diagnostic at(DiagnosticCode code, const JsonValue &about, QStringList args) const;

private:
    void append(Diagnostic problem);
    const QString m_file;
    const JsonValue *m_root;
    QList<Diagnostic> m_list;
};

class JsonFields;

/// 1 to 64 ASCII letters, digits, '.', '_', '-', beginning with a letter, digit or '_': safe in file names and cells
bool isIdentifier(const QString &text);
/// YYYY-MM-DD, empty for what cannot be written so; and back, null for any other text
QString isoDate(const QDate &date);
QDate dateFromIso(QStringView text);

/// One value of a file under a schema. Each accessor gives the value when it is what it should be; otherwise it notes
/// the problem and gives an empty one. An absent node (its key is missing, which is noted already) stays silent.
class JsonNode {
public:
    JsonNode() = default;
    JsonNode(const JsonValue *value, JsonProblems *problems) : m_value(value), m_problems(problems) { }
    bool isAbsent() const { return !m_value; }
    bool isNull() const { return m_value && m_value->kind == JsonValue::Kind::Null; }
    bool isGiven() const { return m_value && !isNull(); }
    bool is(JsonValue::Kind kind) const { return m_value && m_value->kind == kind; }
    const JsonValue *value() const { return m_value; }

    /// Notes missing, unknown keys at once
    JsonFields fields(const QStringList &required, const QStringList &optional = {}) const;
    QList<JsonNode> elements(qsizetype most = 10'000) const;
    QList<JsonNode> members() const; ///< of an object whose keys are free, in the order of the file
    QString text() const; ///< not empty
    QString textOrEmpty() const;
    QString textOrNull() const; ///< null reads as empty; an empty text is a problem
    qint64 integer(qint64 least, qint64 most) const;
    bool boolean() const;
    QString identifier() const; ///< see isIdentifier
    QString oneOf(QStringView spaceSeparated) const;
    QString reference(const QString &kind, const QSet<QString> &known) const;
    QDate date() const; ///< ISO 8601
    QDate dateOrNull() const;
    QDateTime time() const; ///< the form of toIso (core/clock.h)
    QUuid uuid() const; ///< lower case, without braces, not null
    QString sha256() const; ///< lower-case hex
    QStringList texts() const;
    QStringList identifiers() const;
    QStringList references(const QString &kind, const QSet<QString> &known) const;
    QStringList eachOneOf(QStringView spaceSeparated) const;
    void problem(DiagnosticCode code, QStringList args) const;
    /// The problem as it would be noted here, for a check that comes later
    Diagnostic placed(DiagnosticCode code, QStringList args) const;

private:
    bool expect(JsonValue::Kind kind) const;
    void noteUnknownKeys(const QStringList &required, const QStringList &optional) const;
    void noteMissingKeys(const QStringList &required) const;
    QList<JsonNode> children() const;
    template <class Read> QStringList each(Read read) const;
    const JsonValue *m_value = nullptr;
    JsonProblems *m_problems = nullptr;
};

/// The members of one object. It is looked through for each key: objects have few.
class JsonFields {
public:
    JsonNode operator[](QStringView key) const
    {
        return m_object ? JsonNode(m_object->member(key), m_problems) : JsonNode();
    }

private:
    friend class JsonNode;
    const JsonValue *m_object = nullptr; ///< null: it is none
    JsonProblems *m_problems = nullptr;
};

/// Is it "tenken.<kind>/<version>"? Notes UnknownFormat or NewerFormat and gives false otherwise.
bool isFormat(const JsonValue &root, const QString &kind, JsonProblems &problems);

/// Notes the ids that come twice
class UniqueIds {
public:
    void add(const QString &id, const JsonNode &at);
    /// An id that another file holds
    void addElsewhere(const QString &id, const QString &file) { m_places.insert(id, {0, file}); }
    QSet<QString> set() const { return {m_places.keyBegin(), m_places.keyEnd()}; }

private:
    struct Place {
        int line = 0;
        QString file; ///< empty: this one
    };
    QHash<QString, Place> m_places;
};

} // namespace tenken
