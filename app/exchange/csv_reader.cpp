#include "exchange/csv_reader.h"

#include "core/text_fold.h"

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostProblems = 200;

/// Splits text into records; stops at the first thing that is no CSV
class Splitter {
public:
    Splitter(const QString &text, const CsvLimits &limits) : m_text(text), m_limits(limits) { }
    bool next(CsvRow &row); ///< false at the end or after a problem
    DiagnosticCode code() const { return m_code; }
    QStringList args() const { return m_args; }
    int line() const { return m_line; }
    int column() const { return m_column; }

private:
    bool readField(CsvRow &row);
    bool readQuoted(QString &out);
    bool readPlain(QString &out);
    bool append(QString &out, QChar c);
    bool stop(DiagnosticCode code, QStringList args);
    bool isAtEnd() const { return m_at >= m_text.size(); }
    bool isLineEnd() const { return !isAtEnd() && (peek() == u'\n' || peek() == u'\r'); }
    QChar peek() const { return m_text.at(m_at); }
    void advance();

    const QString &m_text;
    const CsvLimits &m_limits;
    qsizetype m_at = 0;
    qsizetype m_fields = 0;
    int m_line = 1;
    int m_column = 1;
    DiagnosticCode m_code = DiagnosticCode::Syntax;
    QStringList m_args;
};

void Splitter::advance()
{
    const QChar c = m_text.at(m_at++);
    const bool isBreak = c == u'\n' || (c == u'\r' && (isAtEnd() || peek() != u'\n'));
    if (isBreak) {
        ++m_line;
        m_column = 1;
    } else if (!c.isLowSurrogate()) {
        ++m_column;
    }
}

bool Splitter::stop(DiagnosticCode code, QStringList args)
{
    m_code = code;
    m_args = std::move(args);
    return false;
}

bool Splitter::append(QString &out, QChar c)
{
    if (out.size() >= m_limits.fieldCharacters)
        return stop(DiagnosticCode::TooLarge, {QString::number(m_limits.fieldCharacters)});
    out += c;
    return true;
}

bool Splitter::readQuoted(QString &out)
{
    advance();
    while (!isAtEnd()) {
        const QChar c = peek();
        advance();
        if (c == u'"') {
            if (isAtEnd() || peek() != u'"')
                return true;
            advance();
        }
        if (c == u'\r' && !isAtEnd() && peek() == u'\n')
            continue;
        if (!append(out, c == u'\r' ? QChar(u'\n') : c))
            return false;
    }
    return stop(DiagnosticCode::Syntax, {u"\""_s, u"end-of-file"_s});
}

bool Splitter::readPlain(QString &out)
{
    while (!isAtEnd() && peek() != u',' && !isLineEnd()) {
        if (peek() == u'"')
            return stop(DiagnosticCode::Syntax, {u", line-end"_s, u"\""_s});
        if (!append(out, peek()))
            return false;
        advance();
    }
    return true;
}

bool Splitter::readField(CsvRow &row)
{
    if (row.fields.size() >= m_limits.columns)
        return stop(DiagnosticCode::TooLarge, {QString::number(m_limits.columns)});
    if (++m_fields > m_limits.fields)
        return stop(DiagnosticCode::TooLarge, {QString::number(m_limits.fields)});
    CsvField field{{}, m_line, m_column};
    const bool isQuoted = !isAtEnd() && peek() == u'"';
    if (!(isQuoted ? readQuoted(field.text) : readPlain(field.text)))
        return false;
    if (!isAtEnd() && peek() != u',' && !isLineEnd())
        return stop(DiagnosticCode::Syntax, {u", line-end"_s, QString(peek())});
    field.text = withoutFormulaGuard(field.text);
    row.fields.append(field);
    return true;
}

bool Splitter::next(CsvRow &row)
{
    row.fields.clear();
    row.line = m_line;
    if (isAtEnd())
        return false;
    while (readField(row)) {
        if (!isAtEnd() && peek() == u',') {
            advance();
            continue;
        }
        const bool isReturn = !isAtEnd() && peek() == u'\r';
        if (isReturn)
            advance();
        if (!isAtEnd() && peek() == u'\n' && (!isReturn || m_column > 1)) // CR alone has begun a new line
            advance();
        return true;
    }
    return false;
}

bool isEmptyRow(const CsvRow &row)
{
    for (const CsvField &field : row.fields) {
        if (!field.text.trimmed().isEmpty())
            return false;
    }
    return true;
}

} // namespace

bool needsFormulaGuard(const QString &text)
{
    static const QString triggers = u"=+-@\t\r＝＋－＠"_s;
    qsizetype first = 0;
    while (first < text.size() && text.at(first) == u'\'')
        ++first;
    return first < text.size() && triggers.contains(text.at(first)) && text != u"－";
}

QString withoutFormulaGuard(const QString &text)
{
    return text.startsWith(u'\'') && needsFormulaGuard(text.mid(1)) ? text.mid(1) : text;
}

CsvField CsvTable::field(const CsvRow &row, const QString &column) const
{
    return row.fields.value(header.indexOf(column));
}

QString CsvTable::text(const CsvRow &row, const QString &column) const { return field(row, column).text.trimmed(); }

Diagnostic CsvTable::problem(DiagnosticCode code, const CsvRow &row, const QString &column, QStringList args) const
{
    const CsvField at = field(row, column);
    return {code, file, at.line > 0 ? at.line : row.line, at.column, column, std::move(args)};
}

QList<Diagnostic> CsvTable::missingColumns(const QStringList &needed) const
{
    QList<Diagnostic> problems;
    for (const QString &column : needed) {
        if (!header.contains(column))
            problems.append({DiagnosticCode::MissingColumn, file, 1, 0, column, {column}});
    }
    return problems;
}

QList<Diagnostic> CsvTable::unknownColumns(const QStringList &known) const
{
    QList<Diagnostic> problems;
    for (const QString &column : header) {
        if (!known.contains(column))
            problems.append({DiagnosticCode::UnknownColumn, file, 1, 0, column, {column}});
    }
    return problems;
}

namespace {

/// Gathers the records of one file under its header
class TableReader {
public:
    TableReader(const QString &file, const CsvLimits &limits) : m_limits(limits) { m_table.file = file; }
    Reading<CsvTable> read(const DecodedText &decoded);

private:
    void takeHeader(const CsvRow &row);
    bool takeRow(CsvRow row); ///< false: one more than there may be
    void report(DiagnosticCode code, const CsvField &at, const QString &column, QStringList args);

    const CsvLimits &m_limits;
    CsvTable m_table;
    QList<Diagnostic> m_problems;
};

void TableReader::report(DiagnosticCode code, const CsvField &at, const QString &column, QStringList args)
{
    if (m_problems.size() < mostProblems)
        m_problems.append({code, m_table.file, at.line, at.column, column, std::move(args)});
}

void TableReader::takeHeader(const CsvRow &row)
{
    for (const CsvField &field : row.fields) {
        const QString name = field.text.trimmed();
        if (m_table.header.contains(name) && !name.isEmpty())
            report(DiagnosticCode::DuplicateKey, field, name, {name});
        m_table.header.append(name);
    }
    while (!m_table.header.isEmpty() && m_table.header.constLast().isEmpty())
        m_table.header.removeLast();
}

bool TableReader::takeRow(CsvRow row)
{
    if (m_table.rows.size() >= m_limits.rows) {
        report(DiagnosticCode::TooLarge, {{}, row.line, 1}, {}, {QString::number(m_limits.rows)});
        return false;
    }
    while (row.fields.size() > m_table.header.size() && row.fields.constLast().text.isEmpty())
        row.fields.removeLast();
    if (row.fields.size() > m_table.header.size()) {
        const CsvField &extra = row.fields.at(m_table.header.size());
        report(DiagnosticCode::Syntax, extra, {}, {u"line-end"_s, extra.text.left(20)});
        return true;
    }
    row.fields.resize(m_table.header.size());
    for (qsizetype i = 0; i < row.fields.size(); ++i) {
        if (hasForbiddenCharacter(row.fields.at(i).text))
            report(DiagnosticCode::WrongValue, row.fields.at(i), m_table.header.at(i),
                   {u"control-character"_s, u"text"_s});
    }
    m_table.rows.append(std::move(row));
    return true;
}

Reading<CsvTable> TableReader::read(const DecodedText &decoded)
{
    m_table.encoding = decoded.encoding;
    Splitter splitter(decoded.text, m_limits);
    CsvRow row;
    while (m_problems.size() < mostProblems && splitter.next(row)) {
        if (isEmptyRow(row))
            continue;
        if (m_table.header.isEmpty())
            takeHeader(row);
        else if (!takeRow(row))
            break;
    }
    if (!splitter.args().isEmpty())
        report(splitter.code(), {{}, splitter.line(), splitter.column()}, {}, splitter.args());
    if (!m_problems.isEmpty())
        return Reading<CsvTable>::failed(m_problems);
    return Reading<CsvTable>::of(std::move(m_table));
}

} // namespace

Reading<CsvTable> readCsv(const QByteArray &bytes, const QString &file, const CsvLimits &limits)
{
    if (bytes.size() > limits.bytes)
        return Reading<CsvTable>::failed({{DiagnosticCode::TooLarge, file, 0, 0, {}, {QString::number(limits.bytes)}}});
    const std::optional<DecodedText> decoded = decodeText(bytes);
    if (!decoded) {
        const qsizetype offset = firstInvalidUtf8(bytes).value_or(0);
        const int line = static_cast<int>(bytes.left(offset).count('\n')) + 1;
        return Reading<CsvTable>::failed({{DiagnosticCode::NotUtf8, file, line, 0, {}, {QString::number(offset)}}});
    }
    return TableReader(file, limits).read(*decoded);
}

} // namespace tenken
