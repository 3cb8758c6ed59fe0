#include "storage/answer_record.h"

#include "core/text_fold.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

QString isoDate(const QDate &date) { return date.isValid() ? date.toString(Qt::ISODate) : u""_s; }

void put(QJsonObject &object, const QString &key, const QString &text)
{
    if (!text.isEmpty()) {
        object.insert(key, text);
    }
}

QString evidenceText(const QList<Evidence> &evidence)
{
    QJsonArray array;
    for (const Evidence &one : evidence) {
        QJsonObject object;
        put(object, u"document"_s, one.document);
        put(object, u"number"_s, one.number);
        put(object, u"date"_s, isoDate(one.date));
        put(object, u"place"_s, one.place);
        put(object, u"sha256"_s, one.sha256);
        array.append(object);
    }
    return array.isEmpty() ? u""_s : QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QString planText(const Plan &plan)
{
    QJsonObject object;
    put(object, u"measure"_s, plan.measure);
    put(object, u"owner"_s, plan.owner);
    put(object, u"due"_s, isoDate(plan.due));
    put(object, u"interim"_s, plan.interim);
    return object.isEmpty() ? u""_s : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QDate dateIn(const QJsonObject &object, const QString &key)
{
    return QDate::fromString(object.value(key).toString(), Qt::ISODate);
}

QList<Evidence> evidenceFrom(const QJsonArray &array)
{
    QList<Evidence> evidence;
    for (const auto &value : array) {
        const QJsonObject object = value.toObject();
        evidence.append({object.value(u"document"_s).toString(), object.value(u"number"_s).toString(),
                         dateIn(object, u"date"_s), object.value(u"place"_s).toString(),
                         object.value(u"sha256"_s).toString()});
    }
    return evidence;
}

Plan planFrom(const QJsonObject &object)
{
    return {object.value(u"measure"_s).toString(), object.value(u"owner"_s).toString(), dateIn(object, u"due"_s),
            object.value(u"interim"_s).toString()};
}

} // namespace

const QStringList &answerFields()
{
    static const QStringList fields{u"answer"_s,  u"comment"_s,  u"reason"_s, u"cause"_s,
                                    u"opinion"_s, u"evidence"_s, u"plan"_s,   u"flag"_s};
    return fields;
}

QStringList answerTexts(const Answer &answer)
{
    return {answer.code ? toCode(*answer.code) : u""_s,
            answer.comment,
            answer.reason,
            answer.cause ? toCode(*answer.cause) : u""_s,
            answer.opinion,
            evidenceText(answer.evidence),
            planText(answer.plan),
            answer.flagged ? u"1"_s : u""_s};
}

Result<Answer> answerFromTexts(const QStringList &texts, const QDateTime &answeredAt)
{
    Answer answer;
    answer.code = answerFromCode(texts.at(0));
    answer.comment = texts.at(1);
    answer.reason = texts.at(2);
    answer.cause = causeFromCode(texts.at(3));
    answer.opinion = texts.at(4);
    const QJsonDocument evidence = QJsonDocument::fromJson(texts.at(5).toUtf8());
    const QJsonDocument plan = QJsonDocument::fromJson(texts.at(6).toUtf8());
    answer.evidence = evidenceFrom(evidence.array());
    answer.plan = planFrom(plan.object());
    answer.flagged = !texts.at(7).isEmpty();
    answer.answeredAt = answeredAt;
    const bool understood = texts.at(0).isEmpty() != answer.code.has_value()
        && texts.at(3).isEmpty() != answer.cause.has_value() && texts.at(5).isEmpty() != evidence.isArray()
        && texts.at(6).isEmpty() != plan.isObject();
    if (!understood) {
        return fail(ErrorCode::StoreCorrupt, {}, u"answer: "_s + texts.join(u" | "_s));
    }
    return answer;
}

Status checkAnswer(const QString &item, const Answer &answer)
{
    QStringList texts{item,
                      answer.comment,
                      answer.reason,
                      answer.opinion,
                      answer.plan.measure,
                      answer.plan.owner,
                      answer.plan.interim};
    for (const Evidence &one : answer.evidence) {
        texts << one.document << one.number << one.place << one.sha256;
    }
    return item.isEmpty() ? fail(ErrorCode::InvalidValue, item) : checkTexts(item, texts);
}

Status checkTexts(const QString &subject, const QStringList &texts)
{
    for (const QString &text : texts) {
        if (hasForbiddenCharacter(text)) {
            return fail(ErrorCode::InvalidValue, subject, u"control character or lone surrogate"_s);
        }
    }
    return {};
}

} // namespace tenken
