#include "exchange/roles_reader.h"

#include "exchange/csv_reader.h"

#include <QHash>
#include <QRegularExpression>

namespace tenken {

using namespace Qt::StringLiterals;

Reading<QList<RoleMapping>> readRoles(const QByteArray &bytes, const QString &file)
{
    using Roles = QList<RoleMapping>;
    static const QRegularExpression fingerprint(u"^[0-9a-f]{64}$"_s);
    const QStringList columns{u"certificate_sha256"_s, u"role"_s, u"department"_s};
    const Reading<CsvTable> csv = readCsv(bytes, file);
    if (!csv)
        return Reading<Roles>::failed(csv.problems);
    const CsvTable &table = *csv.value;
    QList<Diagnostic> problems = table.missingColumns(columns) + table.unknownColumns(columns);
    if (!problems.isEmpty())
        return Reading<Roles>::failed(problems);
    Roles roles;
    QHash<QString, int> lines;
    for (const CsvRow &row : table.rows) {
        const QString sha256 = table.text(row, columns.at(0)).remove(u':').toLower();
        const std::optional<Role> role = roleFromCode(table.text(row, columns.at(1)).toLower());
        const QString department = table.text(row, columns.at(2));
        const bool needsDepartment = role == Role::Inspector || role == Role::Approver;
        if (!fingerprint.match(sha256).hasMatch())
            problems.append(
                table.problem(DiagnosticCode::WrongValue, row, columns.at(0), {sha256.left(64), u"SHA-256 (hex)"_s}));
        else if (lines.contains(sha256))
            problems.append(table.problem(DiagnosticCode::DuplicateId, row, columns.at(0),
                                          {sha256, QString::number(lines.value(sha256))}));
        if (!role)
            problems.append(
                table.problem(DiagnosticCode::WrongValue, row, columns.at(1),
                              {table.text(row, columns.at(1)).left(64), u"inspector approver auditor division"_s}));
        if (needsDepartment && department.isEmpty())
            problems.append(table.problem(DiagnosticCode::EmptyText, row, columns.at(2), {columns.at(2)}));
        lines.insert(sha256, row.line);
        roles.append({sha256, role.value_or(Role::Inspector), department});
    }
    if (!problems.isEmpty())
        return Reading<Roles>::failed(problems.mid(0, 200));
    return Reading<Roles>::of(std::move(roles));
}

} // namespace tenken
