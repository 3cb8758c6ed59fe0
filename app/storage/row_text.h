#pragma once

#include <QString>
#include <QStringList>
#include <QUuid>

namespace tenken {

/// Text forms of values in columns: 36 characters without braces; a JSON array of strings
QString uuidText(const QUuid &uuid);
QString listText(const QStringList &list);
QStringList listFrom(const QString &text);

} // namespace tenken
