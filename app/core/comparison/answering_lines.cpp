#include "core/comparison/answering_lines.h"

namespace tenken {

QString memberOf(const Submission &submission)
{
    const Subject &subject = submission.subject;
    const bool isDepartment = subject.kind == SubjectKind::Section && subject.code == submission.department.code;
    return isDepartment ? subject.code : toCode(subject.kind) + u'/' + subject.code;
}

QSet<QString> membersOf(const SubmissionList &submissions)
{
    QSet<QString> codes;
    for (const auto &submission : submissions) {
        codes.insert(memberOf(*submission));
    }
    return codes;
}

QHash<QString, SubmissionList> wholeLines(const SubmissionList &submissions, const Succession &succession)
{
    QHash<QString, SubmissionList> lines;
    QHash<QString, QSet<QString>> departments;
    for (const auto &submission : submissions) {
        const QString member = memberOf(*submission);
        const QString line = succession.lineOf(member);
        lines[line] << submission;
        if (succession.isConnected(member)) {
            departments[line].insert(member);
        }
    }
    for (auto one = departments.constBegin(); one != departments.constEnd(); ++one) {
        if (!succession.isWhole(one.key(), *one)) {
            lines.remove(one.key());
        }
    }
    return lines;
}

} // namespace tenken
