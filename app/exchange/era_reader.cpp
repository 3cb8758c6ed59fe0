#include "exchange/era_reader.h"

#include "exchange/json_fields.h"
#include "exchange/json_parser.h"

#include <algorithm>

namespace tenken {

using namespace Qt::StringLiterals;

Reading<EraTable> readEras(const QByteArray &bytes, const QString &file)
{
    const Reading<JsonValue> json = parseJson(bytes, file);
    if (!json)
        return Reading<EraTable>::failed(json.problems);
    JsonProblems problems(file, *json.value);
    QList<Era> eras;
    if (isFormat(*json.value, u"eras"_s, problems)) {
        const JsonFields fields = JsonNode(&*json.value, &problems).fields({u"format"_s, u"eras"_s});
        UniqueIds days;
        UniqueIds words; // a date begins with the one or the other
        for (const JsonNode &node : fields[u"eras"_s].elements(100)) {
            const JsonFields era = node.fields({u"firstDay"_s, u"name"_s, u"letter"_s});
            eras.append({era[u"firstDay"_s].date(), era[u"name"_s].text(), era[u"letter"_s].text()});
            days.add(eras.constLast().firstDay.toString(Qt::ISODate), era[u"firstDay"_s]);
            words.add(eras.constLast().name, era[u"name"_s]);
            words.add(eras.constLast().letter.toUpper(), era[u"letter"_s]);
        }
    }
    if (!problems.list().isEmpty())
        return Reading<EraTable>::failed(problems.list());
    std::sort(eras.begin(), eras.end(), [](const Era &a, const Era &b) { return a.firstDay > b.firstDay; });
    return Reading<EraTable>::of(EraTable(eras));
}

} // namespace tenken
