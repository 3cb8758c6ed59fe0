#include "wording/placeholders.h"

namespace tenken::wording {

namespace {

constexpr qsizetype longestArgument = 200;

}

QString shownArgument(const QString &text)
{
    const QString line = text.left(longestArgument * 4).simplified();
    if (line.size() <= longestArgument) {
        return line;
    }
    const qsizetype cut = line.at(longestArgument - 1).isHighSurrogate() ? longestArgument - 1 : longestArgument;
    return line.left(cut) + u'…';
}

QString filled(const QString &pattern, const QStringList &arguments)
{
    QString text;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar c = pattern.at(i);
        const QChar next = i + 1 < pattern.size() ? pattern.at(i + 1) : QChar();
        if (c == u'%' && next >= u'1' && next <= u'9') {
            text += shownArgument(arguments.value(next.unicode() - u'1'));
            ++i;
        } else {
            text += c;
        }
    }
    return text;
}

} // namespace tenken::wording
