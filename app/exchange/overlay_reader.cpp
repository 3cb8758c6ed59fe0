#include "exchange/overlay_reader.h"

#include "exchange/checklist/checklist_file.h"
#include "exchange/json_parser.h"

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

QList<Overlay::Change> changes(const JsonNode &list, const QSet<QString> &known)
{
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
        changes.append(change);
    }
    return changes;
}

QList<Item> ownItems(const JsonNode &list, const Policy &policy, const Checklist &base, const QSet<QString> &taken)
{
    QList<Item> items;
    const PolicyVocabulary words(policy);
    ChecklistFile places;
    UniqueIds ids;
    for (const JsonNode &element : list.elements()) {
        Item item = readItem(element, words, base.subject, places);
        item.overlay = true;
        ids.add(item.id, element);
        if (taken.contains(item.id))
            element.problem(DiagnosticCode::DuplicateId, {item.id, u"0"_s});
        items.append(item);
    }
    return items;
}

} // namespace

Reading<Overlay> readOverlay(const QByteArray &bytes, const QString &file, const Policy &policy, const Checklist &base)
{
    const Reading<JsonValue> json = parseJson(bytes, file);
    if (!json)
        return Reading<Overlay>::failed(json.problems);
    JsonProblems problems(file, *json.value);
    Overlay overlay;
    if (isFormat(*json.value, u"overlay"_s, problems)) {
        QSet<QString> known;
        for (const Item &item : base.items)
            known.insert(item.id);
        const JsonFields fields = JsonNode(&*json.value, &problems)
                                      .fields({u"format"_s, u"checklist"_s, u"edition"_s, u"changes"_s, u"items"_s});
        overlay.checklist = fields[u"checklist"_s].reference(u"checklist"_s, {base.id});
        overlay.edition = fields[u"edition"_s].reference(u"edition"_s, {base.edition});
        overlay.changes = changes(fields[u"changes"_s], known);
        overlay.items = ownItems(fields[u"items"_s], policy, base, known);
    }
    if (!problems.list().isEmpty())
        return Reading<Overlay>::failed(problems.list());
    return Reading<Overlay>::of(std::move(overlay));
}

} // namespace tenken
