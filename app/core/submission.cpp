#include "core/submission.h"

#include <algorithm>

namespace tenken {

const SubmittedItem *Submission::find(const QString &item) const
{
    const auto found =
        std::find_if(items.begin(), items.end(), [&](const SubmittedItem &submitted) { return submitted.id == item; });
    return found == items.end() ? nullptr : &*found;
}

QString generatorName() { return QStringLiteral("Tenken"); }

QString generatorVersion() { return QStringLiteral(TENKEN_VERSION); }

namespace {

SubmittedItem freezeItem(const Item &item, const Answer *answer)
{
    SubmittedItem frozen;
    frozen.id = item.id;
    frozen.revision = item.revision;
    frozen.fingerprint = item.fingerprint;
    if (!item.overlay) {
        frozen.question = item.question.ja;
    }
    if (answer) {
        frozen.answer = *answer;
        frozen.answer.flagged = false;
    }
    return frozen;
}

} // namespace

Submission freeze(const Inspection &inspection, const Checklist &checklist, const QDateTime &exportedAt)
{
    Submission submission;
    submission.id = inspection.submission;
    submission.inspection = inspection.id;
    submission.revision = inspection.revision;
    submission.supersedes = inspection.supersedes;
    submission.fiscalYear = inspection.fiscalYear;
    submission.round = inspection.round;
    submission.policy = inspection.policy;
    submission.policyFingerprint = inspection.policyFingerprint;
    submission.checklist = inspection.checklist;
    submission.edition = inspection.edition;
    submission.checklistFingerprint = inspection.checklistFingerprint;
    submission.subject = inspection.subject;
    submission.department = inspection.department;
    submission.profile = inspection.profile;
    submission.inspector = inspection.inspector;
    submission.inspectionDate = inspection.inspectionDate;
    submission.exportedAt = exportedAt;
    const QSet<QString> profile = inspection.profile.set();
    for (const Item &item : checklist.items) {
        if (!item.bodies.contains(inspection.department.body)) {
            continue;
        }
        if (item.applicability.matches(profile)) {
            submission.items << freezeItem(item, inspection.answer(item.id));
        } else {
            submission.hiddenByProfile << item.id;
        }
    }
    submission.staffTally = inspection.staffTally;
    submission.generatorName = generatorName();
    submission.generatorVersion = generatorVersion();
    return submission;
}

Inspection thaw(const Submission &submission)
{
    Inspection inspection;
    inspection.id = submission.inspection;
    inspection.revision = submission.revision;
    inspection.submission = submission.id;
    inspection.supersedes = submission.supersedes;
    inspection.state = InspectionState::Signed;
    inspection.checklist = submission.checklist;
    inspection.edition = submission.edition;
    inspection.checklistFingerprint = submission.checklistFingerprint;
    inspection.policy = submission.policy;
    inspection.policyFingerprint = submission.policyFingerprint;
    inspection.fiscalYear = submission.fiscalYear;
    inspection.round = submission.round;
    inspection.subject = submission.subject;
    inspection.department = submission.department;
    inspection.profile = submission.profile;
    inspection.inspector = submission.inspector;
    inspection.inspectionDate = submission.inspectionDate;
    inspection.startedAt = submission.exportedAt;
    inspection.changedAt = submission.exportedAt;
    inspection.staffTally = submission.staffTally;
    for (const SubmittedItem &item : submission.items) {
        if (item.answer != Answer()) { // a cleared answer keeps the time when it was cleared
            inspection.answers.insert(item.id, item.answer);
        }
    }
    return inspection;
}

namespace {

/// Codes are typed by people: whatever a file system would refuse becomes an underscore.
QString forFileName(QString code)
{
    for (QChar &c : code) {
        if (c.category() == QChar::Other_Control || QStringLiteral("\\/:*?\"<>|").contains(c)) {
            c = u'_';
        }
    }
    return code;
}

} // namespace

QString fileNameOf(const Submission &submission)
{
    return QStringLiteral("%1-%2_%3_%4_r%5.pdf")
        .arg(QString::number(submission.fiscalYear.startYear()), QString::number(submission.round),
             forFileName(submission.subject.code), forFileName(submission.checklist),
             QString::number(submission.revision));
}

} // namespace tenken
