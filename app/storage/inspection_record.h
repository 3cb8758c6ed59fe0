#pragma once

#include "core/inspection.h"
#include "core/result.h"

#include <QSqlQuery>
#include <QVariantList>

namespace tenken {

/// Fields of an inspection that change under way, as the history names them
inline const QString profileField = QStringLiteral("profile");
inline const QString stateField = QStringLiteral("state");
inline const QString inspectorField = QStringLiteral("inspector");
inline const QString dateField = QStringLiteral("date");
inline const QString tallyField = QStringLiteral("tally");
inline const QString reasonField = QStringLiteral("reason"); ///< why it was returned

/// Column of the table of revisions that keeps such a field; empty for any other name
QString columnOf(const QString &field);

QString profileText(const Profile &profile);
QString inspectorText(const Author &inspector);
QString tallyText(const std::optional<StaffTally> &tally);
QString dateText(const QDate &date);

/// Columns of the table of revisions from inspection to changed_at, comma-separated, and a revision's values for them
QString revisionColumns();
QVariantList revisionValues(const Inspection &inspection);
/// The same columns as they are read: changed_at is the later of the row's own and of its last edit in the history
QString revisionSelection();
/// A row that starts with revisionColumns(); without the answers. StoreCorrupt when a code in it is unknown
Result<Inspection> revisionFrom(const QSqlQuery &row);

} // namespace tenken
