#pragma once

#include "support/places.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

/// An overlay for the shipped KC-B 2026.1 whose every confidential text holds the word secret
namespace tenken::support {

inline const QString secret = QStringLiteral("秘匿");
inline const QString ownItem = QStringLiteral("L-6.1-01");
inline const QString changedItem = QStringLiteral("B-6.1-01");

/// A shipped item under an id of the city's own, with the city's own wording
inline QJsonObject ownItemJson()
{
    QFile file(sourcePath("checklists/kumamoto-2023/KC-B.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QJsonObject item = QJsonDocument::fromJson(file.readAll()).object()[u"items"][0].toObject();
    const auto words = [](const QString &text) { return QJsonObject{{QStringLiteral("ja"), secret + text}}; };
    item.insert(QStringLiteral("id"), ownItem);
    item.insert(QStringLiteral("revision"), 1);
    item.remove(QStringLiteral("history"));
    item.insert(QStringLiteral("title"), words(QStringLiteral("の題")));
    item.insert(QStringLiteral("question"), words(QStringLiteral("の設備を点検しましたか。")));
    item.insert(QStringLiteral("guidance"), words(QStringLiteral("の手引きです。")));
    item.insert(QStringLiteral("remediation"), secret + QStringLiteral("の対策をします。"));
    item.insert(QStringLiteral("evidenceExamples"), QJsonArray{secret + QStringLiteral("の台帳")});
    item.insert(QStringLiteral("localCriteriaRef"), secret + QStringLiteral("基準 第5条"));
    QJsonObject criteria;
    for (const char *code : {"YES", "PARTIAL", "NO"}) {
        criteria.insert(QString::fromLatin1(code), secret + QStringLiteral("の目安"));
    }
    item.insert(QStringLiteral("criteria"), criteria);
    return item;
}

inline QByteArray overlayFile()
{
    const QJsonObject change{
        {QStringLiteral("id"), changedItem},
        {QStringLiteral("question"), secret + QStringLiteral("の様式で体制を示していますか。")},
        {QStringLiteral("guidance"), secret + QStringLiteral("の様式を見ます。")},
        {QStringLiteral("weight"), 3},
        {QStringLiteral("criteria"), QJsonObject{{QStringLiteral("PARTIAL"), secret + QStringLiteral("の9割")}}},
        {QStringLiteral("localCriteriaRef"), secret + QStringLiteral("基準 第4条")}};
    return QJsonDocument(QJsonObject{{QStringLiteral("format"), QStringLiteral("tenken.overlay/1")},
                                     {QStringLiteral("checklist"), QStringLiteral("KC-B")},
                                     {QStringLiteral("edition"), QStringLiteral("2026.1")},
                                     {QStringLiteral("changes"), QJsonArray{change}},
                                     {QStringLiteral("items"), QJsonArray{ownItemJson()}}})
        .toJson();
}

} // namespace tenken::support
