#pragma once

#include "core/registry_entry.h"
#include "core/result.h"
#include "storage/registry_repository.h"

#include <QSqlQuery>
#include <QVariantList>

namespace tenken {

/// Columns of the table of submissions up to file_name, and whether it is the latest; select them FROM submissions.
QString entryColumns();
int entryColumnCount();
/// A row that starts with entryColumns(); StoreCorrupt when a code in it is unknown
Result<RegistryEntry> entryFrom(const QSqlQuery &row);
/// Condition (without WHERE) on submissions, and its values
struct SqlCondition {
    QString text;
    QVariantList values;
};
SqlCondition conditionOf(const RegistryFilter &filter);

QString signatureColumns();
QVariantList signatureValues(const SignatureFinding &signature);
/// A row that starts with signatureColumns()
SignatureFinding signatureFrom(const QSqlQuery &row);

QString warningsText(const QList<Warning> &warnings);
QList<Warning> warningsFrom(const QString &text);

} // namespace tenken
