#include "storage/inspection_record.h"

#include "core/clock.h"
#include "storage/row_text.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QStringList strings(const QJsonValue &array)
{
    QStringList list;
    for (const auto &value : array.toArray()) {
        list.append(value.toString());
    }
    return list;
}

/// Nothing when the text is none that we write
std::optional<QJsonObject> objectIn(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

Profile profileFrom(const QJsonObject &object)
{
    Profile profile;
    profile.flags = strings(object.value(u"flags"_s));
    for (const auto &value : object.value(u"removed"_s).toArray()) {
        const QJsonObject removed = value.toObject();
        profile.removed.append({removed.value(u"flag"_s).toString(), removed.value(u"reason"_s).toString()});
    }
    return profile;
}

Author inspectorFrom(const QJsonObject &object)
{
    return {object.value(u"name"_s).toString(), object.value(u"post"_s).toString()};
}

StaffTally tallyFrom(const QJsonObject &object)
{
    StaffTally tally{object.value(u"checklist"_s).toString(),
                     object.value(u"edition"_s).toString(),
                     object.value(u"population"_s).toInt(),
                     object.value(u"respondents"_s).toInt(),
                     {}};
    for (const auto &value : object.value(u"items"_s).toArray()) {
        const QJsonObject row = value.toObject();
        tally.items.append({row.value(u"item"_s).toString(), row.value(u"yes"_s).toInt(),
                            row.value(u"partial"_s).toInt(), row.value(u"no"_s).toInt(),
                            row.value(u"unknown"_s).toInt(), row.value(u"na"_s).toInt()});
    }
    return tally;
}

} // namespace

QString columnOf(const QString &field)
{
    static const QHash<QString, QString> columns{{profileField, u"profile"_s},     {stateField, u"state"_s},
                                                 {inspectorField, u"inspector"_s}, {dateField, u"inspection_date"_s},
                                                 {tallyField, u"staff_tally"_s},   {reasonField, u"return_reason"_s}};
    return columns.value(field);
}

QString profileText(const Profile &profile)
{
    QJsonArray removed;
    for (const RemovedFlag &one : profile.removed) {
        removed.append(QJsonObject{{u"flag"_s, one.flag}, {u"reason"_s, one.reason}});
    }
    return compact({{u"flags"_s, QJsonArray::fromStringList(profile.flags)}, {u"removed"_s, removed}});
}

QString inspectorText(const Author &inspector)
{
    return compact({{u"name"_s, inspector.name}, {u"post"_s, inspector.post}});
}

QString tallyText(const std::optional<StaffTally> &tally)
{
    if (!tally) {
        return u""_s;
    }
    QJsonArray items;
    for (const TallyRow &row : tally->items) {
        items.append(QJsonObject{{u"item"_s, row.item},
                                 {u"yes"_s, row.yes},
                                 {u"partial"_s, row.partial},
                                 {u"no"_s, row.no},
                                 {u"unknown"_s, row.unknown},
                                 {u"na"_s, row.na}});
    }
    return compact({{u"checklist"_s, tally->checklist},
                    {u"edition"_s, tally->edition},
                    {u"population"_s, tally->population},
                    {u"respondents"_s, tally->respondents},
                    {u"items"_s, items}});
}

QString dateText(const QDate &date) { return date.isValid() ? date.toString(Qt::ISODate) : u""_s; }

QString revisionColumns()
{
    return u"inspection, revision, submission, supersedes, state, checklist, edition, checklist_fingerprint, policy, "
           "policy_fingerprint, fiscal_year, round, subject_kind, subject_code, subject_name, department_code, "
           "department_name, department_path, department_body, profile, inspector, inspection_date, staff_tally, "
           "return_reason, started_at, changed_at"_s;
}

QString revisionSelection()
{
    static const QString lastEdit =
        u"(SELECT at FROM history WHERE history.inspection = revisions.inspection AND history.revision = "
        "revisions.revision AND kind <> 'barrier' ORDER BY sequence DESC LIMIT 1)"_s;
    return revisionColumns().replace(u"changed_at"_s,
                                     u"max(changed_at, coalesce(%1, '')) AS changed_at"_s.arg(lastEdit));
}

QVariantList revisionValues(const Inspection &i)
{
    return {uuidText(i.id),
            i.revision,
            uuidText(i.submission),
            i.supersedes.isNull() ? QVariant() : uuidText(i.supersedes),
            toCode(i.state),
            i.checklist,
            i.edition,
            i.checklistFingerprint,
            i.policy,
            i.policyFingerprint,
            i.fiscalYear.startYear(),
            i.round,
            toCode(i.subject.kind),
            i.subject.code,
            i.subject.name,
            i.department.code,
            i.department.name,
            listText(i.department.path),
            toCode(i.department.body),
            profileText(i.profile),
            inspectorText(i.inspector),
            dateText(i.inspectionDate),
            tallyText(i.staffTally),
            i.returnReason,
            toIso(i.startedAt),
            toIso(i.changedAt)};
}

Result<Inspection> revisionFrom(const QSqlQuery &row)
{
    int column = 0;
    const auto text = [&] { return row.value(column++).toString(); };
    const auto number = [&] { return row.value(column++).toInt(); };
    Inspection i;
    i.id = QUuid::fromString(text());
    i.revision = number();
    i.submission = QUuid::fromString(text());
    i.supersedes = QUuid::fromString(text());
    const auto state = inspectionStateFromCode(text());
    i.checklist = text();
    i.edition = text();
    i.checklistFingerprint = text();
    i.policy = text();
    i.policyFingerprint = text();
    i.fiscalYear = FiscalYear(number());
    i.round = number();
    const auto kind = subjectKindFromCode(text());
    i.subject.code = text();
    i.subject.name = text();
    i.department.code = text();
    i.department.name = text();
    i.department.path = listFrom(text());
    const auto body = bodyFromCode(text());
    const auto profile = objectIn(text());
    const auto inspector = objectIn(text());
    const QString date = text();
    const QString tally = text();
    const auto counts = objectIn(tally);
    i.returnReason = text();
    i.startedAt = fromIso(text());
    i.changedAt = fromIso(text());
    i.inspectionDate = QDate::fromString(date, Qt::ISODate);
    if (!state || !kind || !body || i.id.isNull()) {
        return fail(ErrorCode::StoreCorrupt, uuidText(i.id), u"unknown code in a revision"_s);
    }
    if (!profile || !inspector || date.isEmpty() == i.inspectionDate.isValid()
        || tally.isEmpty() == counts.has_value()) {
        return fail(ErrorCode::StoreCorrupt, uuidText(i.id), u"unknown text in a revision"_s);
    }
    i.profile = profileFrom(*profile);
    i.inspector = inspectorFrom(*inspector);
    i.staffTally = counts ? std::optional(tallyFrom(*counts)) : std::nullopt;
    i.state = *state;
    i.subject.kind = *kind;
    i.department.body = *body;
    return i;
}

} // namespace tenken
