#include "wording/diagnostic_words.h"

#include "wording/placeholders.h"

#include <QCoreApplication>

namespace tenken::wording {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::DiagnosticWords)

public:
    static constexpr const char *tokens[][2] = {
        {"end-of-file", QT_TR_NOOP("the end of the file")},
        {"byte-order-mark", QT_TR_NOOP("a byte order mark")},
        {"value", QT_TR_NOOP("a value")},
        {"key", QT_TR_NOOP("a key")},
        {"escape", QT_TR_NOOP("an escape sequence")},
        {"surrogate-pair", QT_TR_NOOP("a surrogate pair")},
        {"hex-digit", QT_TR_NOOP("a hexadecimal digit")},
        {"digit", QT_TR_NOOP("a digit")},
        {"null", QT_TR_NOOP("nothing (null)")},
        {"boolean", QT_TR_NOOP("true or false")},
        {"number", QT_TR_NOOP("a number")},
        {"string", QT_TR_NOOP("a text")},
        {"array", QT_TR_NOOP("a list")},
        {"object", QT_TR_NOOP("an object { }")},
        {"control-character", QT_TR_NOOP("a control character")},
        {"text", QT_TR_NOOP("readable text")},
        {"exactly-one", QT_TR_NOOP("exactly one of them is needed")},
        {"item", QT_TR_NOOP("item")},
        {"audit test", QT_TR_NOOP("audit test")},
        {"clause", QT_TR_NOOP("clause")},
        {"obligation", QT_TR_NOOP("obligation")},
        {"threat", QT_TR_NOOP("threat")},
        {"asset", QT_TR_NOOP("asset")},
        {"zone", QT_TR_NOOP("network zone")},
        {"guidelineArea", QT_TR_NOOP("area of the guideline")},
        {"flag", QT_TR_NOOP("profile entry")},
        {"checklist", QT_TR_NOOP("checklist")},
        {"edition", QT_TR_NOOP("edition")},
        {"policy", QT_TR_NOOP("policy")},
        {"line-end", QT_TR_NOOP("the end of the line")},
        {"canonical-json", QT_TR_NOOP("canonical JSON (RFC 8785)")},
        {"other-spelling", QT_TR_NOOP("another spelling")},
        {"items", QT_TR_NOOP("items")},
        {"tests", QT_TR_NOOP("audit tests")},
    };
    static QString duplicate(const QString &first);
    static QString pattern(const Diagnostic &diagnostic);
    static QString argument(const QString &token);
    static QString alternatives(const QString &tokens);
};

/// Readers name types, tokens and kinds by a word of their own: these are translated, everything else is quoted.
QString Words::argument(const QString &token)
{
    for (const auto &[known, text] : tokens) {
        if (token == QLatin1String(known)) {
            return tr(text);
        }
    }
    return token.startsWith(u'>') ? tr("more than %1").arg(token.mid(1)) : token;
}

/// "key }" → "a key }": each token by its word
QString Words::alternatives(const QString &tokens)
{
    QStringList words;
    for (const QString &token : tokens.split(u' ', Qt::SkipEmptyParts)) {
        const bool isListed = token.size() > 1 && token.endsWith(u',');
        words << (isListed ? argument(token.chopped(1)) + u',' : argument(token));
    }
    return words.join(u' ');
}

/// first: a line of the same file, the name of another one, or nothing
QString Words::duplicate(const QString &first)
{
    bool isLine = false;
    const int line = first.toInt(&isLine);
    if (isLine && line > 0) {
        return tr("“%1” is used more than once, first in line %2. Each needs an id of its own.");
    }
    if (!isLine && !first.isEmpty()) {
        return tr("“%1” is used already in %2. Each needs an id of its own.");
    }
    return tr("“%1” is used more than once. Each needs an id of its own.");
}

QString Words::pattern(const Diagnostic &diagnostic)
{
    switch (diagnostic.code) {
    case DiagnosticCode::Syntax:
        return tr("The file cannot be read from here on: expected %1, found %2.");
    case DiagnosticCode::NotUtf8:
        return tr("The text is not UTF-8 (byte %1). Save the file as UTF-8.");
    case DiagnosticCode::TooLarge:
        return tr("This is larger or longer than the limit of %1.");
    case DiagnosticCode::TooDeep:
        return tr("The content is nested deeper than %1 levels.");
    case DiagnosticCode::NumberRange:
        return tr("The number “%1” cannot be used: an integer within the usual range is needed.");
    case DiagnosticCode::DuplicateKey:
        return tr("“%1” stands here twice. Remove one of the two.");
    case DiagnosticCode::UnknownKey:
        return tr("“%1” is not known here. Remove it or mend its spelling.");
    case DiagnosticCode::MissingKey:
        return tr("“%1” is missing. Add it.");
    case DiagnosticCode::WrongType:
        return tr("Expected %1, found %2.");
    case DiagnosticCode::WrongValue:
        return tr("“%1” cannot be used here. Allowed: %2.");
    case DiagnosticCode::EmptyText:
        return tr("“%1” is empty. Enter a text.");
    case DiagnosticCode::DuplicateId:
        return duplicate(diagnostic.args.value(1));
    case DiagnosticCode::BadReference:
        return tr("There is no %1 “%2”. Mend the reference or add what it names.");
    case DiagnosticCode::Unreachable:
        return tr("“%1” is never asked: no profile can meet its conditions. Mend the conditions.");
    case DiagnosticCode::Uncovered:
        return tr("Too few %2 answer to “%1”. Two items and one audit test are needed.");
    case DiagnosticCode::UnknownFormat:
        return tr("“%1” is not a format that Tenken knows.");
    case DiagnosticCode::NewerFormat:
        return tr("The format “%1” is newer than this version of Tenken. Update Tenken.");
    case DiagnosticCode::UnknownColumn:
        return tr("The column “%1” is not known. Remove it or mend its heading.");
    case DiagnosticCode::MissingColumn:
        return tr("The column “%1” is missing. Add it.");
    case DiagnosticCode::NotAllowed:
        return tr("“%1” is not allowed here: %2.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString sentence(const Diagnostic &diagnostic)
{
    QStringList arguments = diagnostic.args;
    const bool isSyntax = diagnostic.code == DiagnosticCode::Syntax;
    const bool isNamed = diagnostic.code == DiagnosticCode::WrongType || diagnostic.code == DiagnosticCode::BadReference
        || diagnostic.code == DiagnosticCode::NotAllowed || diagnostic.code == DiagnosticCode::WrongValue
        || diagnostic.code == DiagnosticCode::Uncovered;
    for (QString &argument : arguments) {
        argument = isSyntax ? Words::alternatives(argument) : isNamed ? Words::argument(argument) : argument;
    }
    return filled(Words::pattern(diagnostic), arguments);
}

QString located(const Diagnostic &diagnostic)
{
    QString place = diagnostic.file;
    if (diagnostic.line > 0) {
        place += u':' + QString::number(diagnostic.line);
        if (diagnostic.column > 0) {
            place += u':' + QString::number(diagnostic.column);
        }
    }
    if (!diagnostic.path.isEmpty()) {
        place += (place.isEmpty() ? QString() : QStringLiteral(" ")) + shownArgument(diagnostic.path);
    }
    return place.isEmpty() ? sentence(diagnostic) : place + QStringLiteral(": ") + sentence(diagnostic);
}

} // namespace tenken::wording
