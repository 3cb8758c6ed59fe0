#include "signing/pdf/content_stream.h"

#include "signing/pdf/document_profile.h"

#include <algorithm>
#include <array>

namespace tenken {

namespace {

constexpr qsizetype kHashDigits = 64;

bool isSpace(char c) { return c == ' ' || c == '\n'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool isHex(char c) { return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool isNumeric(char c) { return isDigit(c) || c == '.' || c == '-'; }
bool isNameCharacter(char c) { return isLetter(c) || isDigit(c); }

bool isDrawingOperator(QByteArrayView word)
{
    static constexpr std::array<QByteArrayView, 43> operators = {
        "BT", "CS", "Do", "ET", "J", "M",  "Q",  "S",  "SCN", "TL", "Td", "Tf", "Tj", "Tm", "Tr",
        "Ts", "Tz", "W",  "W*", "b", "b*", "B",  "B*", "c",   "cm", "cs", "d",  "f",  "f*", "gs",
        "h",  "j",  "l",  "m",  "n", "q",  "re", "s",  "scn", "v",  "w",  "y",  "i"};
    return std::find(operators.begin(), operators.end(), word) != operators.end();
}

template <class Test> qsizetype runEnd(QByteArrayView bytes, qsizetype at, Test test)
{
    while (at < bytes.size() && test(bytes[at]))
        ++at;
    return at;
}

/// Behind the token that begins at; -1 when it is none of ours
qsizetype tokenEnd(QByteArrayView content, qsizetype at)
{
    const char c = content[at];
    if (isSpace(c) || c == '[' || c == ']')
        return at + 1;
    if (isNumeric(c))
        return runEnd(content, at, isNumeric);
    if (c == '/') {
        const qsizetype end = runEnd(content, at + 1, isNameCharacter);
        return end == at + 1 ? -1 : end;
    }
    if (c == '<') {
        const qsizetype end = runEnd(content, at + 1, isHex);
        return end < content.size() && content[end] == '>' ? end + 1 : -1;
    }
    if (!isLetter(c))
        return -1;
    qsizetype end = runEnd(content, at, isLetter);
    if (end < content.size() && content[end] == '*')
        ++end;
    return isDrawingOperator(content.sliced(at, end - at)) ? end : -1;
}

} // namespace

bool isPlainDrawing(QByteArrayView content)
{
    qsizetype at = 0;
    while (at >= 0 && at < content.size())
        at = tokenEnd(content, at);
    return at >= 0;
}

MarkedPage splitMark(QByteArrayView content)
{
    static const QByteArray frame = pageMark({});
    static const qsizetype hashAt = frame.indexOf('(') + 1;
    static const QByteArray end = pageMarkEnd();
    if (content.size() < frame.size() + kHashDigits + end.size() || !content.endsWith(end))
        return {};
    const QByteArrayView hash = content.sliced(hashAt, kHashDigits);
    const QByteArray mark = pageMark(hash);
    if (!std::all_of(hash.begin(), hash.end(), isHex) || !content.startsWith(mark))
        return {};
    return {hash, content.sliced(mark.size(), content.size() - mark.size() - end.size())};
}

} // namespace tenken
