// The part of InspectionRepository that moves revisions through their states.

#include "storage/answer_record.h"
#include "storage/inspection_record.h"
#include "storage/inspection_repository.h"
#include "storage/row_text.h"

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

using Kind = Transaction::Kind;
using State = InspectionState;

bool isMoveAllowed(const RevisionRow &row, State to)
{
    const State from = row.state;
    if (row.wasSigned) {
        return to == State::Returned && (from == State::Signed || from == State::Returned);
    }
    switch (to) {
    case State::Answering:
        return from == State::NotStarted || from == State::Returned;
    case State::Signed:
        return from == State::NotStarted || from == State::Answering || from == State::Returned;
    case State::Returned:
        return from == State::Answering || from == State::Returned;
    case State::NotStarted:
    case State::Superseded:
        break;
    }
    return false;
}

// A private mark and operation times are not in the PDF, answers that the profile hides are not either.
bool hasContentOf(const Inspection &stored, const Inspection &restored)
{
    for (auto it = restored.answers.constBegin(); it != restored.answers.constEnd(); ++it) {
        Answer kept = stored.answers.value(it.key());
        kept.flagged = it->flagged;
        if (answerTexts(kept) != answerTexts(*it)) {
            return false;
        }
    }
    return stored.submission == restored.submission && stored.supersedes == restored.supersedes
        && stored.checklistFingerprint == restored.checklistFingerprint && stored.edition == restored.edition
        && stored.fiscalYear == restored.fiscalYear && stored.round == restored.round
        && stored.subject == restored.subject && stored.department == restored.department
        && stored.profile == restored.profile && stored.inspector == restored.inspector
        && stored.inspectionDate == restored.inspectionDate && stored.staffTally == restored.staffTally;
}

} // namespace

Status InspectionRepository::setState(const QUuid &inspection, State state, const QString &reason, const QString &who)
{
    if (const Status allowed = checkTexts(uuidText(inspection), {reason}); !allowed) {
        return allowed;
    }
    if (state == State::Returned && reason.isEmpty()) {
        return fail(ErrorCode::ReasonRequired, uuidText(inspection));
    }
    return inTransaction(m_database, Kind::Write, [&]() -> Status {
        const auto row = m_journal.head(inspection);
        if (!row) {
            return fail(row);
        }
        if (row->state == state && state != State::Returned) {
            return {};
        }
        if (!isMoveAllowed(*row, state)) {
            return fail(row->isReadOnly() ? ErrorCode::ReadOnly : ErrorCode::InvalidValue, uuidText(inspection),
                        toCode(row->state) + u" to "_s + toCode(state));
        }
        const auto before = m_database.value(u"SELECT return_reason FROM revisions WHERE id = ?"_s, {row->id});
        if (!before) {
            return fail(before);
        }
        QList<FieldEdit> edits{{{}, stateField, toCode(row->state), toCode(state)}};
        const QString after = state == State::Returned ? reason : u""_s;
        if (before->toString() != after) {
            edits.append({{}, reasonField, before->toString(), after});
        }
        const auto applied = m_journal.apply(inspection, *row, edits, who, RevisionJournal::Kind::Barrier);
        if (!applied) {
            return fail(applied);
        }
        return state == State::Signed ? supersedeBefore(inspection, row->revision, who) : Status();
    });
}

Status InspectionRepository::supersedeBefore(const QUuid &inspection, int revision, const QString &who)
{
    const auto older = m_database.list(
        u"SELECT id, revision, state FROM revisions WHERE inspection = ? "
        "AND revision < ? AND state IN ('signed', 'returned') ORDER BY revision"_s,
        {uuidText(inspection), revision}, [](const QSqlQuery &row) -> Result<RevisionRow> {
            const auto state = inspectionStateFromCode(row.value(2).toString());
            return RevisionRow{row.value(0).toLongLong(), row.value(1).toInt(), state.value_or(State::Signed)};
        });
    if (!older) {
        return fail(older);
    }
    for (const RevisionRow &row : *older) {
        const auto applied =
            m_journal.apply(inspection, row, {{{}, stateField, toCode(row.state), toCode(State::Superseded)}}, who,
                            RevisionJournal::Kind::Barrier);
        if (!applied) {
            return fail(applied);
        }
    }
    return {};
}

Result<Inspection> InspectionRepository::startRevision(const QUuid &inspection, const QString &who,
                                                       const QUuid &submission)
{
    return inTransaction(m_database, Kind::Write, [&]() -> Result<Inspection> {
        const auto row = m_journal.head(inspection);
        if (!row) {
            return fail(row);
        }
        if (!row->wasSigned) {
            return fail(ErrorCode::AlreadyExists, uuidText(inspection), u"draft %1"_s.arg(row->revision));
        }
        auto copy = loadRevision(inspection, row->revision);
        if (!copy) {
            return copy;
        }
        copy->supersedes = copy->submission;
        copy->submission = submission;
        copy->revision = row->revision + 1;
        copy->wasSigned = false;
        copy->state = copy->state == State::Returned ? State::Returned : State::Answering;
        copy->startedAt = copy->changedAt = m_clock.now();
        if (const Status inserted = insertRevision(*copy); !inserted) {
            return fail(inserted);
        }
        // Only this row: the answers' own history is that of the revision before.
        const auto logged = m_journal.log(inspection, copy->revision, {{{}, stateField, {}, toCode(copy->state)}}, who,
                                          RevisionJournal::Kind::Barrier);
        if (!logged) {
            return fail(logged);
        }
        return copy;
    });
}

Status InspectionRepository::deleteDraft(const QUuid &inspection, const QString &who)
{
    return inTransaction(m_database, Kind::Write, [&]() -> Status {
        const auto row = m_journal.head(inspection);
        if (!row) {
            return fail(row);
        }
        if (row->wasSigned) {
            return fail(ErrorCode::ReadOnly, uuidText(inspection), toCode(row->state));
        }
        const auto logged = m_journal.log(inspection, row->revision, {{{}, stateField, toCode(row->state), {}}}, who,
                                          RevisionJournal::Kind::Barrier);
        if (!logged) {
            return fail(logged);
        }
        if (const Status gone = m_database.execute(u"DELETE FROM revisions WHERE id = ?"_s, {row->id}); !gone) {
            return gone;
        }
        return m_database.execute(u"UPDATE inspections SET deleted_at = ? WHERE uuid = ? "
                                  "AND NOT EXISTS (SELECT 1 FROM revisions WHERE inspection = uuid)"_s,
                                  {toIso(m_clock.now()), uuidText(inspection)});
    });
}

Result<bool> InspectionRepository::restoreInspection(const Inspection &inspection, const QString &who)
{
    return inTransaction(m_database, Kind::Write, [&]() -> Result<bool> {
        const auto stored = loadRevision(inspection.id, inspection.revision);
        if (stored) {
            return confirmRestored(*stored, inspection, who);
        }
        if (stored.error().code != ErrorCode::UnknownInspection) {
            return fail(stored);
        }
        if (const Status restored = restoreRow(inspection, who); !restored) {
            return fail(restored);
        }
        return true;
    });
}

Result<bool> InspectionRepository::confirmRestored(const Inspection &stored, const Inspection &restored,
                                                   const QString &who)
{
    if (!hasContentOf(stored, restored)) {
        return fail(ErrorCode::AlreadyExists, uuidText(restored.id), u"revision %1"_s.arg(restored.revision));
    }
    if (stored.state == State::Signed || stored.state == State::Superseded) {
        return false;
    }
    const auto row = m_journal.head(restored.id);
    if (!row || row->revision != restored.revision) {
        return row ? Result<bool>(false) : fail(row);
    }
    // The PDF was written and signed, and then the program died before it could note that.
    const auto applied =
        m_journal.apply(restored.id, *row, {{{}, stateField, toCode(stored.state), toCode(State::Signed)}}, who,
                        RevisionJournal::Kind::Barrier);
    if (!applied) {
        return fail(applied);
    }
    if (const Status older = supersedeBefore(restored.id, restored.revision, who); !older) {
        return fail(older);
    }
    return false;
}

Status InspectionRepository::restoreRow(const Inspection &inspection, const QString &who)
{
    const QString uuid = uuidText(inspection.id);
    const QString now = toIso(m_clock.now());
    if (const Status known = m_database.execute(u"INSERT INTO inspections (uuid, created_at) VALUES (?, ?) "
                                                "ON CONFLICT (uuid) DO UPDATE SET deleted_at = NULL"_s,
                                                {uuid, now});
        !known) {
        return known;
    }
    const auto newer = m_database.value(u"SELECT count(*) FROM revisions WHERE inspection = ? AND revision > ? "
                                        "AND signed_at IS NOT NULL"_s,
                                        {uuid, inspection.revision});
    if (!newer) {
        return fail(newer);
    }
    Inspection signedOne = inspection;
    signedOne.state = newer->toInt() > 0 ? State::Superseded : State::Signed;
    signedOne.returnReason.clear();
    if (!signedOne.startedAt.isValid()) {
        signedOne.startedAt = m_clock.now();
    }
    if (!signedOne.changedAt.isValid()) {
        signedOne.changedAt = m_clock.now();
    }
    if (const Status inserted = insertRevision(signedOne); !inserted) {
        return inserted;
    }
    if (const Status marked =
            m_database.execute(u"UPDATE revisions SET signed_at = ? WHERE inspection = ? AND revision = ?"_s,
                               {toIso(signedOne.changedAt), uuid, signedOne.revision});
        !marked) {
        return marked;
    }
    const auto logged =
        m_journal.log(inspection.id, inspection.revision, firstEditsOf(signedOne), who, RevisionJournal::Kind::Barrier);
    if (!logged) {
        return fail(logged);
    }
    return supersedeBefore(inspection.id, inspection.revision, who);
}

} // namespace tenken
