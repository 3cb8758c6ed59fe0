#include "signing/pdf/pdf_tokens.h"

namespace tenken {

namespace {

constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }
constexpr bool isLowerHex(char c) { return isDigit(c) || (c >= 'a' && c <= 'f'); }
constexpr bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool isPlainInName(char c)
{
    return isLetter(c) || isDigit(c) || c == '+' || c == '-' || c == '_' || c == '.';
}
/// What may follow a number, a name or a word
bool endsWord(char c) { return QByteArrayView(" \n/[]<>()").contains(c); }
constexpr int hexValue(char c) { return isDigit(c) ? c - '0' : c - 'a' + 10; }

} // namespace

bool PdfLexer::take(QByteArrayView expected)
{
    if (m_at > size() || !m_bytes.sliced(m_at).startsWith(expected))
        return false;
    m_at += static_cast<std::uint32_t>(expected.size());
    return true;
}

bool PdfLexer::takeInteger(std::int64_t &value)
{
    const std::uint32_t begin = m_at;
    const Token token = isDigit(at(begin)) ? number(begin) : Token{};
    if (token.kind != TokenKind::Integer) {
        m_at = begin;
        return false;
    }
    value = token.number;
    return true;
}

Token PdfLexer::finish(TokenKind kind, std::uint32_t begin) { return {kind, begin, m_at, 0}; }

Token PdfLexer::finishWord(TokenKind kind, std::uint32_t begin, std::int64_t value)
{
    const bool ended = m_at >= size() || endsWord(at(m_at));
    return {ended ? kind : TokenKind::Invalid, begin, m_at, value};
}

Token PdfLexer::next()
{
    if (at(m_at) == ' ' || at(m_at) == '\n')
        ++m_at;
    const std::uint32_t begin = m_at;
    if (begin >= size())
        return finish(TokenKind::End, begin);
    const char c = at(begin);
    switch (c) {
    case '/':
        return name(begin);
    case '(':
        return literal(begin);
    case '[':
        ++m_at;
        return finish(TokenKind::ArrayBegin, begin);
    case ']':
        ++m_at;
        return finish(TokenKind::ArrayEnd, begin);
    case '<':
        if (take("<<"))
            return finish(TokenKind::DictionaryBegin, begin);
        return hex(begin);
    case '>':
        return finish(take(">>") ? TokenKind::DictionaryEnd : TokenKind::Invalid, begin);
    default:
        break;
    }
    if (isDigit(c) || c == '-')
        return number(begin);
    if (!isLetter(c))
        return finish(TokenKind::Invalid, begin);
    while (isLetter(at(m_at)))
        ++m_at;
    return finishWord(TokenKind::Keyword, begin);
}

/// #xx is read only where a character cannot be written plainly: /J#53 has no business here.
Token PdfLexer::name(std::uint32_t begin)
{
    ++m_at;
    for (;;) {
        if (isPlainInName(at(m_at))) {
            ++m_at;
            continue;
        }
        if (at(m_at) != '#')
            break;
        if (!isLowerHex(at(m_at + 1)) || !isLowerHex(at(m_at + 2)))
            return finish(TokenKind::Invalid, begin);
        const char decoded = static_cast<char>(hexValue(at(m_at + 1)) * 16 + hexValue(at(m_at + 2)));
        if (isPlainInName(decoded) || decoded == '\0')
            return finish(TokenKind::Invalid, begin);
        m_at += 3;
    }
    const bool usable = m_at > begin + 1 && m_at - begin <= 128;
    return finishWord(usable ? TokenKind::Name : TokenKind::Invalid, begin);
}

Token PdfLexer::number(std::uint32_t begin)
{
    const bool negative = at(m_at) == '-';
    m_at += negative ? 1 : 0;
    const std::uint32_t digits = m_at;
    std::int64_t value = 0;
    while (isDigit(at(m_at)) && m_at - digits < 16)
        value = value * 10 + (at(m_at++) - '0');
    const std::uint32_t count = m_at - digits;
    if (count == 0 || count == 16 || (count > 1 && at(digits) == '0'))
        return finish(TokenKind::Invalid, begin);
    if (at(m_at) != '.') {
        if (negative && value == 0)
            return finish(TokenKind::Invalid, begin);
        return finishWord(TokenKind::Integer, begin, negative ? -value : value);
    }
    const std::uint32_t fraction = ++m_at;
    while (isDigit(at(m_at)) && m_at - fraction < 16)
        ++m_at;
    const std::uint32_t decimals = m_at - fraction;
    return finishWord(decimals == 0 || decimals == 16 ? TokenKind::Invalid : TokenKind::Real, begin);
}

Token PdfLexer::literal(std::uint32_t begin)
{
    for (++m_at; m_at < size(); ++m_at) {
        const char c = at(m_at);
        if (c == ')') {
            ++m_at;
            return finish(TokenKind::LiteralString, begin);
        }
        if (c == '\\') {
            const char escaped = at(++m_at);
            if (escaped != '(' && escaped != ')' && escaped != '\\')
                return finish(TokenKind::Invalid, begin);
        } else if (c == '(' || c < ' ' || c > '~') {
            return finish(TokenKind::Invalid, begin);
        }
    }
    return finish(TokenKind::Invalid, begin);
}

Token PdfLexer::hex(std::uint32_t begin)
{
    ++m_at;
    while (isLowerHex(at(m_at)))
        ++m_at;
    const bool whole = at(m_at) == '>' && (m_at - begin) % 2 == 1;
    m_at += whole ? 1 : 0;
    return finish(whole ? TokenKind::HexString : TokenKind::Invalid, begin);
}

} // namespace tenken
