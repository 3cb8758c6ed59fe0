#pragma once

#include <QList>
#include <QSet>
#include <QString>
#include <QTest>

#include <optional>
#include <string_view>
#include <utility>

namespace tenken::support {

/// True when Value is a named enumerator: the compiler prints others as a cast, "(tenken::Verdict)9".
template <auto Value> constexpr bool isEnumerator()
{
    const std::string_view name = __PRETTY_FUNCTION__;
    return name[name.find("Value = ") + 8] != '(';
}

template <class Enum, int... values> QList<Enum> enumValues(std::integer_sequence<int, values...>)
{
    QList<Enum> found;
    ((isEnumerator<static_cast<Enum>(values)>() ? found.append(static_cast<Enum>(values)) : void()), ...);
    return found;
}

/// Every value of a closed enum (values 0 to 127), so that a test cannot forget one that is added later
template <class Enum> QList<Enum> enumValues() { return enumValues<Enum>(std::make_integer_sequence<int, 128>()); }

/// Every value has a code of its own; where codes are read, reading gives the value back and refuses others.
template <class Enum, class Read> void checkCodes(Read read)
{
    QSet<QString> codes;
    for (const Enum value : enumValues<Enum>()) {
        const QString code = toCode(value);
        QVERIFY2(!code.isEmpty() && !codes.contains(code), qPrintable(code));
        codes.insert(code);
        QVERIFY2(read(code) == std::optional(value), qPrintable(code));
        QVERIFY2(!read(code + u'x') && !read(u' ' + code), qPrintable(code));
    }
    QVERIFY(codes.size() > 1);
    QVERIFY(!read(QString()));
    QVERIFY(!read(QStringLiteral("no-such-code")));
}

/// Codes that are only written must be exactly these, in the order of the enum.
template <class Enum> void checkCodeList(const QStringList &expected)
{
    QStringList codes;
    for (const Enum value : enumValues<Enum>()) {
        codes << toCode(value);
    }
    QCOMPARE(codes, expected);
}

} // namespace tenken::support
