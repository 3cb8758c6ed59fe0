#include "core/comparison/comparison_columns.h"

#include <algorithm>

namespace tenken {

QString toCode(CompareBy by)
{
    switch (by) {
    case CompareBy::Department:
        return QStringLiteral("department");
    case CompareBy::Year:
        return QStringLiteral("year");
    case CompareBy::Revision:
        return QStringLiteral("revision");
    case CompareBy::Audit:
        return QStringLiteral("audit");
    case CompareBy::City:
        return QStringLiteral("city");
    }
    Q_UNREACHABLE();
}

std::optional<CompareBy> compareByFromCode(const QString &code)
{
    for (const auto by :
         {CompareBy::Department, CompareBy::Year, CompareBy::Revision, CompareBy::Audit, CompareBy::City}) {
        if (toCode(by) == code) {
            return by;
        }
    }
    return std::nullopt;
}

namespace {

bool isAudit(const Submission &submission) { return submission.subject.kind == SubjectKind::Audit; }

ComparisonColumn columnOf(const std::shared_ptr<const Submission> &submission)
{
    const bool own = submission->subject.kind == SubjectKind::Section;
    const QString label = own ? submission->department.name : submission->subject.name;
    return {submission->subject.code, label, {submission}};
}

QList<ComparisonColumn> columnsOf(const SubmissionList &submissions)
{
    QList<ComparisonColumn> columns;
    for (const auto &submission : submissions) {
        columns << columnOf(submission);
    }
    return columns;
}

/// One column for each value that keyOf gives, in the order of first appearance
template <class Key> QList<ComparisonColumn> grouped(const SubmissionList &submissions, Key keyOf)
{
    QList<ComparisonColumn> columns;
    QHash<QString, qsizetype> places;
    for (const auto &submission : submissions) {
        const QString key = keyOf(*submission);
        const auto known = places.constFind(key);
        if (known == places.constEnd()) {
            places.insert(key, columns.size());
            columns << ComparisonColumn{key, key, {submission}};
        } else {
            columns[*known].submissions << submission;
        }
    }
    return columns;
}

/// The audit of the same subject; an audit of a section may be filed under a subject of its own
std::shared_ptr<const Submission> auditOf(const Submission &self, const SubmissionList &audits)
{
    std::shared_ptr<const Submission> ofDepartment;
    for (const auto &audit : audits) {
        if (audit->subject.code == self.subject.code) {
            return audit;
        }
        if (audit->department.code == self.department.code && self.subject.kind == SubjectKind::Section) {
            ofDepartment = audit;
        }
    }
    return ofDepartment;
}

QList<ComparisonColumn> pairsOf(const SubmissionList &own, const SubmissionList &audits)
{
    QList<ComparisonColumn> columns;
    for (const auto &self : own) {
        if (const auto audit = auditOf(*self, audits)) {
            const ComparisonColumn first = columnOf(self);
            columns << first << ComparisonColumn{first.key + QStringLiteral("-audit"), first.label, {audit}};
        }
    }
    return columns;
}

} // namespace

SubmissionList ofDepartments(const SubmissionList &submissions, const QStringList &departments)
{
    SubmissionList kept;
    for (const auto &submission : submissions) {
        if (departments.isEmpty() || departments.contains(submission->department.code)
            || departments.contains(submission->subject.code)) {
            kept << submission;
        }
    }
    return kept;
}

SubmissionList withoutAudits(const SubmissionList &submissions)
{
    SubmissionList kept;
    std::copy_if(submissions.begin(), submissions.end(), std::back_inserter(kept),
                 [](const auto &submission) { return !isAudit(*submission); });
    return kept;
}

QList<ComparisonColumn> comparisonColumns(CompareBy by, const SubmissionList &all, const QStringList &departments)
{
    const SubmissionList own = withoutAudits(all);
    SubmissionList audits;
    std::copy_if(all.begin(), all.end(), std::back_inserter(audits),
                 [](const auto &submission) { return isAudit(*submission); });
    const SubmissionList chosen = ofDepartments(own, departments);
    switch (by) {
    case CompareBy::Department:
        return columnsOf(chosen);
    case CompareBy::Year:
        return grouped(chosen, [](const Submission &one) { return QString::number(one.fiscalYear.startYear()); });
    case CompareBy::Revision:
        return grouped(chosen, [](const Submission &one) { return QStringLiteral("r%1").arg(one.revision); });
    case CompareBy::Audit:
        return pairsOf(chosen, audits);
    case CompareBy::City: {
        QList<ComparisonColumn> columns = departments.isEmpty() ? QList<ComparisonColumn>() : columnsOf(chosen);
        return columns << ComparisonColumn{QStringLiteral("city"), QStringLiteral("全庁"), own};
    }
    }
    Q_UNREACHABLE();
}

} // namespace tenken
