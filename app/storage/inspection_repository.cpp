#include "storage/inspection_repository.h"

#include "storage/answer_record.h"
#include "storage/inspection_record.h"
#include "storage/row_text.h"

#include <algorithm>

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

using Kind = Transaction::Kind;

// As they were typed: in the JSON of their columns, what nobody can read would hide behind an escape.

QStringList textsOf(const Author &author) { return {author.name, author.post}; }

QStringList textsOf(const Profile &profile)
{
    QStringList texts = profile.flags;
    for (const RemovedFlag &removed : profile.removed) {
        texts << removed.flag << removed.reason;
    }
    return texts;
}

QStringList textsOf(const std::optional<StaffTally> &tally)
{
    QStringList texts;
    if (tally) {
        texts << tally->checklist << tally->edition;
        for (const TallyRow &row : tally->items) {
            texts << row.item;
        }
    }
    return texts;
}

QStringList textsOf(const Inspection &i)
{
    const QStringList own{i.subject.code, i.subject.name, i.department.code, i.department.name, i.returnReason};
    return own + i.department.path + textsOf(i.inspector) + textsOf(i.profile) + textsOf(i.staffTally);
}

Result<InspectionSummary> summaryFrom(const QSqlQuery &row)
{
    const auto inspection = revisionFrom(row);
    if (!inspection) {
        return fail(inspection);
    }
    InspectionSummary summary;
    summary.inspection = inspection->id;
    summary.revision = inspection->revision;
    summary.submission = inspection->submission;
    summary.state = inspection->state;
    summary.checklist = inspection->checklist;
    summary.edition = inspection->edition;
    summary.subject = inspection->subject;
    summary.department = inspection->department;
    summary.fiscalYear = inspection->fiscalYear;
    summary.round = inspection->round;
    summary.returnReason = inspection->returnReason;
    summary.changedAt = inspection->changedAt;
    summary.answered = row.value(u"answered"_s).toInt();
    return summary;
}

} // namespace

InspectionRepository::InspectionRepository(Store &store)
    : m_database(store.database()), m_clock(store.clock()), m_journal(store.database(), store.clock())
{ }

Status InspectionRepository::create(const Inspection &inspection, const QString &who)
{
    if (inspection.id.isNull() || inspection.submission.isNull() || inspection.revision < 1) {
        return fail(ErrorCode::InvalidValue, uuidText(inspection.id), u"id, submission and revision are needed"_s);
    }
    return inTransaction(m_database, Kind::Write, [&]() -> Status {
        const auto isNew =
            m_database.insertUnlessDuplicate(u"INSERT INTO inspections (uuid, created_at) VALUES (?, ?)"_s,
                                             {uuidText(inspection.id), toIso(m_clock.now())});
        if (!isNew) {
            return fail(isNew);
        }
        if (!*isNew) {
            return fail(ErrorCode::AlreadyExists, uuidText(inspection.id));
        }
        Inspection fresh = inspection;
        fresh.startedAt = fresh.changedAt = m_clock.now();
        if (const Status inserted = insertRevision(fresh); !inserted) {
            return inserted;
        }
        const auto logged =
            m_journal.log(fresh.id, fresh.revision, firstEditsOf(fresh), who, RevisionJournal::Kind::Barrier);
        return logged ? Status() : fail(logged);
    });
}

Status InspectionRepository::insertRevision(const Inspection &inspection)
{
    if (const Status texts = checkTexts(uuidText(inspection.id), textsOf(inspection)); !texts) {
        return texts;
    }
    QVariantList values = revisionValues(inspection);
    const QString marks = QStringList(values.size(), u"?"_s).join(u", "_s);
    const auto isNew = m_database.insertUnlessDuplicate(
        u"INSERT INTO revisions (%1) VALUES (%2)"_s.arg(revisionColumns(), marks), values);
    if (!isNew) {
        return fail(isNew);
    }
    if (!*isNew) { // the submission id of another revision
        return fail(ErrorCode::AlreadyExists, uuidText(inspection.submission));
    }
    const auto id = m_database.value(u"SELECT last_insert_rowid()"_s);
    if (!id) {
        return fail(id);
    }
    const RevisionRow row{id->toLongLong(), inspection.revision, inspection.state};
    for (auto it = inspection.answers.constBegin(); it != inspection.answers.constEnd(); ++it) {
        if (const Status allowed = checkAnswer(it.key(), *it); !allowed) {
            return allowed;
        }
        const QString at = it->answeredAt.isValid() ? toIso(it->answeredAt) : u""_s;
        if (const Status written = m_journal.writeAnswer(row, it.key(), answerTexts(*it), at); !written) {
            return written;
        }
    }
    return {};
}

Result<Inspection> InspectionRepository::load(const QUuid &inspection)
{
    return inTransaction(m_database, Kind::Read, [&]() -> Result<Inspection> {
        const auto head = m_journal.head(inspection);
        if (!head) {
            return fail(head);
        }
        return loadRevision(inspection, head->revision);
    });
}

Result<Inspection> InspectionRepository::load(const QUuid &inspection, int revision)
{
    return inTransaction(m_database, Kind::Read, [&] { return loadRevision(inspection, revision); });
}

Result<Inspection> InspectionRepository::loadRevision(const QUuid &inspection, int revision)
{
    std::optional<Inspection> loaded;
    QVariant id;
    const Status found = m_database.forEach(u"SELECT %1, id, signed_at IS NOT NULL AS was_signed FROM revisions "
                                            "WHERE inspection = ? AND revision = ?"_s.arg(revisionSelection()),
                                            {uuidText(inspection), revision}, [&](const QSqlQuery &row) -> Status {
                                                auto one = revisionFrom(row);
                                                if (!one) {
                                                    return fail(one);
                                                }
                                                loaded = *std::move(one);
                                                loaded->wasSigned = row.value(u"was_signed"_s).toBool();
                                                id = row.value(u"id"_s);
                                                return {};
                                            });
    if (!found) {
        return fail(found);
    }
    if (!loaded) {
        return fail(ErrorCode::UnknownInspection, uuidText(inspection), u"revision %1"_s.arg(revision));
    }
    if (const Status read = loadAnswers(id, *loaded); !read) {
        return fail(read);
    }
    return *std::move(loaded);
}

Status InspectionRepository::loadAnswers(const QVariant &revisionId, Inspection &inspection)
{
    const int fields = static_cast<int>(answerFields().size());
    return m_database.forEach(
        u"SELECT %1, answered_at, item FROM answers WHERE revision_id = ?"_s.arg(answerFields().join(u", "_s)),
        {revisionId}, [&](const QSqlQuery &row) -> Status {
            QStringList texts;
            for (int column = 0; column < fields; ++column) {
                texts.append(row.value(column).toString());
            }
            const auto answer = answerFromTexts(texts, fromIso(row.value(fields).toString()));
            if (!answer) {
                return fail(answer);
            }
            inspection.answers.insert(row.value(fields + 1).toString(), *answer);
            return {};
        });
}

Result<QList<InspectionSummary>> InspectionRepository::summaries(const QString &condition, const QVariantList &values)
{
    return m_database.list(
        u"SELECT %1, (SELECT count(*) FROM answers WHERE revision_id = revisions.id "
        "AND answer <> '') AS answered FROM revisions WHERE %2"_s.arg(revisionSelection(), condition),
        values, summaryFrom);
}

Result<QList<InspectionSummary>> InspectionRepository::list()
{
    return summaries(u"revision = (SELECT max(revision) FROM revisions AS other "
                     "WHERE other.inspection = revisions.inspection) ORDER BY changed_at DESC, id DESC"_s,
                     {});
}

Result<QList<InspectionSummary>> InspectionRepository::revisions(const QUuid &inspection)
{
    return summaries(u"inspection = ? ORDER BY revision"_s, {uuidText(inspection)});
}

Result<InspectionSummary> InspectionRepository::findBySubmission(const QUuid &submission)
{
    const auto found = summaries(u"submission = ?"_s, {uuidText(submission)});
    if (!found) {
        return fail(found);
    }
    if (found->isEmpty()) {
        return fail(ErrorCode::UnknownInspection, uuidText(submission));
    }
    return found->first();
}

namespace {

/// The fields in which an answer that is to be written differs from the stored one
Result<QList<FieldEdit>> editsFor(const StoredAnswer &stored, const AnswerChange &change)
{
    if (stored.texts != answerTexts(change.expected)) {
        return fail(ErrorCode::StoreConflict, change.item);
    }
    const QStringList wanted = answerTexts(change.value);
    QList<FieldEdit> edits;
    for (qsizetype field = 0; field < wanted.size(); ++field) {
        if (stored.texts.at(field) != wanted.at(field)) {
            edits.append({change.item, answerFields().at(field), stored.texts.at(field), wanted.at(field)});
        }
    }
    return edits;
}

/// The first answer opens the inspection.
void appendOpening(QList<FieldEdit> &edits, const RevisionRow &row)
{
    if (row.state == InspectionState::NotStarted) {
        edits.append({{}, stateField, toCode(row.state), toCode(InspectionState::Answering)});
    }
}

} // namespace

Result<Answer> InspectionRepository::recordAnswer(const QUuid &inspection, const QString &item, const Answer &value,
                                                  const Answer &expected, const QString &who)
{
    return inTransaction(m_database, Kind::Write, [&]() -> Result<Answer> {
        const auto place = m_journal.writableAnswer(inspection, item);
        if (!place) {
            return fail(place);
        }
        if (const Status allowed = checkAnswer(item, value); !allowed) {
            return fail(allowed);
        }
        auto edits = editsFor(place->answer, {item, value, expected});
        if (!edits) {
            return fail(edits);
        }
        if (edits->isEmpty()) {
            return place->answer.read();
        }
        appendOpening(*edits, place->revision);
        StoredAnswers answers{{item, place->answer}};
        if (const auto applied = m_journal.apply(inspection, place->revision, *edits, who, answers); !applied) {
            return fail(applied);
        }
        return answers.value(item).read();
    });
}

Result<int> InspectionRepository::recordAnswers(const QUuid &inspection, const QList<AnswerChange> &changes,
                                                const QString &who)
{
    return inTransaction(m_database, Kind::Write, [&]() -> Result<int> {
        const auto row = m_journal.writableHead(inspection);
        if (!row) {
            return fail(row);
        }
        QList<FieldEdit> all;
        StoredAnswers answers;
        int changed = 0;
        for (const AnswerChange &change : changes) {
            if (const Status allowed = checkAnswer(change.item, change.value); !allowed) {
                return fail(allowed);
            }
            if (answers.contains(change.item)) {
                return fail(ErrorCode::InvalidValue, change.item, u"twice in one change"_s);
            }
            const auto stored = m_journal.answerOf(*row, change.item);
            const auto edits = stored ? editsFor(*stored, change) : Result<QList<FieldEdit>>(fail(stored));
            if (!edits) {
                return fail(edits);
            }
            answers.insert(change.item, *stored);
            changed += edits->isEmpty() ? 0 : 1;
            all += *edits;
        }
        if (all.isEmpty()) {
            return 0;
        }
        appendOpening(all, *row);
        const auto applied = m_journal.apply(inspection, *row, all, who, answers);
        return applied ? Result<int>(changed) : fail(applied);
    });
}

Status InspectionRepository::setField(const QUuid &inspection, const QString &field, const QString &text,
                                      const QStringList &typed, const QString &who)
{
    if (const Status allowed = checkTexts(field, typed); !allowed) {
        return allowed;
    }
    return inTransaction(m_database, Kind::Write, [&]() -> Status {
        const auto row = m_journal.writableHead(inspection);
        if (!row) {
            return fail(row);
        }
        const auto before =
            m_database.value(u"SELECT %1 FROM revisions WHERE id = ?"_s.arg(columnOf(field)), {row->id});
        if (!before || before->toString() == text) {
            return before ? Status() : fail(before);
        }
        const auto applied = m_journal.apply(inspection, *row, {{{}, field, before->toString(), text}}, who);
        return applied ? Status() : fail(applied);
    });
}

Status InspectionRepository::setProfile(const QUuid &inspection, const Profile &profile, const QString &who)
{
    return setField(inspection, profileField, profileText(profile), textsOf(profile), who);
}

Status InspectionRepository::setInspector(const QUuid &inspection, const Author &inspector, const QString &who)
{
    return setField(inspection, inspectorField, inspectorText(inspector), textsOf(inspector), who);
}

Status InspectionRepository::setInspectionDate(const QUuid &inspection, const QDate &date, const QString &who)
{
    return setField(inspection, dateField, dateText(date), {}, who);
}

Status InspectionRepository::setStaffTally(const QUuid &inspection, const std::optional<StaffTally> &tally,
                                           const QString &who)
{
    return setField(inspection, tallyField, tallyText(tally), textsOf(tally), who);
}

Result<QList<HistoryEntry>> InspectionRepository::history(const QUuid &inspection)
{
    return m_journal.history(inspection);
}

Result<QList<HistoryEntry>> InspectionRepository::undo(const QUuid &inspection, const QString &who)
{
    return step(inspection, who, RevisionJournal::Kind::Undo);
}

Result<QList<HistoryEntry>> InspectionRepository::redo(const QUuid &inspection, const QString &who)
{
    return step(inspection, who, RevisionJournal::Kind::Redo);
}

Result<QList<HistoryEntry>> InspectionRepository::step(const QUuid &inspection, const QString &who,
                                                       RevisionJournal::Kind kind)
{
    return inTransaction(m_database, Kind::Write, [&]() -> Result<QList<HistoryEntry>> {
        const auto row = m_journal.writableHead(inspection);
        if (!row) {
            return fail(row);
        }
        const auto stacks = m_journal.stacks(inspection, row->revision);
        if (!stacks) {
            return fail(stacks);
        }
        const bool undoing = kind == RevisionJournal::Kind::Undo;
        const QList<qint64> &stack = undoing ? stacks->undoable : stacks->redoable;
        if (stack.isEmpty()) {
            return fail(ErrorCode::NothingToUndo, uuidText(inspection));
        }
        auto edits = m_journal.editsOf(stack.last());
        if (!edits) {
            return fail(edits);
        }
        if (undoing) {
            std::reverse(edits->begin(), edits->end());
            for (FieldEdit &edit : *edits) {
                std::swap(edit.before, edit.after);
            }
        }
        return m_journal.apply(inspection, *row, *edits, who, kind, stack.last());
    });
}

Result<UndoState> InspectionRepository::undoState(const QUuid &inspection)
{
    return inTransaction(m_database, Kind::Read, [&]() -> Result<UndoState> {
        const auto row = m_journal.head(inspection);
        if (!row) {
            return fail(row);
        }
        const auto stacks = m_journal.stacks(inspection, row->revision);
        if (!stacks) {
            return fail(stacks);
        }
        if (row->isReadOnly()) {
            return UndoState{};
        }
        return UndoState{static_cast<int>(stacks->undoable.size()), static_cast<int>(stacks->redoable.size())};
    });
}

} // namespace tenken
