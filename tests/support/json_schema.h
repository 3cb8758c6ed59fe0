#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QString>

#include <cmath>

namespace tenken::support {

/// The part of JSON Schema draft-07 that checklists/schema uses. A keyword that is not known here counts as a
/// violation: nothing is silently left unchecked.
class JsonSchema {
public:
    explicit JsonSchema(QJsonObject root) : m_root(std::move(root)) { }
    /// Pointer and keyword of the first violation; empty when there is none
    QString violation(const QJsonValue &value) const { return check(m_root, value, {}); }

private:
    QString check(const QJsonObject &schema, const QJsonValue &value, const QString &at) const
    {
        for (auto rule = schema.begin(); rule != schema.end(); ++rule) {
            const QString found = checkOne(schema, rule.key(), *rule, value, at);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return {};
    }

    bool holds(const QJsonValue &schema, const QJsonValue &value) const
    {
        return check(schema.toObject(), value, {}).isEmpty();
    }

    QString checkOne(const QJsonObject &schema, const QString &keyword, const QJsonValue &rule, const QJsonValue &value,
                     const QString &at) const
    {
        static const QStringList remarks{QStringLiteral("$schema"), QStringLiteral("$id"),
                                         QStringLiteral("title"),   QStringLiteral("then"),
                                         QStringLiteral("else"),    QStringLiteral("definitions")};
        if (remarks.contains(keyword)) {
            return {};
        }
        if (keyword == u"$ref") {
            const QString name = rule.toString().section(u'/', -1);
            return check(m_root[u"definitions"][name].toObject(), value, at);
        }
        if (keyword == u"if") {
            const QJsonValue branch = schema[holds(rule, value) ? u"then" : u"else"];
            return check(branch.toObject(), value, at);
        }
        if (keyword == u"oneOf") {
            int fitting = 0;
            for (const QJsonValue &one : rule.toArray()) {
                fitting += holds(one, value) ? 1 : 0;
            }
            return fitting == 1 ? QString() : at + QStringLiteral(" oneOf");
        }
        if (keyword == u"properties" || keyword == u"items") {
            return checkChildren(keyword, rule, value, at);
        }
        return isMet(schema, keyword, rule, value) ? QString() : at + u' ' + keyword;
    }

    QString checkChildren(const QString &keyword, const QJsonValue &rule, const QJsonValue &value,
                          const QString &at) const
    {
        QString found;
        const QJsonObject object = keyword == u"properties" ? value.toObject() : QJsonObject();
        for (auto member = object.begin(); member != object.end() && found.isEmpty(); ++member) {
            found = check(rule[member.key()].toObject(), *member, at + u'/' + member.key());
        }
        const QJsonArray array = keyword == u"items" ? value.toArray() : QJsonArray();
        for (qsizetype i = 0; i < array.size() && found.isEmpty(); ++i) {
            found = check(rule.toObject(), array.at(i), at + u'/' + QString::number(i));
        }
        return found;
    }

    static bool isOfType(const QString &type, const QJsonValue &value)
    {
        return type == u"object" ? value.isObject()
            : type == u"array"   ? value.isArray()
            : type == u"string"  ? value.isString()
            : type == u"boolean" ? value.isBool()
            : type == u"null"    ? value.isNull()
            : type == u"integer" ? value.isDouble() && std::floor(value.toDouble()) == value.toDouble()
                                 : false;
    }

    /// $ of ECMA's expressions is the very end, of Perl's it may stand before a last line end.
    static bool matches(const QString &pattern, const QString &text)
    {
        const bool isClosed = pattern.endsWith(u'$');
        const QString closed = isClosed ? pattern.chopped(1) + QStringLiteral("\\z") : pattern;
        return QRegularExpression(closed).match(text).hasMatch();
    }

    static bool areUnique(const QJsonArray &array)
    {
        for (qsizetype i = 0; i < array.size(); ++i) {
            for (qsizetype other = 0; other < i; ++other) {
                if (array.at(i) == array.at(other)) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Keywords that look at one value; each is about one type and does not mind the others
    static bool isMet(const QJsonObject &schema, const QString &keyword, const QJsonValue &rule,
                      const QJsonValue &value)
    {
        const QJsonObject object = value.toObject();
        const QStringList keys = object.keys();
        if (keyword == u"type") {
            return isOfType(rule.toString(), value);
        }
        if (keyword == u"const") {
            return value == rule;
        }
        if (keyword == u"enum") {
            return rule.toArray().contains(value);
        }
        if (keyword == u"required") {
            const QJsonArray needed = value.isObject() ? rule.toArray() : QJsonArray();
            return std::all_of(needed.begin(), needed.end(),
                               [&](const QJsonValue &key) { return keys.contains(key.toString()); });
        }
        if (keyword == u"additionalProperties") {
            const QJsonObject known = schema[u"properties"].toObject();
            return std::all_of(keys.begin(), keys.end(), [&](const QString &key) { return known.contains(key); });
        }
        if (keyword == u"pattern") {
            return !value.isString() || matches(rule.toString(), value.toString());
        }
        const double bound = rule.toDouble();
        if (keyword == u"minimum" || keyword == u"maximum") {
            const double number = value.toDouble(bound);
            return keyword == u"minimum" ? number >= bound : number <= bound;
        }
        if (keyword == u"minLength" || keyword == u"maxLength") {
            const double length = value.isString() ? double(value.toString().toUcs4().size()) : bound;
            return keyword == u"minLength" ? length >= bound : length <= bound;
        }
        if (keyword == u"minItems" || keyword == u"maxItems") {
            const double size = value.isArray() ? double(value.toArray().size()) : bound;
            return keyword == u"minItems" ? size >= bound : size <= bound;
        }
        return keyword == u"uniqueItems" && areUnique(value.toArray());
    }

    const QJsonObject m_root;
};

} // namespace tenken::support
