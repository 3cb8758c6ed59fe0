#include "exchange/organisation_reader.h"

#include "exchange/csv_reader.h"
#include "exchange/csv_writer.h"
#include "exchange/json_fields.h"

#include <QRegularExpression>

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

/// Reads the cells of one table and remembers what is wrong with them
class CellReader {
public:
    explicit CellReader(const CsvTable &table) : m_table(table) { }
    QString text(const CsvRow &row, const QString &column)
    {
        const QString text = m_table.text(row, column);
        if (text.isEmpty())
            report(DiagnosticCode::EmptyText, row, column, {column});
        return text;
    }
    QString code(const CsvRow &row, const QString &column)
    {
        const QString code = text(row, column);
        if (!code.isEmpty() && !isIdentifier(code))
            report(DiagnosticCode::WrongValue, row, column, {code.left(64), u"A-Z a-z 0-9 . _ -"_s});
        return code;
    }
    QString uniqueCode(const CsvRow &row, const QString &column)
    {
        const QString code = this->code(row, column);
        if (m_lines.contains(code))
            report(DiagnosticCode::DuplicateId, row, column, {code, QString::number(m_lines.value(code))});
        else if (!code.isEmpty())
            m_lines.insert(code, row.line);
        return code;
    }
    QStringList codes(const CsvRow &row, const QString &column)
    {
        static const QRegularExpression spaces(u"\\s+"_s, QRegularExpression::UseUnicodePropertiesOption);
        QStringList codes = m_table.text(row, column).split(spaces, Qt::SkipEmptyParts);
        for (const QString &code : std::as_const(codes)) {
            if (!isIdentifier(code))
                report(DiagnosticCode::WrongValue, row, column, {code.left(64), u"A-Z a-z 0-9 . _ -"_s});
        }
        codes.removeDuplicates();
        return codes;
    }
    int count(const CsvRow &row, const QString &column)
    {
        const QString text = m_table.text(row, column);
        bool isNumber = text.isEmpty();
        const int count = isNumber ? 0 : text.toInt(&isNumber);
        if (!isNumber || count < 0)
            report(DiagnosticCode::WrongValue, row, column, {text.left(64), u"0–"_s});
        return count;
    }
    Body body(const CsvRow &row, const QString &column)
    {
        const QString code = m_table.text(row, column);
        const std::optional<Body> body = bodyFromCode(code);
        if (!code.isEmpty() && !body)
            report(DiagnosticCode::WrongValue, row, column, {code.left(64), bodyCodes.toString()});
        return body.value_or(Body::Mayor);
    }
    QList<Diagnostic> problems() const { return m_problems; }

private:
    void report(DiagnosticCode code, const CsvRow &row, const QString &column, QStringList args)
    {
        constexpr qsizetype most = 200;
        if (m_problems.size() < most)
            m_problems.append(m_table.problem(code, row, column, std::move(args)));
    }
    const CsvTable &m_table;
    QHash<QString, int> m_lines;
    QList<Diagnostic> m_problems;
};

OrganisationUnit unitFrom(const CsvTable &table, const CsvRow &row, CellReader &cells)
{
    OrganisationUnit unit;
    unit.department.code = cells.uniqueCode(row, u"所属コード"_s);
    unit.department.name = cells.text(row, u"課"_s);
    for (const QString &level : {table.text(row, u"局"_s), table.text(row, u"部"_s)}) {
        if (!level.isEmpty())
            unit.department.path.append(level);
    }
    unit.department.body = cells.body(row, u"機関区分"_s);
    unit.regularStaff = cells.count(row, u"正規"_s);
    unit.fixedTermStaff = cells.count(row, u"会計年度"_s);
    unit.flags = cells.codes(row, u"属性"_s);
    unit.predecessors = cells.codes(row, u"継承元"_s);
    return unit;
}

} // namespace

Reading<Organisation> readOrganisation(const QByteArray &bytes, const QString &file)
{
    const Reading<CsvTable> csv = readCsv(bytes, file);
    if (!csv)
        return Reading<Organisation>::failed(csv.problems);
    const QList<Diagnostic> missing = csv.value->missingColumns({u"所属コード"_s, u"課"_s});
    if (!missing.isEmpty())
        return Reading<Organisation>::failed(missing);
    CellReader cells(*csv.value);
    Organisation organisation;
    for (const CsvRow &row : csv.value->rows)
        organisation.units.append(unitFrom(*csv.value, row, cells));
    if (!cells.problems().isEmpty())
        return Reading<Organisation>::failed(cells.problems());
    return Reading<Organisation>::of(std::move(organisation));
}

Reading<QList<InformationSystem>> readSystems(const QByteArray &bytes, const QString &file)
{
    using Systems = QList<InformationSystem>;
    const Reading<CsvTable> csv = readCsv(bytes, file);
    if (!csv)
        return Reading<Systems>::failed(csv.problems);
    const QStringList needed{u"システムコード"_s, u"システム名"_s, u"所管所属コード"_s};
    const QList<Diagnostic> missing = csv.value->missingColumns(needed);
    if (!missing.isEmpty())
        return Reading<Systems>::failed(missing);
    CellReader cells(*csv.value);
    Systems systems;
    for (const CsvRow &row : csv.value->rows) {
        systems.append({cells.uniqueCode(row, needed.at(0)), cells.text(row, needed.at(1)),
                        cells.code(row, needed.at(2)), cells.codes(row, u"属性"_s)});
    }
    if (!cells.problems().isEmpty())
        return Reading<Systems>::failed(cells.problems());
    return Reading<Systems>::of(std::move(systems));
}

QByteArray writeOrganisation(const Organisation &organisation)
{
    QList<QStringList> rows{
        {u"所属コード"_s, u"局"_s, u"部"_s, u"課"_s, u"機関区分"_s, u"正規"_s, u"会計年度"_s, u"属性"_s, u"継承元"_s}};
    for (const OrganisationUnit &unit : organisation.units) {
        rows.append({unit.department.code, unit.department.path.value(0), unit.department.path.value(1),
                     unit.department.name, toCode(unit.department.body), QString::number(unit.regularStaff),
                     QString::number(unit.fixedTermStaff), unit.flags.join(u' '), unit.predecessors.join(u' ')});
    }
    return writeCsv(rows);
}

QByteArray writeSystems(const QList<InformationSystem> &systems)
{
    QList<QStringList> rows{{u"システムコード"_s, u"システム名"_s, u"所管所属コード"_s, u"属性"_s}};
    for (const InformationSystem &system : systems)
        rows.append({system.code, system.name, system.ownerDepartment, system.flags.join(u' ')});
    return writeCsv(rows);
}

} // namespace tenken
