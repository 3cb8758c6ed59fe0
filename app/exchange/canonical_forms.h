#pragma once

#include "core/department.h"
#include "core/inspection.h"
#include "exchange/json_fields.h"

#include <QJsonObject>
#include <QJsonValue>

namespace tenken {

// Parts that several signed documents share, in both directions.

/// null for an empty text
QJsonValue textOrNull(const QString &text);
QJsonValue dateOrNull(const QDate &date);
QJsonValue timeOrNull(const QDateTime &time);
/// null for a null uuid
QJsonValue uuidOrNull(const QUuid &uuid);

QJsonObject toJson(const Subject &subject);
Subject subjectFrom(const JsonNode &node);
QJsonObject toJson(const Department &department);
Department departmentFrom(const JsonNode &node);
QJsonObject toJson(const Author &author);
Author authorFrom(const JsonNode &node);

/// {"name","version"} of the program that wrote the document
struct Generator {
    QString name;
    QString version;
};
QJsonObject toJson(const Generator &generator);
Generator generatorFrom(const JsonNode &node);

/// The place where the bytes stop being what we would have written; nothing when they are the same
std::optional<Diagnostic> firstDifference(const QByteArray &bytes, const QByteArray &canonical, const QString &file);

} // namespace tenken
