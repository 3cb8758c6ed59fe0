#include "exchange/json_parser.h"

#include "exchange/json_keys.h"
#include "exchange/text_encoding.h"

#include <algorithm>

namespace tenken {

namespace {

using namespace Qt::StringLiterals;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

class Parser {
public:
    Parser(const QByteArray &bytes, QString file, const JsonLimits &limits)
        : m_bytes(bytes), m_file(std::move(file)), m_limits(limits)
    { }
    Reading<JsonValue> run();

private:
    struct Frame {
        const JsonValue *container;
        const QString *key; ///< of the member that is being read
    };

    bool readValue(JsonValue &out);
    bool readObject(JsonValue &out);
    bool readMember(JsonValue &object, JsonKeys::Many &keys);
    bool readArray(JsonValue &out);
    bool readKey(QString &out);
    bool readString(QString &out);
    bool readEscape(QString &out);
    bool readSurrogatePair(char16_t first, QString &out);
    bool readHex(char16_t &out);
    bool readNumber(QString &out);
    bool readDigits();
    bool readWord(const char *word);
    bool open(const JsonValue &container);

    bool isAtEnd() const { return m_at >= m_bytes.size(); }
    char peek() const { return isAtEnd() ? '\0' : m_bytes.at(m_at); }
    bool take(char c);
    void skipSpace();
    JsonPosition position();
    QString found() const;
    QString pointer() const;
    void report(DiagnosticCode code, JsonPosition at, QStringList args);
    bool expected(const QString &tokens);

    const QByteArray m_bytes;
    const QString m_file;
    const JsonLimits m_limits;
    qsizetype m_at = 0;
    qsizetype m_values = 0;
    qsizetype m_markedAt = 0; ///< m_mark is the position of this byte; both only move forward
    JsonPosition m_mark{1, 1};
    JsonKeys m_keys;
    std::vector<Frame> m_frames;
    QList<Diagnostic> m_problems;
};

JsonPosition Parser::position()
{
    for (; m_markedAt < m_at; ++m_markedAt) {
        const char c = m_bytes.at(m_markedAt);
        if (c == '\n')
            m_mark = {m_mark.line + 1, 1};
        else if ((static_cast<uchar>(c) & 0xc0) != 0x80)
            ++m_mark.column;
    }
    return m_mark;
}

QString Parser::pointer() const
{
    QString pointer;
    for (const Frame &frame : m_frames) {
        if (frame.container->kind == JsonValue::Kind::Array)
            pointer += u'/' + QString::number(frame.container->children.size());
        else if (frame.key)
            pointer += pointerSegment(*frame.key);
    }
    return pointer;
}

void Parser::report(DiagnosticCode code, JsonPosition at, QStringList args)
{
    constexpr qsizetype most = 200;
    if (m_problems.size() < most)
        m_problems.append({code, m_file, at.line, at.column, pointer(), std::move(args)});
}

QString Parser::found() const
{
    if (isAtEnd())
        return u"end-of-file"_s;
    if (m_bytes.mid(m_at, 3) == "\xef\xbb\xbf")
        return u"byte-order-mark"_s;
    const QString text = QString::fromUtf8(m_bytes.mid(m_at, 4));
    const char32_t c = text.toUcs4().constFirst();
    if (c <= 0x20 || c == 0x7f)
        return u"U+%1"_s.arg(uint(c), 4, 16, QChar(u'0')).toUpper();
    return QString::fromUcs4(&c, 1);
}

bool Parser::expected(const QString &tokens)
{
    report(DiagnosticCode::Syntax, position(), {tokens, found()});
    return false;
}

bool Parser::take(char c)
{
    if (isAtEnd() || m_bytes.at(m_at) != c)
        return false;
    ++m_at;
    return true;
}

void Parser::skipSpace()
{
    while (!isAtEnd() && (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r'))
        ++m_at;
}

bool Parser::open(const JsonValue &container)
{
    if (m_frames.size() >= static_cast<size_t>(m_limits.depth)) {
        report(DiagnosticCode::TooDeep, container.at, {QString::number(m_limits.depth)});
        return false;
    }
    ++m_at;
    m_frames.push_back({&container, nullptr});
    skipSpace();
    return true;
}

bool Parser::readValue(JsonValue &out)
{
    out.at = position();
    if (++m_values > m_limits.values) {
        report(DiagnosticCode::TooLarge, out.at, {QString::number(m_limits.bytes)});
        return false;
    }
    const char c = peek();
    if (c == '{')
        return readObject(out);
    if (c == '[')
        return readArray(out);
    if (c == '"') {
        out.kind = JsonValue::Kind::String;
        return readString(out.text);
    }
    if (c == '-' || isDigit(c)) {
        out.kind = JsonValue::Kind::Number;
        return readNumber(out.text);
    }
    if (c == 't' || c == 'f') {
        out.kind = JsonValue::Kind::Boolean;
        out.boolean = c == 't';
        return readWord(out.boolean ? "true" : "false");
    }
    if (c == 'n')
        return readWord("null");
    return expected(u"value"_s);
}

bool Parser::readWord(const char *word)
{
    for (const char *c = word; *c; ++c) {
        if (!take(*c))
            return expected(QString::fromLatin1(word));
    }
    return true;
}

bool Parser::readMember(JsonValue &object, JsonKeys::Many &keys)
{
    JsonValue member;
    member.keyAt = position();
    if (peek() != '"')
        return expected(object.children.empty() ? u"key }"_s : u"key"_s);
    if (!readKey(member.key))
        return false;
    m_frames.back().key = &member.key;
    if (m_keys.isIn(object, member.key, keys))
        report(DiagnosticCode::DuplicateKey, member.keyAt, {member.key});
    skipSpace();
    if (!take(':'))
        return expected(u":"_s);
    skipSpace();
    if (!readValue(member))
        return false;
    m_frames.back().key = nullptr;
    object.children.push_back(std::move(member));
    return true;
}

bool Parser::readObject(JsonValue &out)
{
    out.kind = JsonValue::Kind::Object;
    if (!open(out))
        return false;
    JsonKeys::Many keys;
    if (!take('}')) {
        do {
            skipSpace();
            if (!readMember(out, keys))
                return false;
            skipSpace();
        } while (take(','));
        if (!take('}'))
            return expected(u", }"_s);
    }
    m_frames.pop_back();
    return true;
}

bool Parser::readArray(JsonValue &out)
{
    out.kind = JsonValue::Kind::Array;
    if (!open(out))
        return false;
    if (!take(']')) {
        do {
            skipSpace();
            JsonValue element;
            if (!readValue(element))
                return false;
            out.children.push_back(std::move(element));
            skipSpace();
        } while (take(','));
        if (!take(']'))
            return expected(u", ]"_s);
    }
    m_frames.pop_back();
    return true;
}

/// As readString does; one text for all keys that are spelt alike
bool Parser::readKey(QString &out)
{
    const auto isPlain = [](char c) { return static_cast<uchar>(c) >= 0x20 && c != '"' && c != '\\'; };
    const char *const begin = m_bytes.constBegin() + m_at + 1; // behind the quote
    const char *const end = std::find_if_not(begin, m_bytes.constEnd(), isPlain);
    const QByteArrayView spelling(begin, end);
    if (end != m_bytes.constEnd() && *end == '"') {
        if (const QString *known = m_keys.find(spelling)) {
            out = *known;
            m_at += spelling.size() + 2;
            return true;
        }
    }
    if (!readString(out))
        return false;
    if (m_bytes.constBegin() + m_at == end + 1)
        m_keys.add(spelling, out);
    else
        m_keys.addEscaped();
    return true;
}

bool Parser::readString(QString &out)
{
    ++m_at; // the quote
    qsizetype pieceAt = m_at;
    while (!isAtEnd()) {
        const char c = m_bytes.at(m_at);
        if (static_cast<uchar>(c) < 0x20)
            break;
        if (c != '"' && c != '\\') {
            ++m_at;
            continue;
        }
        out += fromValidUtf8(QByteArrayView(m_bytes).sliced(pieceAt, m_at - pieceAt));
        ++m_at;
        if (c == '"')
            return true;
        if (!readEscape(out))
            return false;
        pieceAt = m_at;
    }
    return expected(u"\""_s);
}

bool Parser::readEscape(QString &out)
{
    static constexpr char letters[] = "\"\\/bfnrt";
    static constexpr char meanings[] = "\"\\/\b\f\n\r\t";
    const char c = peek();
    for (int i = 0; letters[i]; ++i) {
        if (c == letters[i]) {
            ++m_at;
            out += QLatin1Char(meanings[i]);
            return true;
        }
    }
    if (c != 'u')
        return expected(u"escape"_s);
    ++m_at;
    char16_t unit = 0;
    if (!readHex(unit))
        return false;
    if (!QChar::isSurrogate(unit)) {
        out += QChar(unit);
        return true;
    }
    return readSurrogatePair(unit, out);
}

bool Parser::readSurrogatePair(char16_t first, QString &out)
{
    if (QChar::isLowSurrogate(first) || !take('\\') || !take('u'))
        return expected(u"surrogate-pair"_s);
    char16_t second = 0;
    if (!readHex(second))
        return false;
    if (!QChar::isLowSurrogate(second))
        return expected(u"surrogate-pair"_s);
    out += QChar(first);
    out += QChar(second);
    return true;
}

bool Parser::readHex(char16_t &out)
{
    for (int i = 0; i < 4; ++i) {
        const char c = peek();
        int digit = 0;
        if (isDigit(c))
            digit = c - '0';
        else if (c >= 'a' && c <= 'f')
            digit = c - 'a' + 10;
        else if (c >= 'A' && c <= 'F')
            digit = c - 'A' + 10;
        else
            return expected(u"hex-digit"_s);
        out = static_cast<char16_t>(out * 16 + digit);
        ++m_at;
    }
    return true;
}

bool Parser::readDigits()
{
    if (!isDigit(peek()))
        return expected(u"digit"_s);
    while (isDigit(peek()))
        ++m_at;
    return true;
}

bool Parser::readNumber(QString &out)
{
    const qsizetype begin = m_at;
    take('-');
    if (!take('0') && !readDigits()) // a leading zero stands alone: what follows it is then unexpected
        return false;
    if (take('.') && !readDigits())
        return false;
    if (take('e') || take('E')) {
        if (!take('+'))
            take('-');
        if (!readDigits())
            return false;
    }
    out = QString::fromLatin1(m_bytes.constData() + begin, m_at - begin);
    return true;
}

Reading<JsonValue> Parser::run()
{
    if (m_bytes.size() > m_limits.bytes) {
        report(DiagnosticCode::TooLarge, {}, {QString::number(m_limits.bytes)});
        return Reading<JsonValue>::failed(m_problems);
    }
    if (const std::optional<qsizetype> invalid = firstInvalidUtf8(m_bytes)) {
        m_at = *invalid;
        report(DiagnosticCode::NotUtf8, position(), {QString::number(*invalid)});
        return Reading<JsonValue>::failed(m_problems);
    }
    JsonValue root;
    skipSpace();
    bool isRead = readValue(root);
    if (isRead) {
        skipSpace();
        isRead = isAtEnd() || expected(u"end-of-file"_s);
    }
    if (!isRead || !m_problems.isEmpty())
        return Reading<JsonValue>::failed(m_problems);
    return Reading<JsonValue>::of(std::move(root));
}

} // namespace

Reading<JsonValue> parseJson(const QByteArray &bytes, const QString &file, const JsonLimits &limits)
{
    return Parser(bytes, file, limits).run();
}

} // namespace tenken
