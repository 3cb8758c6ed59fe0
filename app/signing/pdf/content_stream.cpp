#include "signing/pdf/content_stream.h"

#include "signing/pdf/document_profile.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace tenken {

namespace {

constexpr qsizetype kHashDigits = 64;

enum CharacterClass : unsigned char { Space = 1, Digit = 2, Numeric = 4, Letter = 8, Hex = 16 };

constexpr std::array<unsigned char, 256> characterClasses()
{
    std::array<unsigned char, 256> classes = {};
    for (unsigned char c = '0'; c <= '9'; ++c)
        classes[c] = Digit | Numeric | Hex;
    for (unsigned char c = 'a'; c <= 'z'; ++c)
        classes[c] = classes[c - 'a' + 'A'] = Letter;
    for (unsigned char c = 'a'; c <= 'f'; ++c)
        classes[c] = classes[c - 'a' + 'A'] = Letter | Hex;
    classes[' '] = classes['\n'] = Space;
    classes['.'] = classes['-'] = Numeric;
    return classes;
}

constexpr std::array<unsigned char, 256> kClasses = characterClasses();

bool is(char c, int wanted) { return kClasses[static_cast<unsigned char>(c)] & wanted; }

bool isDrawingOperator(QByteArrayView word)
{
    switch (operatorCode(word.data(), static_cast<std::size_t>(word.size()))) {
    case op("BT"):
    case op("ET"):
    case op("Td"):
    case op("Tf"):
    case op("Tj"):
    case op("Tm"):
    case op("Tr"):
    case op("q"):
    case op("Q"):
    case op("cm"):
    case op("gs"):
    case op("cs"):
    case op("CS"):
    case op("scn"):
    case op("SCN"):
    case op("w"):
    case op("J"):
    case op("j"):
    case op("M"):
    case op("d"):
    case op("m"):
    case op("l"):
    case op("c"):
    case op("h"):
    case op("re"):
    case op("S"):
    case op("f"):
    case op("f*"):
    case op("B"):
    case op("B*"):
    case op("W"):
    case op("W*"):
    case op("n"):
    case op("Do"):
        return true;
    default:
        return false;
    }
}

const char *runEnd(const char *at, const char *end, int wanted)
{
    while (at != end && is(*at, wanted))
        ++at;
    return at;
}

/// With no way out of the loop and no branch in it, so that the compiler looks at sixteen characters at once
bool areHexDigits(QByteArrayView word)
{
    unsigned char others = 0;
    for (const char character : word) {
        const auto c = static_cast<unsigned char>(character);
        const unsigned char fromZero = c - '0';
        const unsigned char fromA = (c | 0x20) - 'a';
        others |= (fromZero > 9) & (fromA > 5);
    }
    return others == 0;
}

/// Behind the token or the numbers that begin at; null when it is none of ours
const char *tokenEnd(const char *at, const char *end)
{
    const char c = *at;
    if (is(c, Numeric | Space)) // numbers with what stands between them
        return runEnd(at, end, Numeric | Space);
    if (c == '<') {
        const auto *const closing = static_cast<const char *>(std::memchr(at, '>', static_cast<std::size_t>(end - at)));
        return closing && areHexDigits({at + 1, closing}) ? closing + 1 : nullptr;
    }
    if (is(c, Letter)) {
        const char *const begin = at;
        at = runEnd(at, end, Letter);
        at += at != end && *at == '*' ? 1 : 0;
        return isDrawingOperator({begin, at - begin}) ? at : nullptr;
    }
    if (c == '/') {
        const char *const name = runEnd(at + 1, end, Letter | Digit);
        return name == at + 1 ? nullptr : name;
    }
    return c == '[' || c == ']' ? at + 1 : nullptr;
}

} // namespace

bool isPlainDrawing(QByteArrayView content)
{
    const char *at = content.data();
    const char *const end = at + content.size();
    while (at && at != end)
        at = tokenEnd(at, end);
    return at || content.isEmpty();
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
    if (!std::all_of(hash.begin(), hash.end(), [](char c) { return is(c, Hex); }) || !content.startsWith(mark))
        return {};
    return {hash, content.sliced(mark.size(), content.size() - mark.size() - end.size())};
}

} // namespace tenken
