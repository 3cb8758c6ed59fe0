#include "exchange/overlay_reader.h"

#include "exchange/canonical_json.h"
#include "exchange/checklist/checklist_file.h"
#include "exchange/json_parser.h"

#include <QJsonObject>

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

QMap<AnswerCode, QString> changedCriteria(const JsonNode &node)
{
    QMap<AnswerCode, QString> criteria;
    if (node.isAbsent())
        return criteria;
    const QStringList codes{u"YES"_s, u"PARTIAL"_s, u"NO"_s};
    const JsonFields fields = node.fields({}, codes);
    for (const QString &code : codes) {
        const std::optional<AnswerCode> answer = answerFromCode(code);
        if (answer && !fields[code].isAbsent())
            criteria.insert(*answer, fields[code].text());
    }
    return criteria;
}

std::optional<QString> changedText(const JsonNode &node)
{
    return node.isAbsent() ? std::nullopt : std::optional(node.text());
}

QString changedFingerprint(const Item &base, const JsonNode &change)
{
    return sha256Hex(canonicalJson(
        QJsonObject{{u"base"_s, base.fingerprint}, {u"change"_s, toQJson(*change.value(), {u"localCriteriaRef"_s})}}));
}

QList<Overlay::Change> changes(const JsonNode &list, const Checklist &base)
{
    QSet<QString> known;
    for (const Item &item : base.items)
        known.insert(item.id);
    QList<Overlay::Change> changes;
    UniqueIds ids;
    for (const JsonNode &element : list.elements()) {
        const JsonFields fields = element.fields(
            {u"id"_s}, {u"question"_s, u"guidance"_s, u"weight"_s, u"localCriteriaRef"_s, u"criteria"_s});
        Overlay::Change change;
        change.id = fields[u"id"_s].reference(u"item"_s, known);
        ids.add(change.id, fields[u"id"_s]);
        change.question = changedText(fields[u"question"_s]);
        change.guidance = changedText(fields[u"guidance"_s]);
        change.localCriteriaRef = changedText(fields[u"localCriteriaRef"_s]);
        if (!fields[u"weight"_s].isAbsent())
            change.weight = static_cast<int>(fields[u"weight"_s].integer(1, 3));
        change.criteria = changedCriteria(fields[u"criteria"_s]);
        if (const Item *item = base.find(change.id); item && change.asksOtherwise())
            change.fingerprint = changedFingerprint(*item, element);
        changes.append(change);
    }
    return changes;
}

/// Ids are never used again, not even those that an edition withdrew.
UniqueIds idsOf(const Checklist &base)
{
    UniqueIds ids;
    const QString place = base.id + u' ' + base.edition;
    for (const Item &item : base.items)
        ids.addElsewhere(item.id, place);
    for (const WithdrawnItem &item : base.withdrawn)
        ids.addElsewhere(item.id, place);
    return ids;
}

QList<Item> ownItems(const JsonNode &list, const ChecklistSet &set, const Checklist &base, ChecklistFile &places)
{
    QList<Item> items;
    const PolicyVocabulary words(set.policy);
    UniqueIds ids = idsOf(base);
    for (const JsonNode &element : list.elements()) {
        Item item = readItem(element, words, base.subject, places);
        item.overlay = true;
        if (element.is(JsonValue::Kind::Object))
            ids.add(item.id, element);
        items.append(item);
    }
    return items;
}

QList<Diagnostic> brokenTestReferences(const ChecklistFile &places, const ChecklistSet &set)
{
    QSet<QString> tests;
    for (const Checklist &checklist : set.checklists) {
        for (const AuditTest &test : checklist.tests)
            tests.insert(test.id);
    }
    QList<Diagnostic> broken;
    for (const Diagnostic &reference : places.testReferences) {
        if (!tests.contains(reference.args.value(1)))
            broken.append(reference);
    }
    return broken;
}

/// The edition that the file names; its items alone can be changed, an audit checklist has none
const Checklist *baseOf(const JsonFields &fields, const ChecklistSet &set, Overlay &overlay)
{
    QSet<QString> ids;
    QSet<QString> editions;
    for (const Checklist &checklist : set.checklists) {
        if (!checklist.items.isEmpty())
            ids.insert(checklist.id);
    }
    overlay.checklist = fields[u"checklist"_s].reference(u"checklist"_s, ids);
    for (const Checklist &checklist : set.editionsOf(overlay.checklist))
        editions.insert(checklist.edition);
    if (!overlay.checklist.isEmpty())
        overlay.edition = fields[u"edition"_s].reference(u"edition"_s, editions);
    return set.find(overlay.checklist, overlay.edition);
}

} // namespace

Reading<Overlay> readOverlay(const QByteArray &bytes, const QString &file, const ChecklistSet &set)
{
    const Reading<JsonValue> json = parseJson(bytes, file);
    if (!json)
        return Reading<Overlay>::failed(json.problems);
    JsonProblems problems(file, *json.value);
    ChecklistFile places;
    Overlay overlay;
    if (isFormat(*json.value, u"overlay"_s, problems)) {
        const JsonFields fields = JsonNode(&*json.value, &problems)
                                      .fields({u"format"_s, u"checklist"_s, u"edition"_s, u"changes"_s, u"items"_s});
        if (const Checklist *base = baseOf(fields, set, overlay)) {
            overlay.changes = changes(fields[u"changes"_s], *base);
            overlay.items = ownItems(fields[u"items"_s], set, *base, places);
        }
    }
    const QList<Diagnostic> found = problems.list() + brokenTestReferences(places, set);
    if (!found.isEmpty())
        return Reading<Overlay>::failed(found);
    return Reading<Overlay>::of(std::move(overlay));
}

} // namespace tenken
