#pragma once

#include "support/places.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QSet>

#include <functional>

/// The division's figures counted again from submission.json and the checklists' own files: nothing of the program's
/// reading, comparing or scoring is used.
namespace tenken::by_hand {

inline QHash<QString, QJsonObject> itemsOf(const QString &edition)
{
    const QDir folder(support::sourcePath("checklists/kumamoto-2023"));
    QHash<QString, QJsonObject> items;
    for (const QString &name : folder.entryList({QStringLiteral("KC-B*.json")})) {
        QFile file(folder.filePath(name));
        const QJsonObject content =
            file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
        if (content[u"edition"].toString() == edition) {
            for (const QJsonValue &item : content[u"items"].toArray()) {
                items.insert(item[u"id"].toString(), item.toObject());
            }
        }
    }
    return items;
}

/// Same or only reworded between the two editions
inline bool isComparable(const QString &item, const QHash<QString, QJsonObject> &older,
                         const QHash<QString, QJsonObject> &newer)
{
    if (!older.contains(item) || !newer.contains(item)) {
        return false;
    }
    const int from = older[item][u"revision"].toInt();
    for (const QJsonValue &step : newer[item][u"history"].toArray()) {
        if (step[u"revision"].toInt() > from && step[u"change"].toString() == u"criteria-changed") {
            return false;
        }
    }
    return true;
}

inline QMap<QString, QString> answersOf(const QJsonObject &submission)
{
    QMap<QString, QString> answers;
    for (const QJsonValue &item : submission[u"items"].toArray()) {
        answers.insert(item[u"id"].toString(), item[u"answer"].toString());
    }
    return answers;
}

struct Share {
    int yes = 0;
    int n = 0; ///< ○ △ × ？
    void add(const QString &code)
    {
        yes += code == u"YES" ? 1 : 0;
        n += code == u"YES" || code == u"PARTIAL" || code == u"NO" || code == u"UNKNOWN" ? 1 : 0;
    }
    friend bool operator==(const Share &, const Share &) = default;
};

inline Share shareOf(const QList<QJsonObject> &submissions, const std::function<bool(const QString &)> &isMeant)
{
    Share share;
    for (const QJsonObject &submission : submissions) {
        const QMap<QString, QString> answers = answersOf(submission);
        for (auto answer = answers.constBegin(); answer != answers.constEnd(); ++answer) {
            if (isMeant(answer.key())) {
                share.add(*answer);
            }
        }
    }
    return share;
}

/// ★ answered × or ？, with how many departments
inline std::pair<int, int> redFlags(const QList<QJsonObject> &submissions, const QHash<QString, QJsonObject> &items)
{
    int flags = 0;
    QSet<QString> departments;
    for (const QJsonObject &submission : submissions) {
        const QMap<QString, QString> answers = answersOf(submission);
        for (auto answer = answers.constBegin(); answer != answers.constEnd(); ++answer) {
            if (items[answer.key()][u"critical"].toBool() && (*answer == u"NO" || *answer == u"UNKNOWN")) {
                ++flags;
                departments << submission[u"department"][u"code"].toString();
            }
        }
    }
    return {flags, static_cast<int>(departments.size())};
}

} // namespace tenken::by_hand
