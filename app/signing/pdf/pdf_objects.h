#pragma once

#include "signing/pdf/pdf_tokens.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace tenken {

enum class ValueKind : std::uint8_t { None, Boolean, Integer, Real, Name, String, Array, Dictionary, Reference };

/// One value of the tree as it is stored: offsets into the file, children chained by index (0 = none)
struct ValueNode {
    ValueKind kind = ValueKind::None;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t firstChild = 0; ///< of a dictionary: key, value, key, value …
    std::uint32_t nextSibling = 0;
    std::uint32_t count = 0; ///< children; of a dictionary: entries
    std::int64_t number = 0; ///< of a reference: the object number
};

/// All values of one file, read in place. The bytes must outlive it.
class ValueTree {
public:
    static constexpr std::size_t kMaxValues = 500000;
    static constexpr int kMaxDepth = 24;

    explicit ValueTree(QByteArrayView bytes);
    /// Parses one value at the lexer's position; 0 and a word in error when it is not the one spelling (rule S6).
    /// Refuses duplicate keys, null, indirect references of another generation than 0, too much of anything.
    std::uint32_t parse(PdfLexer &lexer);
    const char *error() const { return m_error; }

    const ValueNode &node(std::uint32_t index) const { return m_nodes[index]; }
    QByteArrayView bytes() const { return m_bytes; }

private:
    std::uint32_t parse(PdfLexer &lexer, const Token &token, int depth);
    std::uint32_t parseArray(PdfLexer &lexer, const Token &open, int depth);
    std::uint32_t parseDictionary(PdfLexer &lexer, const Token &open, int depth);
    std::uint32_t integerOrReference(PdfLexer &lexer, const Token &token);
    bool hasKey(std::uint32_t dictionary, QByteArrayView key) const;
    std::uint32_t add(const ValueNode &node);
    std::uint32_t refuse(const char *why);

    QByteArrayView m_bytes;
    std::vector<ValueNode> m_nodes;
    const char *m_error = "";
};

/// A handle to one value. A default one, and what a missing key gives, is null: every question is answered "no".
class PdfValue {
public:
    PdfValue() = default;
    PdfValue(const ValueTree *tree, std::uint32_t index) : m_tree(index ? tree : nullptr), m_index(index) { }

    explicit operator bool() const { return m_tree; }
    ValueKind kind() const { return m_tree ? node().kind : ValueKind::None; }
    bool is(ValueKind wanted) const { return kind() == wanted; }
    bool isNumber() const { return is(ValueKind::Integer) || is(ValueKind::Real); }
    /// The bytes as they stand in the file
    QByteArrayView raw() const;
    qsizetype begin() const { return m_tree ? node().begin : 0; }
    qsizetype end() const { return m_tree ? node().end : 0; }

    std::int64_t integer() const { return is(ValueKind::Integer) ? node().number : 0; }
    int reference() const { return is(ValueKind::Reference) ? static_cast<int>(node().number) : 0; }
    /// Without the slash, #xx as written
    QByteArrayView name() const;
    bool isName(QByteArrayView wanted) const { return is(ValueKind::Name) && name() == wanted; }
    /// Bytes of a string, unescaped
    QByteArray string() const;
    /// A text string (ISO 32000-1, 7.9.2.2): ASCII, or UTF-16BE with a byte order mark; null QString otherwise
    QString text() const;

    int size() const { return m_tree ? static_cast<int>(node().count) : 0; }
    PdfValue find(QByteArrayView key) const;

    /// Elements of an array, or alternating keys and values of a dictionary
    PdfValue firstChild() const;
    PdfValue nextSibling() const;
    PdfValue element(int index) const;
    std::uint32_t index() const { return m_index; }
    const ValueTree *tree() const { return m_tree; }

private:
    const ValueNode &node() const { return m_tree->node(m_index); }
    const ValueTree *m_tree = nullptr;
    std::uint32_t m_index = 0;
};

} // namespace tenken
