#include "wording/placeholders.h"

#include <algorithm>

namespace tenken::wording {

namespace {

constexpr qsizetype longestArgument = 200;

bool isHarmful(QChar c)
{
    const bool turnsText = c == u'\u061c' || c == u'\u200e' || c == u'\u200f' || (c >= u'\u202a' && c <= u'\u202e')
        || (c >= u'\u2066' && c <= u'\u2069');
    return turnsText || c == u'\u2028' || c == u'\u2029' || c.category() == QChar::Other_Control;
}

} // namespace

QString shownArgument(const QString &text)
{
    const QString line = shownName(text.left(longestArgument * 4).simplified());
    if (line.size() <= longestArgument) {
        return line;
    }
    const qsizetype cut = line.at(longestArgument - 1).isHighSurrogate() ? longestArgument - 1 : longestArgument;
    return line.left(cut) + u'…';
}

QString shownName(QString text)
{
    std::replace_if(text.begin(), text.end(), isHarmful, QChar(QChar::ReplacementCharacter));
    return text;
}

QString shownLines(QString text)
{
    const auto isHarmfulThere = [](QChar c) { return c != u'\n' && c != u'\t' && isHarmful(c); };
    std::replace_if(text.begin(), text.end(), isHarmfulThere, QChar(QChar::ReplacementCharacter));
    return text;
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
