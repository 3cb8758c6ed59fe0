#include "exchange/submission_json.h"

#include "core/clock.h"
#include "exchange/canonical_forms.h"
#include "exchange/canonical_json.h"

#include <QJsonArray>
#include <QJsonObject>

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

// The items are nearly all of it: written without a tree. Members stand in the order of their names.

void write(const QList<Evidence> &list, QByteArray &out)
{
    out += '[';
    for (const Evidence &evidence : list) {
        if (&evidence != list.constData())
            out += ',';
        CanonicalObject object(out);
        object.value(u"date", dateOrNull(evidence.date));
        object.textOrNull(u"document", evidence.document);
        object.textOrNull(u"number", evidence.number);
        object.textOrNull(u"place", evidence.place);
        object.textOrNull(u"sha256", evidence.sha256);
    }
    out += ']';
}

void write(const Plan &plan, QByteArray &out)
{
    if (plan.isEmpty()) {
        out += "null";
        return;
    }
    CanonicalObject object(out);
    object.value(u"due", dateOrNull(plan.due));
    object.textOrNull(u"interim", plan.interim);
    object.textOrNull(u"measure", plan.measure);
    object.textOrNull(u"owner", plan.owner);
}

void write(const SubmittedItem &item, QByteArray &out)
{
    const Answer &answer = item.answer;
    CanonicalObject object(out);
    object.textOrNull(u"answer", answer.code ? toCode(*answer.code) : QString());
    object.textOrNull(u"answeredAt", toIso(answer.answeredAt));
    object.textOrNull(u"cause", answer.cause ? toCode(*answer.cause) : QString());
    object.textOrNull(u"comment", answer.comment);
    write(answer.evidence, object.member(u"evidence"));
    object.string(u"fingerprint", item.fingerprint);
    object.string(u"id", item.id);
    object.textOrNull(u"opinion", answer.opinion);
    write(answer.plan, object.member(u"plan"));
    object.value(u"question", item.question ? QJsonValue(*item.question) : QJsonValue());
    object.textOrNull(u"reason", answer.reason);
    object.number(u"revision", item.revision);
}

void write(const QList<SubmittedItem> &items, QByteArray &out)
{
    out += '[';
    for (const SubmittedItem &item : items) {
        if (&item != items.constData())
            out += ',';
        write(item, out);
    }
    out += ']';
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
    QByteArray out;
    {
        CanonicalObject object(out);
        object.value(u"checklist",
                     QJsonObject{{u"id"_s, submission.checklist},
                                 {u"edition"_s, submission.edition},
                                 {u"fingerprint"_s, submission.checklistFingerprint}});
        object.value(u"department", toJson(submission.department));
        object.value(u"exportedAt", timeOrNull(submission.exportedAt));
        object.string(u"format", u"tenken.submission/1");
        object.value(u"generator", toJson(Generator{submission.generatorName, submission.generatorVersion}));
        object.value(u"hiddenByProfile", QJsonArray::fromStringList(submission.hiddenByProfile));
        object.value(u"id", uuidOrNull(submission.id));
        object.value(u"inspection", uuidOrNull(submission.inspection));
        object.value(u"inspectionDate", dateOrNull(submission.inspectionDate));
        object.value(u"inspector", toJson(submission.inspector));
        write(submission.items, object.member(u"items"));
        object.value(u"policy",
                     QJsonObject{{u"id"_s, submission.policy}, {u"fingerprint"_s, submission.policyFingerprint}});
        object.value(u"profile", toJson(submission.profile));
        object.number(u"revision", submission.revision);
        object.value(
            u"round",
            QJsonObject{{u"fiscalYear"_s, submission.fiscalYear.startYear()}, {u"number"_s, submission.round}});
        object.value(u"staffTally", toJson(submission.staffTally));
        object.value(u"subject", toJson(submission.subject));
        object.value(u"supersedes", uuidOrNull(submission.supersedes));
    }
    return out;
}

} // namespace tenken
