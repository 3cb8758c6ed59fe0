#pragma once

#include "core/diagnostic.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

namespace tenken::fixture {

/// A small policy: two clauses, two obligations, one flag of each kind of subject
inline QJsonObject policy()
{
    return QJsonDocument::fromJson(R"json({
"format":"tenken.policy/1","id":"T-POL","title":{"ja":"基本方針","en":"Policy"},"effective":"2023-08-23",
"established":"2007-01-17","owner":"情報政策課","note":null,
"clauses":[{"key":"6(1)","title":{"ja":"組織体制"},"text":"体制を確立する。"},
           {"key":"7","title":{"ja":"監査"},"text":"監査を行う。"}],
"obligations":[{"id":"T-61","clause":"6(1)","excerpt":"体制","name":{"ja":"体制"},"threats":["3(2)"],"assets":["4(2)"],"zones":["any"]},
               {"id":"T-7","clause":"7","excerpt":"監査","name":{"ja":"監査"},"threats":[],"assets":[],"zones":["MN"]}],
"threats":[{"code":"3(2)","name":{"ja":"規定違反"}}],
"assets":[{"code":"4(2)","name":{"ja":"文書"}}],
"zones":[{"code":"MN","name":{"ja":"マイナンバー利用事務系"}}],
"bodies":[{"code":"mayor","name":{"ja":"市長部局"}}],
"guidelineAreas":[{"code":"1","name":{"ja":"組織体制"}}],
"flags":[{"code":"sns","name":{"ja":"SNS"},"question":{"ja":"使いますか。"},"appliesTo":["section","person"]},
         {"code":"cloud","name":{"ja":"クラウド"},"question":{"ja":"使いますか。"},"appliesTo":["system"]}],
"scales":[{"code":"IMPL4","answers":[{"code":"YES","symbol":"○","label":{"ja":"実施"}}]}],
"dueDays":[{"severity":"high","interim":7,"complete":90}]})json")
        .object();
}

inline QJsonObject item(const QString &id)
{
    QJsonObject object = QJsonDocument::fromJson(R"json({
"revision":1,"title":{"ja":"担当者","en":"Person"},"clause":"6(1)","clauses":["6(1)","7"],"obligations":["T-61","T-7"],
"basis":"interpretive","guidelineArea":"1","threats":["3(2)"],"assets":["4(2)"],"zones":["any"],
"question":{"ja":"決めていますか。","en":"Designated?"},"guidance":{"ja":"体制表を見ます。"},
"criteria":{"YES":"決めている","PARTIAL":"一部","NO":"決めていない"},"na":null,"appliesWhen":{"allOf":["sns"]},
"bodies":["mayor"],"phase":"design","weight":2,"severity":"medium","critical":false,
"require":{"comment":["NO"],"evidence":["YES"],"plan":["NO"]},"evidenceExamples":["体制表"],"remediation":"決めてください。",
"audit":{"methods":["inquiry"],"procedure":"質問する。"},"tier":"core","auditTests":["E-1"],"localCriteriaRef":null,
"thresholds":[{"text":"8 割","meaning":"下限"}]})json")
                             .object();
    object.insert(QStringLiteral("id"), id);
    return object;
}

/// Two items; the second has a revision 2 with its history
inline QJsonObject checklist()
{
    QJsonObject object = QJsonDocument::fromJson(R"json({
"format":"tenken.checklist/1","id":"T-B","edition":"2026.1","supersedes":"2025.1","policy":"T-POL",
"title":{"ja":"点検票","en":"Checklist"},"subject":"section","respondent":"担当者","approvalRoute":"課長",
"approval":"required","scale":"IMPL4","preamble":["今年度について答えます。"],
"withdrawn":[{"id":"B-9","lastEdition":"2025.1","reason":"統合"}]})json")
                             .object();
    QJsonObject second = item(QStringLiteral("B-2"));
    second.insert(QStringLiteral("revision"), 2);
    second.insert(QStringLiteral("appliesWhen"), QJsonObject{{QStringLiteral("always"), true}});
    second.insert(
        QStringLiteral("history"),
        QJsonDocument::fromJson(R"json([{"revision":2,"edition":"2026.1","change":"reworded","note":"平易に"}])json")
            .array());
    object.insert(QStringLiteral("items"), QJsonArray{item(QStringLiteral("B-1")), second});
    return object;
}

inline QJsonObject auditChecklist()
{
    return QJsonDocument::fromJson(R"json({
"format":"tenken.checklist/1","id":"T-E","edition":"2026.1","supersedes":null,"policy":"T-POL",
"title":{"ja":"監査","en":"Audit"},"subject":"audit","respondent":"監査人","approvalRoute":"監査責任者",
"approval":"none","scale":"AUDIT","preamble":[],"withdrawn":[],
"tests":[{"id":"E-1","revision":1,"title":{"ja":"体制"},"clause":"6(1)","clauses":["6(1)"],"obligations":["T-61","T-7"],
"basis":"explicit","guidelineArea":null,"threats":["3(2)"],"assets":["4(2)"],"zones":["MN"],"auditSubject":"city",
"point":{"ja":"確立されているか。"},"phase":"improvement","methods":["inspection"],"steps":["照合する"],
"evidenceExamples":["体制図"],"sampling":"全数","gradingExamples":{"MAJOR":"ない","MINOR":"古い","OBSERVATION":"代行者"},
"relatedItems":["B-1","B-2"],"approval":"auditManager","localCriteriaRef":null}]})json")
        .object();
}

inline QByteArray pretty(const QJsonValue &value) { return QJsonDocument(value.toObject()).toJson(); }

/// The document with the value at a JSON pointer replaced (or added); an undefined value removes it
inline QJsonValue replaced(const QJsonValue &document, const QString &pointer, const QJsonValue &value)
{
    if (pointer.isEmpty())
        return value;
    const qsizetype end = pointer.indexOf(u'/', 1);
    const QString rest = end < 0 ? QString() : pointer.mid(end);
    QString key = pointer.mid(1, end < 0 ? -1 : end - 1);
    key.replace(QStringLiteral("~1"), QStringLiteral("/")).replace(QStringLiteral("~0"), QStringLiteral("~"));
    if (document.isArray()) {
        QJsonArray array = document.toArray();
        const qsizetype index = key.toInt();
        const QJsonValue inner = replaced(array.at(index), rest, value);
        if (inner.isUndefined())
            array.removeAt(index);
        else
            array.replace(index, inner);
        return array;
    }
    QJsonObject object = document.toObject();
    const QJsonValue inner = replaced(object.value(key), rest, value);
    if (inner.isUndefined())
        object.remove(key);
    else
        object.insert(key, inner);
    return object;
}

struct Place {
    int line = 0;
    int column = 0;
};

struct Broken {
    QByteArray bytes;
    Place at; ///< where the new value begins
};

/// Replaces the value at pointer by raw JSON text and says where that text begins. The place is found by a marker in
/// the text, not by any parser.
inline Broken withText(const QJsonObject &document, const QString &pointer, const QByteArray &text)
{
    static const QByteArray marker = "\"@@here@@\"";
    QByteArray bytes = pretty(replaced(document, pointer, QStringLiteral("@@here@@")));
    if (pointer.isEmpty())
        return {text, {1, 1}};
    const qsizetype at = bytes.indexOf(marker);
    const QByteArray before = bytes.left(at);
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    const Place place{static_cast<int>(before.count('\n')) + 1,
                      static_cast<int>(QString::fromUtf8(before.mid(lineStart)).toUcs4().size()) + 1};
    return {bytes.replace(marker, text), place};
}

/// Pointers of all values below (and with) this one
inline QStringList pointers(const QJsonValue &value, const QString &at = {})
{
    QStringList list{at};
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        list += pointers(*member, at + u'/' + member.key());
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
        list += pointers(array.at(i), at + u'/' + QString::number(i));
    return list;
}

/// Of T-B: one change to its items, and an item of the city's own
inline QJsonObject overlay(const QJsonObject &change)
{
    return {{QStringLiteral("format"), QStringLiteral("tenken.overlay/1")},
            {QStringLiteral("checklist"), QStringLiteral("T-B")},
            {QStringLiteral("edition"), QStringLiteral("2026.1")},
            {QStringLiteral("changes"), QJsonArray{change}},
            {QStringLiteral("items"), QJsonArray{item(QStringLiteral("L-1"))}}};
}

inline QJsonValue valueAt(const QJsonValue &document, const QString &pointer)
{
    QJsonValue value = document;
    const QStringList keys = pointer.split(u'/').mid(1);
    for (const QString &key : keys)
        value = value.isArray() ? value.toArray().at(key.toInt()) : value.toObject().value(key);
    return value;
}

inline QString described(const QList<Diagnostic> &problems)
{
    QStringList lines;
    for (const Diagnostic &problem : problems) {
        lines.append(QStringLiteral("%1:%2:%3 %4 code %5 [%6]")
                         .arg(problem.file)
                         .arg(problem.line)
                         .arg(problem.column)
                         .arg(problem.path)
                         .arg(int(problem.code))
                         .arg(problem.args.join(QStringLiteral(" | "))));
    }
    return lines.join(u'\n');
}

} // namespace tenken::fixture
