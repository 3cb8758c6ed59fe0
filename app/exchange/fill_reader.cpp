#include "exchange/fill_reader.h"

#include "exchange/csv_reader.h"
#include "exchange/fill_json.h"
#include "exchange/json_fields.h"

#include <QRegularExpression>

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

const QString codes = u"YES PARTIAL NO UNKNOWN NA"_s;
const QString causes = u"rule-unknown no-capacity no-means rule-unfit other"_s;

class FillTable {
public:
    explicit FillTable(const CsvTable &table) : m_table(table) { }
    FillRow read(const CsvRow &row);
    QList<Diagnostic> problems() const { return m_problems; }

private:
    void report(DiagnosticCode code, const CsvRow &row, const QString &column, QStringList args);
    QString itemOf(const CsvRow &row);
    QDate date(const CsvRow &row, const QString &column);
    const CsvTable &m_table;
    QHash<QString, int> m_lines;
    QList<Diagnostic> m_problems;
};

void FillTable::report(DiagnosticCode code, const CsvRow &row, const QString &column, QStringList args)
{
    constexpr qsizetype most = 200;
    if (m_problems.size() < most)
        m_problems.append(m_table.problem(code, row, column, std::move(args)));
}

QString FillTable::itemOf(const CsvRow &row)
{
    const QString column = u"item_id"_s;
    const QString item = m_table.text(row, column);
    if (item.isEmpty())
        report(DiagnosticCode::EmptyText, row, column, {column});
    else if (!isIdentifier(item))
        report(DiagnosticCode::WrongValue, row, column, {item.left(64), u"A-Z a-z 0-9 . _ -"_s});
    else if (m_lines.contains(item))
        report(DiagnosticCode::DuplicateId, row, column, {item, QString::number(m_lines.value(item))});
    m_lines.insert(item, row.line);
    return item;
}

/// ISO, or what a spreadsheet makes of it when it saves: 2026/4/1
QDate FillTable::date(const CsvRow &row, const QString &column)
{
    static const QRegularExpression shape(u"^([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})$"_s);
    const QString text = m_table.text(row, column);
    if (text.isEmpty())
        return {};
    const QRegularExpressionMatch match = shape.match(text);
    const QDate date(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    if (!date.isValid())
        report(DiagnosticCode::WrongValue, row, column, {text.left(64), u"YYYY-MM-DD"_s});
    return date;
}

FillRow FillTable::read(const CsvRow &row)
{
    const auto text = [&](const QString &column) { return m_table.text(row, column); };
    FillRow fill;
    fill.line = row.line;
    fill.item = itemOf(row);
    fill.answer.code = answerFromText(text(u"answer"_s));
    if (!fill.answer.code && !text(u"answer"_s).isEmpty())
        report(DiagnosticCode::WrongValue, row, u"answer"_s, {text(u"answer"_s).left(64), codes});
    fill.answer.comment = text(u"comment"_s);
    fill.answer.reason = text(u"reason"_s);
    fill.answer.cause = causeFromCode(text(u"cause"_s).toLower());
    if (!fill.answer.cause && !text(u"cause"_s).isEmpty())
        report(DiagnosticCode::WrongValue, row, u"cause"_s, {text(u"cause"_s).left(64), causes});
    fill.answer.opinion = text(u"opinion"_s);
    const Evidence evidence{text(u"evidence_document"_s),
                            text(u"evidence_number"_s),
                            date(row, u"evidence_date"_s),
                            text(u"evidence_place"_s),
                            {}};
    if (!evidence.isEmpty())
        fill.answer.evidence.append(evidence);
    fill.answer.plan = {text(u"plan_measure"_s), text(u"plan_owner"_s), date(row, u"plan_due"_s), {}};
    return fill;
}

Reading<QList<FillRow>> readFillCsv(const QByteArray &bytes, const QString &file)
{
    using Rows = QList<FillRow>;
    const Reading<CsvTable> csv = readCsv(bytes, file);
    if (!csv)
        return Reading<Rows>::failed(csv.problems);
    static const QStringList needed{u"item_id"_s, u"answer"_s};
    static const QStringList known =
        u"item_id answer comment reason cause opinion evidence_document evidence_number evidence_date "
        "evidence_place plan_measure plan_owner plan_due"_s.split(u' ');
    const QList<Diagnostic> columns = csv.value->missingColumns(needed) + csv.value->unknownColumns(known);
    if (!columns.isEmpty())
        return Reading<Rows>::failed(columns);
    FillTable table(*csv.value);
    Rows rows;
    for (const CsvRow &row : csv.value->rows)
        rows.append(table.read(row));
    if (!table.problems().isEmpty())
        return Reading<Rows>::failed(table.problems());
    return Reading<Rows>::of(std::move(rows));
}

} // namespace

std::optional<AnswerCode> answerFromText(const QString &text)
{
    if (const std::optional<AnswerCode> code = answerFromCode(text))
        return code;
    static const QHash<QString, AnswerCode> symbols{{u"○"_s, AnswerCode::Yes},
                                                    {u"〇"_s, AnswerCode::Yes},
                                                    {u"◯"_s, AnswerCode::Yes},
                                                    {u"△"_s, AnswerCode::Partial},
                                                    {u"▲"_s, AnswerCode::Partial},
                                                    {u"×"_s, AnswerCode::No},
                                                    {u"✕"_s, AnswerCode::No},
                                                    {u"✖"_s, AnswerCode::No},
                                                    {u"？"_s, AnswerCode::Unknown},
                                                    {u"?"_s, AnswerCode::Unknown},
                                                    {u"－"_s, AnswerCode::NotApplicable},
                                                    {u"-"_s, AnswerCode::NotApplicable},
                                                    {u"−"_s, AnswerCode::NotApplicable},
                                                    {u"ー"_s, AnswerCode::NotApplicable},
                                                    {u"―"_s, AnswerCode::NotApplicable}};
    const auto found = symbols.constFind(text);
    return found == symbols.constEnd() ? std::nullopt : std::optional(*found);
}

Reading<QList<FillRow>> readFill(const QByteArray &bytes, const QString &file)
{
    const bool isMarked = bytes.startsWith("\xEF\xBB\xBF"); // editors put a mark before JSON too
    const QByteArray start = bytes.mid(isMarked ? 3 : 0, 1024).trimmed();
    const bool isJson = start.startsWith('{') || start.startsWith('[');
    return isJson ? readFillJson(isMarked ? bytes.mid(3) : bytes, file) : readFillCsv(bytes, file);
}

} // namespace tenken
