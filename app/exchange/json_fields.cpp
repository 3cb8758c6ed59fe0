#include "exchange/json_fields.h"

#include "core/clock.h"
#include "core/text_fold.h"

#include <algorithm>

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestText = 100'000;
constexpr qsizetype longestIdentifier = 64;

/// These keys in this order and no others: what we wrote ourselves, sorted as RFC 8785 wants it
bool hasExactly(const JsonValue &object, const QStringList &keys)
{
    return std::equal(object.children.begin(), object.children.end(), keys.begin(), keys.end(),
                      [](const JsonValue &member, const QString &key) { return member.key == key; });
}

} // namespace

bool isIdentifier(const QString &text)
{
    const auto isAllowed = [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'.' || c == u'_' || c == u'-');
    };
    return !text.isEmpty() && text.size() <= longestIdentifier && text.front() != u'.' && text.front() != u'-'
        && std::all_of(text.begin(), text.end(), isAllowed);
}

// Digit by digit: dates stand in every piece of evidence, and Qt takes ten times as long to form one.
QString isoDate(const QDate &date)
{
    if (!date.isValid() || date.year() < 1 || date.year() > 9999)
        return {};
    QString text = u"0000-00-00"_s;
    const auto put = [&](qsizetype last, int number) {
        for (; number > 0; number /= 10)
            text[last--] = QChar(u'0' + number % 10);
    };
    put(3, date.year());
    put(6, date.month());
    put(9, date.day());
    return text;
}

QDate dateFromIso(QStringView text)
{
    constexpr QStringView form = u"0000-00-00";
    bool isWritten = text.size() == form.size();
    const auto number = [&](qsizetype first, qsizetype digits) {
        int value = 0;
        for (qsizetype i = first; isWritten && i < first + digits; ++i) {
            isWritten = text[i] >= u'0' && text[i] <= u'9';
            value = value * 10 + (text[i].unicode() - u'0');
        }
        return value;
    };
    const int year = number(0, 4);
    const int month = number(5, 2);
    const int day = number(8, 2);
    return isWritten && text[4] == u'-' && text[7] == u'-' ? QDate(year, month, day) : QDate();
}

void JsonProblems::append(Diagnostic problem)
{
    constexpr qsizetype most = 200;
    if (m_list.size() < most)
        m_list.append(std::move(problem));
}

Diagnostic JsonProblems::at(DiagnosticCode code, const JsonValue &about, QStringList args) const
{
    return {code, m_file, about.at.line, about.at.column, pointerTo(*m_root, about), std::move(args)};
}

void JsonProblems::add(DiagnosticCode code, const JsonValue &about, QStringList args)
{
    append(at(code, about, std::move(args)));
}

void JsonProblems::addMissingKey(const JsonValue &object, const QString &key)
{
    Diagnostic problem = at(DiagnosticCode::MissingKey, object, {key});
    problem.path += pointerSegment(key);
    append(std::move(problem));
}

void JsonProblems::addUnknownKey(const JsonValue &member)
{
    Diagnostic problem = at(DiagnosticCode::UnknownKey, member, {member.key});
    problem.line = member.keyAt.line;
    problem.column = member.keyAt.column;
    append(std::move(problem));
}

void JsonNode::problem(DiagnosticCode code, QStringList args) const
{
    if (m_value)
        m_problems->add(code, *m_value, std::move(args));
}

Diagnostic JsonNode::placed(DiagnosticCode code, QStringList args) const
{
    return m_value ? m_problems->at(code, *m_value, std::move(args)) : Diagnostic{};
}

bool JsonNode::expect(JsonValue::Kind kind) const
{
    if (!m_value)
        return false;
    if (m_value->kind == kind)
        return true;
    problem(DiagnosticCode::WrongType, {typeName(kind), typeName(m_value->kind)});
    return false;
}

void JsonNode::noteUnknownKeys(const QStringList &required, const QStringList &optional) const
{
    for (const JsonValue &member : m_value->children) {
        if (!required.contains(member.key) && !optional.contains(member.key))
            m_problems->addUnknownKey(member);
    }
}

void JsonNode::noteMissingKeys(const QStringList &required) const
{
    for (const QString &key : required) {
        if (!m_value->member(key))
            m_problems->addMissingKey(*m_value, key);
    }
}

JsonFields JsonNode::fields(const QStringList &required, const QStringList &optional) const
{
    JsonFields fields;
    if (!expect(JsonValue::Kind::Object))
        return fields;
    if (!hasExactly(*m_value, required)) {
        noteUnknownKeys(required, optional);
        noteMissingKeys(required);
    }
    fields.m_object = m_value;
    fields.m_problems = m_problems;
    return fields;
}

QList<JsonNode> JsonNode::children() const
{
    QList<JsonNode> nodes;
    nodes.reserve(static_cast<qsizetype>(m_value->children.size()));
    for (const JsonValue &child : m_value->children)
        nodes.append(JsonNode(&child, m_problems));
    return nodes;
}

QList<JsonNode> JsonNode::elements(qsizetype most) const
{
    if (!expect(JsonValue::Kind::Array))
        return {};
    if (m_value->children.size() > static_cast<size_t>(most)) {
        problem(DiagnosticCode::TooLarge, {QString::number(most)});
        return {};
    }
    return children();
}

QList<JsonNode> JsonNode::members() const { return expect(JsonValue::Kind::Object) ? children() : QList<JsonNode>(); }

QString JsonNode::textOrEmpty() const
{
    if (!expect(JsonValue::Kind::String))
        return {};
    if (m_value->text.size() > longestText) {
        problem(DiagnosticCode::TooLarge, {QString::number(longestText)});
        return {};
    }
    if (hasForbiddenCharacter(m_value->text)) {
        problem(DiagnosticCode::WrongValue, {u"control-character"_s, u"text"_s});
        return {};
    }
    return m_value->text;
}

QString JsonNode::text() const
{
    const QString text = textOrEmpty();
    if (is(JsonValue::Kind::String) && m_value->text.trimmed().isEmpty())
        problem(DiagnosticCode::EmptyText, {m_value->key});
    return text;
}

QString JsonNode::textOrNull() const
{
    if (isNull())
        return {};
    const QString text = textOrEmpty();
    if (is(JsonValue::Kind::String) && m_value->text.isEmpty())
        problem(DiagnosticCode::EmptyText, {m_value->key});
    return text;
}

QString JsonNode::sha256() const
{
    const auto isDigit = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); };
    const QString hex = text();
    if (!hex.isEmpty() && (hex.size() != 64 || !std::all_of(hex.begin(), hex.end(), isDigit)))
        problem(DiagnosticCode::WrongValue, {hex.left(longestIdentifier), u"SHA-256 (hex)"_s});
    return hex;
}

QUuid JsonNode::uuid() const
{
    const QString written = text();
    const QUuid uuid = QUuid::fromString(written);
    if (!written.isEmpty() && (uuid.isNull() || uuid.toString(QUuid::WithoutBraces) != written))
        problem(DiagnosticCode::WrongValue, {written.left(longestIdentifier), u"UUID"_s});
    return uuid;
}

QDateTime JsonNode::time() const
{
    const QString written = text();
    const QDateTime time = fromIso(written);
    if (!written.isEmpty() && !time.isValid())
        problem(DiagnosticCode::WrongValue, {written.left(longestIdentifier), u"YYYY-MM-DDThh:mm:ss+hh:mm"_s});
    return time;
}

qint64 JsonNode::integer(qint64 least, qint64 most) const
{
    if (!expect(JsonValue::Kind::Number))
        return least;
    const std::optional<qint64> number = m_value->integer();
    if (!number) {
        problem(DiagnosticCode::NumberRange, {m_value->text});
        return least;
    }
    if (*number < least || *number > most) {
        problem(DiagnosticCode::WrongValue, {m_value->text, u"%1–%2"_s.arg(least).arg(most)});
        return least;
    }
    return *number;
}

bool JsonNode::boolean() const { return expect(JsonValue::Kind::Boolean) && m_value->boolean; }

QString JsonNode::identifier() const
{
    const QString id = text();
    if (id.isEmpty() || isIdentifier(id))
        return id;
    problem(DiagnosticCode::WrongValue, {id.left(longestIdentifier), u"A-Z a-z 0-9 . _ -"_s});
    return {};
}

QString JsonNode::oneOf(QStringView spaceSeparated) const
{
    if (!expect(JsonValue::Kind::String))
        return {};
    for (const QStringView allowed : qTokenize(spaceSeparated, u' ')) {
        if (allowed == m_value->text)
            return m_value->text;
    }
    problem(DiagnosticCode::WrongValue, {m_value->text.left(longestIdentifier), spaceSeparated.toString()});
    return {};
}

QString JsonNode::reference(const QString &kind, const QSet<QString> &known) const
{
    const QString id = text();
    if (id.isEmpty() || known.contains(id))
        return id;
    problem(DiagnosticCode::BadReference, {kind, id.left(longestIdentifier)});
    return {};
}

QDate JsonNode::date() const
{
    const QString written = text();
    const QDate date = dateFromIso(written);
    if (!written.isEmpty() && !date.isValid())
        problem(DiagnosticCode::WrongValue, {written.left(longestIdentifier), u"YYYY-MM-DD"_s});
    return date;
}

QDate JsonNode::dateOrNull() const { return isNull() ? QDate() : date(); }

template <class Read> QStringList JsonNode::each(Read read) const
{
    QStringList list;
    for (const JsonNode &node : elements())
        list.append(read(node));
    return list;
}

QStringList JsonNode::texts() const
{
    return each([](const JsonNode &node) { return node.text(); });
}

QStringList JsonNode::identifiers() const
{
    UniqueIds ids;
    return each([&ids](const JsonNode &node) {
        const QString id = node.identifier();
        ids.add(id, node);
        return id;
    });
}

QStringList JsonNode::references(const QString &kind, const QSet<QString> &known) const
{
    UniqueIds ids;
    return each([&](const JsonNode &node) {
        const QString id = node.reference(kind, known);
        ids.add(id, node);
        return id;
    });
}

QStringList JsonNode::eachOneOf(QStringView spaceSeparated) const
{
    UniqueIds ids;
    return each([&](const JsonNode &node) {
        const QString code = node.oneOf(spaceSeparated);
        ids.add(code, node);
        return code;
    });
}

bool isFormat(const JsonValue &root, const QString &kind, JsonProblems &problems)
{
    if (root.kind != JsonValue::Kind::Object) {
        problems.add(DiagnosticCode::WrongType, root, {u"object"_s, typeName(root.kind)});
        return false;
    }
    const JsonValue *format = root.member(u"format");
    if (!format) {
        problems.addMissingKey(root, u"format"_s);
        return false;
    }
    const QString found = JsonNode(format, &problems).text();
    const QString family = u"tenken.%1/"_s.arg(kind);
    if (found == family + u'1')
        return true;
    bool isNumber = false;
    const int version = found.startsWith(family) ? found.mid(family.size()).toInt(&isNumber) : 0;
    const bool isNewer = isNumber && version > 1;
    if (!found.isEmpty())
        problems.add(isNewer ? DiagnosticCode::NewerFormat : DiagnosticCode::UnknownFormat, *format,
                     {found.left(longestIdentifier)});
    return false;
}

void UniqueIds::add(const QString &id, const JsonNode &at)
{
    if (id.isEmpty() || at.isAbsent())
        return;
    const auto known = m_places.constFind(id);
    if (known == m_places.constEnd())
        m_places.insert(id, {at.value()->at.line, {}});
    else
        at.problem(DiagnosticCode::DuplicateId,
                   {id, known->file.isEmpty() ? QString::number(known->line) : known->file});
}

} // namespace tenken
