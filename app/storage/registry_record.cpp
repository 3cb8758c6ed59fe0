#include "storage/registry_record.h"

#include "core/clock.h"
#include "storage/row_text.h"

#include <initializer_list>

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

// The codes of core have one direction only where files are never read back; a registry is.
template <class Enum> Enum enumFrom(const QString &code, std::initializer_list<Enum> all, Enum otherwise)
{
    for (const Enum one : all) {
        if (toCode(one) == code) {
            return one;
        }
    }
    return otherwise;
}

/// The highest revision of one subject in one round. Not of one inspection: another department that took its identifier
/// could put its own submission in front of this one.
QString isLatest()
{
    return u"revision = (SELECT max(other.revision) FROM submissions AS other "
           "WHERE other.fiscal_year = submissions.fiscal_year AND other.round = submissions.round "
           "AND other.checklist = submissions.checklist AND other.subject_kind = submissions.subject_kind "
           "AND other.subject_code = submissions.subject_code AND other.department_code = submissions.department_code)"_s;
}

} // namespace

QString entryColumns()
{
    return u"submission, inspection, revision, sha256, checklist, edition, subject_kind, subject_code, subject_name, "
           "department_code, department_name, department_path, department_body, fiscal_year, round, approved, "
           "signatures, imported_at, file_name, "_s
        + isLatest();
}

int entryColumnCount() { return 20; }

Result<RegistryEntry> entryFrom(const QSqlQuery &row)
{
    int column = 0;
    const auto text = [&] { return row.value(column++).toString(); };
    const auto number = [&] { return row.value(column++).toInt(); };
    RegistryEntry entry;
    entry.submission = QUuid::fromString(text());
    entry.inspection = QUuid::fromString(text());
    entry.revision = number();
    entry.sha256 = text();
    entry.checklist = text();
    entry.edition = text();
    const auto kind = subjectKindFromCode(text());
    entry.subject.code = text();
    entry.subject.name = text();
    entry.department.code = text();
    entry.department.name = text();
    entry.department.path = listFrom(text());
    const auto body = bodyFromCode(text());
    entry.fiscalYear = FiscalYear(number());
    entry.round = number();
    entry.approved = number() != 0;
    entry.signatures = number();
    entry.importedAt = fromIso(text());
    entry.fileName = text();
    entry.latest = number() != 0;
    if (!kind || !body) {
        return fail(ErrorCode::StoreCorrupt, uuidText(entry.submission), u"unknown code in a submission"_s);
    }
    entry.subject.kind = *kind;
    entry.department.body = *body;
    return entry;
}

SqlCondition conditionOf(const RegistryFilter &filter)
{
    QStringList parts{u"1 = 1"_s};
    QVariantList values;
    const auto add = [&](const QString &part, const QVariant &value) {
        parts.append(part);
        values.append(value);
    };
    if (filter.fiscalYear) {
        add(u"fiscal_year = ?"_s, filter.fiscalYear->startYear());
    }
    if (filter.round) {
        add(u"round = ?"_s, *filter.round);
    }
    if (!filter.checklist.isEmpty()) {
        add(u"checklist = ?"_s, filter.checklist);
    }
    if (!filter.department.isEmpty()) {
        add(u"(department_code = ? OR subject_code = ?)"_s, filter.department);
        values.append(filter.department);
    }
    if (filter.isLatestOnly) {
        parts.append(isLatest());
    }
    return {parts.join(u" AND "_s), values};
}

QString signatureColumns()
{
    return u"role, signer, post, department, issuer, certificate_sha256, serial, signed_at, time_source, integrity, "
           "trust, level, field"_s;
}

QVariantList signatureValues(const SignatureFinding &s)
{
    return {s.role ? toCode(*s.role) : u""_s,
            s.signer,
            s.post,
            s.department,
            s.issuer,
            s.certificateSha256,
            s.serial,
            s.signedAt.isValid() ? toIso(s.signedAt) : u""_s,
            toCode(s.timeSource),
            toCode(s.integrity),
            toCode(s.trust),
            toCode(s.level),
            s.field};
}

SignatureFinding signatureFrom(const QSqlQuery &row)
{
    int column = 0;
    const auto text = [&] { return row.value(column++).toString(); };
    SignatureFinding s;
    s.role = roleFromCode(text());
    s.signer = text();
    s.post = text();
    s.department = text();
    s.issuer = text();
    s.certificateSha256 = text();
    s.serial = text();
    s.signedAt = fromIso(text());
    s.timeSource = enumFrom(text(), {TimeSource::Claimed, TimeSource::Timestamp}, TimeSource::Claimed);
    s.integrity = enumFrom(text(), {Integrity::Intact, Integrity::Broken}, Integrity::Broken);
    s.trust =
        enumFrom(text(), {Trust::Trusted, Trust::UnknownIssuer, Trust::Expired, Trust::NotYetValid, Trust::Revoked},
                 Trust::UnknownIssuer);
    s.level = enumFrom(text(), {Level::BB, Level::BT, Level::BLT, Level::BLTA}, Level::BB);
    s.field = text();
    return s;
}

QString warningsText(const QList<Warning> &warnings)
{
    QStringList codes;
    for (const Warning warning : warnings) {
        codes.append(toCode(warning));
    }
    return listText(codes);
}

QList<Warning> warningsFrom(const QString &text)
{
    QList<Warning> warnings;
    const QStringList codes = listFrom(text);
    for (const QString &code : codes) {
        warnings.append(enumFrom(
            code, {Warning::CrlStale, Warning::RevocationNotChecked, Warning::ApprovalMissing, Warning::ClockSkew},
            Warning::RevocationNotChecked));
    }
    return warnings;
}

} // namespace tenken
