#include "wording/comparison_words.h"

#include "wording/answer_words.h"

#include <QCoreApplication>

namespace tenken::wording {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::wording::Comparison)
};
} // namespace

QString word(CompareBy by)
{
    switch (by) {
    case CompareBy::Department:
        return Words::tr("Department × department");
    case CompareBy::Year:
        return Words::tr("Year × year");
    case CompareBy::Revision:
        return Words::tr("Revision × revision");
    case CompareBy::Audit:
        return Words::tr("Self-inspection × audit");
    case CompareBy::City:
        return Words::tr("Department × whole city");
    }
    Q_UNREACHABLE();
}

QString explanation(CompareBy by)
{
    switch (by) {
    case CompareBy::Department:
        return Words::tr("The departments of one round, side by side.");
    case CompareBy::Year:
        return Words::tr("The years side by side: only items that stayed the same, only departments that submitted in "
                         "every year.");
    case CompareBy::Revision:
        return Words::tr("The revisions of one round: what was put right after the first submission.");
    case CompareBy::Audit:
        return Words::tr("What a department says of itself beside what the audit found.");
    case CompareBy::City:
        return Words::tr("A department's answers beside the sum of the whole city.");
    }
    Q_UNREACHABLE();
}

QString columnLabel(CompareBy by, const ComparisonColumn &column)
{
    switch (by) {
    case CompareBy::Department:
    case CompareBy::Year:
        return column.label;
    case CompareBy::Revision:
        return Words::tr("Revision %1").arg(column.key.mid(1));
    case CompareBy::Audit:
        return (column.key.endsWith(u"-audit") ? Words::tr("%1: audit") : Words::tr("%1: self-inspection"))
            .arg(column.label);
    case CompareBy::City:
        return column.key == u"city" ? word(SubjectKind::City) : column.label;
    }
    Q_UNREACHABLE();
}

QString clauseHeading() { return Words::tr("Clause"); }

QString courseHeading() { return Words::tr("Course"); }

QString notAsked() { return Words::tr("Not asked or not submitted"); }

} // namespace tenken::wording
