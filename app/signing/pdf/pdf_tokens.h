#pragma once

#include <QByteArrayView>

#include <cstdint>

namespace tenken {

/// What a token of a PDF body is (ISO 32000-1, 7.2–7.3)
enum class TokenKind : std::uint8_t {
    End,
    Invalid,
    Integer,
    Real,
    Name,
    LiteralString,
    HexString,
    ArrayBegin,
    ArrayEnd,
    DictionaryBegin,
    DictionaryEnd,
    Keyword,
};

/// begin and end are offsets in the bytes that the lexer reads; number is the value of an Integer.
struct Token {
    TokenKind kind = TokenKind::End;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::int64_t number = 0;
};

/// The one spelling that Tenken writes: tokens are separated by at most one space or line feed, no comments, no
/// carriage returns, integers without signs or zeros in front, printable strings, lower-case hex. Everything else is
/// Invalid. Reads in place, never past the end; input of at most 4 GiB.
class PdfLexer {
public:
    explicit PdfLexer(QByteArrayView bytes, std::uint32_t at = 0) : m_bytes(bytes), m_at(at) { }

    Token next();
    std::uint32_t position() const { return m_at; }
    void seek(std::uint32_t at) { m_at = at; }
    /// Consumes exactly these bytes, or nothing
    bool take(QByteArrayView expected);
    /// An integer in its only spelling
    bool takeInteger(std::int64_t &number);

private:
    Token finish(TokenKind kind, std::uint32_t begin);
    Token finishWord(TokenKind kind, std::uint32_t begin, std::int64_t value = 0);
    Token name(std::uint32_t begin);
    Token number(std::uint32_t begin);
    Token literal(std::uint32_t begin);
    Token hex(std::uint32_t begin);
    char at(std::uint32_t offset) const { return offset < size() ? m_bytes[offset] : '\0'; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(m_bytes.size()); }

    QByteArrayView m_bytes;
    std::uint32_t m_at;
};

} // namespace tenken
