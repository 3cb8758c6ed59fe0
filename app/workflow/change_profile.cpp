#include "workflow/change_profile.h"

#include "core/text_fold.h"
#include "workflow/start_inspection.h"

#include <algorithm>

namespace tenken {

namespace {

void forget(QList<RemovedFlag> &removed, const QString &flag)
{
    removed.erase(
        std::remove_if(removed.begin(), removed.end(), [&](const RemovedFlag &entry) { return entry.flag == flag; }),
        removed.end());
}

} // namespace

Result<Inspection> ChangeProfile::change(const QUuid &id, const QStringList &flags, const QString &reason,
                                         const QString &who)
{
    const Result<QStringList> wanted = checkedFlags(m_policy, flags);
    if (!wanted) {
        return fail(wanted);
    }
    if (hasForbiddenCharacter(reason)) {
        return fail(ErrorCode::InvalidValue, reason.left(40));
    }
    const Result<Inspection> inspection = m_repository.load(id);
    if (!inspection) {
        return inspection;
    }
    Profile profile = inspection->profile;
    for (const QString &flag : inspection->profile.flags) {
        if (wanted->contains(flag)) {
            continue;
        }
        if (reason.trimmed().isEmpty()) {
            return fail(ErrorCode::ReasonRequired, flag);
        }
        forget(profile.removed, flag);
        profile.removed << RemovedFlag{flag, reason};
    }
    for (const QString &flag : *wanted) {
        forget(profile.removed, flag);
    }
    profile.flags = *wanted;
    if (const Status changed = m_repository.setProfile(id, profile, who); !changed) {
        return fail(changed);
    }
    return m_repository.load(id);
}

} // namespace tenken
