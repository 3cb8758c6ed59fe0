#include "workflow/start_inspection.h"

#include "core/text_fold.h"
#include "exchange/json_fields.h"

namespace tenken {

namespace {

constexpr qsizetype longestName = 200;

Status checkText(const QString &text)
{
    if (text.trimmed().isEmpty() || text.size() > longestName || hasForbiddenCharacter(text) || text.contains(u'\n')) {
        return fail(ErrorCode::InvalidValue, text.left(40));
    }
    return {};
}

/// What a submission may hold: whatever is started here can be exported and read back.
Status checkRequest(const StartRequest &request, const Subject &subject)
{
    if (request.year.startYear() < 1900 || request.year.startYear() > 9999) {
        return fail(ErrorCode::InvalidValue, QString::number(request.year.startYear()));
    }
    if (request.round < 1 || request.round > 99) {
        return fail(ErrorCode::InvalidValue, QString::number(request.round));
    }
    for (const QString &code : {request.department.code, subject.code}) {
        if (!isIdentifier(code)) {
            return fail(ErrorCode::InvalidValue, code.left(40));
        }
    }
    for (const QString &name : {request.department.name, subject.name}) {
        if (const Status checked = checkText(name); !checked) {
            return checked;
        }
    }
    return {};
}

Subject subjectOf(const StartRequest &request, const Checklist &checklist)
{
    Subject subject = request.subject;
    subject.kind = checklist.subject;
    if (subject.code.isEmpty()) {
        subject.code = request.department.code;
    }
    if (subject.name.isEmpty()) {
        subject.name = subject.code == request.department.code ? request.department.name : subject.code;
    }
    return subject;
}

} // namespace

Result<QStringList> checkedFlags(const Policy &policy, const QStringList &flags)
{
    for (const QString &flag : flags) {
        if (!policy.flag(flag)) {
            return fail(ErrorCode::UnknownFlag, flag);
        }
    }
    QStringList sorted = flags;
    sorted.removeDuplicates();
    sorted.sort();
    return sorted;
}

Result<Inspection> StartInspection::start(const StartRequest &request)
{
    const Checklist *checklist = m_set.forYear(request.checklist, request.year);
    if (!checklist) {
        return fail(ErrorCode::UnknownChecklist, request.checklist);
    }
    if (checklist->subject == SubjectKind::Audit) {
        return fail(ErrorCode::NotSupportedYet, request.checklist);
    }
    const Subject subject = subjectOf(request, *checklist);
    if (const Status checked = checkRequest(request, subject); !checked) {
        return fail(checked);
    }
    if (subject.kind == SubjectKind::Section && subject.code != request.department.code) {
        return fail(ErrorCode::InvalidValue, subject.code); // nobody answers for another section
    }
    const Result<QStringList> flags = checkedFlags(m_set.policy, request.flags);
    if (!flags) {
        return fail(flags);
    }
    Inspection inspection;
    inspection.id = QUuid::createUuid();
    inspection.submission = QUuid::createUuid();
    inspection.checklist = checklist->id;
    inspection.edition = checklist->edition;
    inspection.checklistFingerprint = checklist->fingerprint;
    inspection.policy = m_set.policy.id;
    inspection.policyFingerprint = m_set.policy.fingerprint;
    inspection.fiscalYear = request.year;
    inspection.round = request.round;
    inspection.subject = subject;
    inspection.department = request.department;
    inspection.profile.flags = *flags;
    inspection.inspector = request.inspector;
    if (const Status created = m_repository.create(inspection, request.who); !created) {
        return fail(created);
    }
    return m_repository.load(inspection.id);
}

} // namespace tenken
