#include "exchange/tally_reader.h"

#include "exchange/csv_reader.h"

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostStaff = 1'000'000;

class TallyRows {
public:
    TallyRows(const CsvTable &table, const Checklist &personal) : m_table(table), m_personal(personal) { }

    QString item(const CsvRow &row)
    {
        const QString column = u"item_id"_s;
        const QString item = m_table.text(row, column);
        if (!m_personal.find(item))
            report(DiagnosticCode::BadReference, row, column, {u"item"_s, item.left(64)});
        else if (m_lines.contains(item))
            report(DiagnosticCode::DuplicateId, row, column, {item, QString::number(m_lines.value(item))});
        m_lines.insert(item, row.line);
        return item;
    }

    int count(const CsvRow &row, const QString &column, int most = mostStaff)
    {
        const QString text = m_table.text(row, column);
        bool isNumber = false;
        const int count = text.toInt(&isNumber);
        if (isNumber && count >= 0 && count <= most)
            return count;
        report(DiagnosticCode::WrongValue, row, column, {text.left(64), u"0–%1"_s.arg(most)});
        return 0;
    }

    /// The same number in each row, as the first one gives it
    void repeated(const CsvRow &row, const QString &column, int expected)
    {
        const QString text = m_table.text(row, column);
        if (text != QString::number(expected))
            report(DiagnosticCode::WrongValue, row, column, {text.left(64), QString::number(expected)});
    }

    TallyRow counts(const CsvRow &row, int respondents)
    {
        TallyRow tally{item(row),
                       count(row, u"yes"_s, respondents),
                       count(row, u"partial"_s, respondents),
                       count(row, u"no"_s, respondents),
                       count(row, u"unknown"_s, respondents),
                       count(row, u"na"_s, respondents)};
        const qint64 sum = qint64(tally.yes) + tally.partial + tally.no + tally.unknown + tally.na;
        if (sum > respondents)
            report(DiagnosticCode::WrongValue, row, u"respondents"_s,
                   {QString::number(respondents), u">%1"_s.arg(sum - 1)});
        return tally;
    }
    const QList<Diagnostic> &problems() const { return m_problems; }

private:
    void report(DiagnosticCode code, const CsvRow &row, const QString &column, QStringList args)
    {
        constexpr qsizetype most = 200;
        if (m_problems.size() < most)
            m_problems.append(m_table.problem(code, row, column, std::move(args)));
    }
    const CsvTable &m_table;
    const Checklist &m_personal;
    QHash<QString, int> m_lines;
    QList<Diagnostic> m_problems;
};

} // namespace

Reading<StaffTally> readTally(const QByteArray &bytes, const QString &file, const Checklist &personal)
{
    const QStringList columns{u"item_id"_s, u"population"_s, u"respondents"_s, u"yes"_s,
                              u"partial"_s, u"no"_s,         u"unknown"_s,     u"na"_s};
    const Reading<CsvTable> csv = readCsv(bytes, file);
    if (!csv)
        return Reading<StaffTally>::failed(csv.problems);
    const CsvTable &table = *csv.value;
    const QList<Diagnostic> columnProblems = table.missingColumns(columns) + table.unknownColumns(columns);
    if (!columnProblems.isEmpty())
        return Reading<StaffTally>::failed(columnProblems);
    if (table.rows.isEmpty())
        return Reading<StaffTally>::failed({{DiagnosticCode::EmptyText, file, 0, 0, {}, {columns.at(0)}}});
    TallyRows rows(table, personal);
    const CsvRow &first = table.rows.constFirst();
    StaffTally tally;
    tally.checklist = personal.id;
    tally.edition = personal.edition;
    tally.population = rows.count(first, columns.at(1));
    tally.respondents = rows.count(first, columns.at(2), tally.population);
    for (const CsvRow &row : table.rows) {
        rows.repeated(row, columns.at(1), tally.population);
        rows.repeated(row, columns.at(2), tally.respondents);
        tally.items.append(rows.counts(row, tally.respondents));
    }
    if (!rows.problems().isEmpty())
        return Reading<StaffTally>::failed(rows.problems());
    return Reading<StaffTally>::of(std::move(tally));
}

} // namespace tenken
