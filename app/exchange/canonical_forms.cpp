#include "exchange/canonical_forms.h"

#include "core/clock.h"

#include <QJsonArray>

#include <algorithm>

namespace tenken {

using namespace Qt::StringLiterals;

QJsonValue textOrNull(const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); }

QJsonValue dateOrNull(const QDate &date) { return date.isValid() ? QJsonValue(isoDate(date)) : QJsonValue(); }

QJsonValue timeOrNull(const QDateTime &time) { return time.isValid() ? QJsonValue(toIso(time)) : QJsonValue(); }

QJsonValue uuidOrNull(const QUuid &uuid)
{
    return uuid.isNull() ? QJsonValue() : QJsonValue(uuid.toString(QUuid::WithoutBraces));
}

QJsonObject toJson(const Subject &subject)
{
    return {{u"kind"_s, toCode(subject.kind)}, {u"code"_s, subject.code}, {u"name"_s, subject.name}};
}

Subject subjectFrom(const JsonNode &node)
{
    const JsonFields fields = node.fields({u"kind"_s, u"code"_s, u"name"_s});
    const QString kind = fields[u"kind"_s].oneOf(u"person section system city audit");
    return {subjectKindFromCode(kind).value_or(SubjectKind::Section), fields[u"code"_s].identifier(),
            fields[u"name"_s].text()};
}

QJsonObject toJson(const Department &department)
{
    return {{u"code"_s, department.code},
            {u"name"_s, department.name},
            {u"path"_s, QJsonArray::fromStringList(department.path)},
            {u"body"_s, toCode(department.body)}};
}

Department departmentFrom(const JsonNode &node)
{
    const JsonFields fields = node.fields({u"code"_s, u"name"_s, u"path"_s, u"body"_s});
    const QString body = fields[u"body"_s].oneOf(bodyCodes);
    return {fields[u"code"_s].identifier(), fields[u"name"_s].text(), fields[u"path"_s].texts(),
            bodyFromCode(body).value_or(Body::Mayor)};
}

QJsonObject toJson(const Author &author)
{
    return {{u"name"_s, textOrNull(author.name)}, {u"post"_s, textOrNull(author.post)}};
}

Author authorFrom(const JsonNode &node)
{
    const JsonFields fields = node.fields({u"name"_s, u"post"_s});
    return {fields[u"name"_s].textOrNull(), fields[u"post"_s].textOrNull()};
}

QJsonObject toJson(const Generator &generator)
{
    return {{u"name"_s, generator.name}, {u"version"_s, generator.version}};
}

Generator generatorFrom(const JsonNode &node)
{
    const JsonFields fields = node.fields({u"name"_s, u"version"_s});
    return {fields[u"name"_s].text(), fields[u"version"_s].text()};
}

std::optional<Diagnostic> firstDifference(const QByteArray &bytes, const QByteArray &canonical, const QString &file)
{
    if (bytes == canonical)
        return std::nullopt;
    const auto [at, expected] = std::mismatch(bytes.begin(), bytes.end(), canonical.begin(), canonical.end());
    const QByteArray before = bytes.left(at - bytes.begin());
    const int line = static_cast<int>(before.count('\n')) + 1;
    const QString lastLine = QString::fromUtf8(before.mid(before.lastIndexOf('\n') + 1));
    const int column = static_cast<int>(lastLine.toUcs4().size()) + 1;
    return Diagnostic{DiagnosticCode::Syntax, file, line, column, {}, {u"canonical-json"_s, u"other-spelling"_s}};
}

} // namespace tenken
