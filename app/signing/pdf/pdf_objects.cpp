#include "signing/pdf/pdf_objects.h"

#include <QStringDecoder>

namespace tenken {

namespace {
constexpr std::uint32_t kMaxEntries = 512;
constexpr std::uint32_t kMaxElements = 200000;

constexpr int hexValue(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

/// The lexer lets nothing through but whole bytes in lower case.
QByteArray fromHex(QByteArrayView digits)
{
    QByteArray bytes(digits.size() / 2, Qt::Uninitialized);
    const char *in = digits.data();
    for (char &byte : bytes) {
        byte = static_cast<char>(hexValue(in[0]) * 16 + hexValue(in[1]));
        in += 2;
    }
    return bytes;
}
} // namespace

ValueTree::ValueTree(QByteArrayView bytes) : m_bytes(bytes)
{
    m_nodes.reserve(4096);
    m_nodes.emplace_back();
}

std::uint32_t ValueTree::refuse(const char *why)
{
    m_error = why;
    return 0;
}

std::uint32_t ValueTree::add(const ValueNode &node)
{
    if (m_nodes.size() >= kMaxValues)
        return refuse("too many values");
    m_nodes.push_back(node);
    return static_cast<std::uint32_t>(m_nodes.size() - 1);
}

std::uint32_t ValueTree::parse(PdfLexer &lexer) { return parse(lexer, lexer.next(), 0); }

std::uint32_t ValueTree::parse(PdfLexer &lexer, const Token &token, int depth)
{
    if (depth > kMaxDepth)
        return refuse("too deep");
    ValueNode node;
    node.begin = token.begin;
    node.end = token.end;
    switch (token.kind) {
    case TokenKind::Integer:
        return integerOrReference(lexer, token);
    case TokenKind::Real:
        node.kind = ValueKind::Real;
        return add(node);
    case TokenKind::Name:
        node.kind = ValueKind::Name;
        return add(node);
    case TokenKind::LiteralString:
    case TokenKind::HexString:
        node.kind = ValueKind::String;
        return add(node);
    case TokenKind::ArrayBegin:
        return parseArray(lexer, token, depth);
    case TokenKind::DictionaryBegin:
        return parseDictionary(lexer, token, depth);
    case TokenKind::Keyword: {
        const QByteArrayView word = m_bytes.sliced(token.begin, token.end - token.begin);
        if (word != "true" && word != "false")
            return refuse(word == "null" ? "explicit null" : "unknown word");
        node.kind = ValueKind::Boolean;
        node.number = word == "true";
        return add(node);
    }
    case TokenKind::End:
    case TokenKind::Invalid:
    case TokenKind::ArrayEnd:
    case TokenKind::DictionaryEnd:
        break;
    }
    return refuse("not a value");
}

std::uint32_t ValueTree::integerOrReference(PdfLexer &lexer, const Token &token)
{
    ValueNode node;
    node.kind = ValueKind::Integer;
    node.begin = token.begin;
    node.end = token.end;
    node.number = token.number;
    if (lexer.take(" 0 R")) {
        if (token.number < 1 || token.number > 8388607)
            return refuse("object number");
        node.kind = ValueKind::Reference;
        node.end = lexer.position();
    }
    return add(node);
}

std::uint32_t ValueTree::parseArray(PdfLexer &lexer, const Token &open, int depth)
{
    ValueNode array;
    array.kind = ValueKind::Array;
    array.begin = open.begin;
    const std::uint32_t index = add(array);
    std::uint32_t last = 0;
    std::uint32_t count = 0;
    for (Token token = lexer.next(); index && token.kind != TokenKind::ArrayEnd; token = lexer.next()) {
        const std::uint32_t child = parse(lexer, token, depth + 1);
        if (child == 0)
            return 0;
        if (++count > kMaxElements)
            return refuse("array too long");
        (last ? m_nodes[last].nextSibling : m_nodes[index].firstChild) = child;
        last = child;
    }
    if (index) {
        m_nodes[index].count = count;
        m_nodes[index].end = lexer.position();
    }
    return index;
}

bool ValueTree::hasKey(std::uint32_t dictionary, QByteArrayView key) const
{
    return bool(PdfValue(this, dictionary).find(key));
}

std::uint32_t ValueTree::parseDictionary(PdfLexer &lexer, const Token &open, int depth)
{
    ValueNode dictionary;
    dictionary.kind = ValueKind::Dictionary;
    dictionary.begin = open.begin;
    const std::uint32_t index = add(dictionary);
    std::uint32_t last = 0;
    for (Token token = lexer.next(); index && token.kind != TokenKind::DictionaryEnd; token = lexer.next()) {
        if (token.kind != TokenKind::Name)
            return refuse("key is not a name");
        const std::uint32_t key = parse(lexer, token, depth + 1);
        if (key == 0 || hasKey(index, PdfValue(this, key).name()))
            return refuse("duplicate key");
        const std::uint32_t value = parse(lexer, lexer.next(), depth + 1);
        if (value == 0)
            return 0;
        if (++m_nodes[index].count > kMaxEntries)
            return refuse("dictionary too large");
        (last ? m_nodes[last].nextSibling : m_nodes[index].firstChild) = key;
        m_nodes[key].nextSibling = value;
        last = value;
    }
    if (index)
        m_nodes[index].end = lexer.position();
    return index;
}

QByteArrayView PdfValue::raw() const
{
    return m_tree ? m_tree->bytes().sliced(node().begin, node().end - node().begin) : QByteArrayView();
}

QByteArrayView PdfValue::name() const { return is(ValueKind::Name) ? raw().sliced(1) : QByteArrayView(); }

QByteArray PdfValue::string() const
{
    if (!is(ValueKind::String))
        return {};
    const QByteArrayView inner = raw().sliced(1, raw().size() - 2);
    if (raw().front() == '<')
        return fromHex(inner);
    QByteArray plain;
    plain.reserve(inner.size());
    for (qsizetype i = 0; i < inner.size(); ++i)
        plain.append(inner[i] == '\\' ? inner[++i] : inner[i]);
    return plain;
}

QString PdfValue::text() const
{
    if (!is(ValueKind::String))
        return {};
    const QByteArray bytes = string();
    if (bytes.isEmpty())
        return QStringLiteral("");
    if (!bytes.startsWith("\xfe\xff")) {
        for (const char c : bytes) {
            if (c < ' ' || c > '~')
                return {};
        }
        return QString::fromLatin1(bytes);
    }
    QStringDecoder decoder(QStringDecoder::Utf16BE, QStringDecoder::Flag::Stateless);
    const QString text = decoder(QByteArrayView(bytes).sliced(2));
    return decoder.hasError() || bytes.size() % 2 ? QString() : text;
}

PdfValue PdfValue::find(QByteArrayView key) const
{
    if (!is(ValueKind::Dictionary))
        return {};
    for (PdfValue k = firstChild(); k;) {
        const PdfValue value = k.nextSibling();
        if (k.name() == key)
            return value;
        k = value.nextSibling();
    }
    return {};
}

PdfValue PdfValue::firstChild() const { return m_tree ? PdfValue(m_tree, node().firstChild) : PdfValue(); }

PdfValue PdfValue::nextSibling() const { return m_tree ? PdfValue(m_tree, node().nextSibling) : PdfValue(); }

PdfValue PdfValue::element(int index) const
{
    if (!is(ValueKind::Array))
        return {};
    PdfValue child = firstChild();
    for (; child && index > 0; --index)
        child = child.nextSibling();
    return child;
}

} // namespace tenken
