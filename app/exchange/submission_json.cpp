#include "exchange/submission_json.h"

#include "exchange/canonical_forms.h"
#include "exchange/canonical_json.h"

#include <QJsonArray>
#include <QJsonObject>

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

QJsonArray toJson(const QList<Evidence> &list)
{
    QJsonArray array;
    for (const Evidence &evidence : list) {
        array.append(QJsonObject{{u"document"_s, textOrNull(evidence.document)},
                                 {u"number"_s, textOrNull(evidence.number)},
                                 {u"date"_s, dateOrNull(evidence.date)},
                                 {u"place"_s, textOrNull(evidence.place)},
                                 {u"sha256"_s, textOrNull(evidence.sha256)}});
    }
    return array;
}

QJsonValue toJson(const Plan &plan)
{
    if (plan.isEmpty())
        return {};
    return QJsonObject{{u"measure"_s, textOrNull(plan.measure)},
                       {u"owner"_s, textOrNull(plan.owner)},
                       {u"due"_s, dateOrNull(plan.due)},
                       {u"interim"_s, textOrNull(plan.interim)}};
}

QJsonObject toJson(const SubmittedItem &item)
{
    const Answer &answer = item.answer;
    return {{u"id"_s, item.id},
            {u"revision"_s, item.revision},
            {u"fingerprint"_s, item.fingerprint},
            {u"question"_s, item.question ? QJsonValue(*item.question) : QJsonValue()},
            {u"answer"_s, answer.code ? QJsonValue(toCode(*answer.code)) : QJsonValue()},
            {u"comment"_s, textOrNull(answer.comment)},
            {u"reason"_s, textOrNull(answer.reason)},
            {u"cause"_s, answer.cause ? QJsonValue(toCode(*answer.cause)) : QJsonValue()},
            {u"opinion"_s, textOrNull(answer.opinion)},
            {u"evidence"_s, toJson(answer.evidence)},
            {u"plan"_s, toJson(answer.plan)},
            {u"answeredAt"_s, timeOrNull(answer.answeredAt)}};
}

QJsonArray toJson(const QList<SubmittedItem> &items)
{
    QJsonArray array;
    for (const SubmittedItem &item : items)
        array.append(toJson(item));
    return array;
}

QJsonObject toJson(const Profile &profile)
{
    QJsonArray removed;
    for (const RemovedFlag &flag : profile.removed)
        removed.append(QJsonObject{{u"flag"_s, flag.flag}, {u"reason"_s, textOrNull(flag.reason)}});
    return {{u"flags"_s, QJsonArray::fromStringList(profile.flags)}, {u"removed"_s, removed}};
}

QJsonValue toJson(const std::optional<StaffTally> &tally)
{
    if (!tally)
        return {};
    QJsonArray items;
    for (const TallyRow &row : tally->items) {
        items.append(QJsonObject{{u"id"_s, row.item},
                                 {u"yes"_s, row.yes},
                                 {u"partial"_s, row.partial},
                                 {u"no"_s, row.no},
                                 {u"unknown"_s, row.unknown},
                                 {u"na"_s, row.na}});
    }
    return QJsonObject{{u"checklist"_s, tally->checklist},
                       {u"edition"_s, tally->edition},
                       {u"population"_s, tally->population},
                       {u"respondents"_s, tally->respondents},
                       {u"items"_s, items}};
}

} // namespace

QByteArray writeSubmission(const Submission &submission)
{
    const QJsonObject object{
        {u"format"_s, u"tenken.submission/1"_s},
        {u"id"_s, uuidOrNull(submission.id)},
        {u"inspection"_s, uuidOrNull(submission.inspection)},
        {u"revision"_s, submission.revision},
        {u"supersedes"_s, uuidOrNull(submission.supersedes)},
        {u"round"_s,
         QJsonObject{{u"fiscalYear"_s, submission.fiscalYear.startYear()}, {u"number"_s, submission.round}}},
        {u"policy"_s, QJsonObject{{u"id"_s, submission.policy}, {u"fingerprint"_s, submission.policyFingerprint}}},
        {u"checklist"_s,
         QJsonObject{{u"id"_s, submission.checklist},
                     {u"edition"_s, submission.edition},
                     {u"fingerprint"_s, submission.checklistFingerprint}}},
        {u"subject"_s, toJson(submission.subject)},
        {u"department"_s, toJson(submission.department)},
        {u"profile"_s, toJson(submission.profile)},
        {u"inspector"_s, toJson(submission.inspector)},
        {u"inspectionDate"_s, dateOrNull(submission.inspectionDate)},
        {u"exportedAt"_s, timeOrNull(submission.exportedAt)},
        {u"items"_s, toJson(submission.items)},
        {u"hiddenByProfile"_s, QJsonArray::fromStringList(submission.hiddenByProfile)},
        {u"staffTally"_s, toJson(submission.staffTally)},
        {u"generator"_s, toJson(Generator{submission.generatorName, submission.generatorVersion})},
    };
    return canonicalJson(object);
}

} // namespace tenken
