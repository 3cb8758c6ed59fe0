#include "storage/row_text.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tenken {

QString uuidText(const QUuid &uuid) { return uuid.toString(QUuid::WithoutBraces); }

QString listText(const QStringList &list)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact));
}

QStringList listFrom(const QString &text)
{
    QStringList list;
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const auto &value : array) {
        list.append(value.toString());
    }
    return list;
}

} // namespace tenken
