#include "cli/command.h"

namespace tenken::cli {

Result<int> Arguments::number(const QString &name, int fallback, int minimum, int maximum) const
{
    if (!has(name)) {
        return fallback;
    }
    bool ok = false;
    const int number = value(name).toInt(&ok);
    if (!ok || number < minimum || number > maximum) {
        return fail(ErrorCode::InvalidValue, QStringLiteral("--%1 %2").arg(name, value(name)));
    }
    return number;
}

QStringList Arguments::list(const QString &name) const
{
    QStringList entries;
    for (const QString &entry : value(name).split(u',', Qt::SkipEmptyParts)) {
        entries << entry.trimmed();
    }
    return entries;
}

QString Command::synopsis() const
{
    QStringList parts{QStringLiteral("tenken-cli"), words};
    if (!positionals.isEmpty()) {
        parts << positionals;
    }
    for (const Option &option : options) {
        const QString shown = option.value.isEmpty() ? QStringLiteral("--%1").arg(option.name)
                                                     : QStringLiteral("--%1 %2").arg(option.name, option.value);
        parts << (option.required ? shown : QStringLiteral("[%1]").arg(shown));
    }
    return parts.join(u' ');
}

} // namespace tenken::cli
