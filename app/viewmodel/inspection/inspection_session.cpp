#include "viewmodel/inspection/inspection_session.h"

#include "core/text_fold.h"
#include "viewmodel/shell/background.h"
#include "workflow/change_profile.h"
#include "workflow/documents/verify_submission.h"
#include "workflow/record_answer.h"

#include <utility>

namespace tenken {

Result<std::unique_ptr<InspectionSession>> InspectionSession::open(Desk &desk, const QUuid &id)
{
    Result<Inspection> inspection = desk.repository().load(id);
    if (!inspection) {
        return fail(inspection);
    }
    if (inspection->state == InspectionState::Returned && inspection->wasSigned) {
        inspection = desk.repository().startRevision(id, inspection->inspector.name);
        if (!inspection) {
            return fail(inspection);
        }
    }
    const Result<const Checklist *> checklist = desk.checklistOf(*inspection);
    if (!checklist) {
        return fail(checklist);
    }
    return std::unique_ptr<InspectionSession>(new InspectionSession(desk, *std::move(inspection), **checklist));
}

InspectionSession::InspectionSession(Desk &desk, Inspection inspection, const Checklist &checklist)
    : m_desk(desk),
      m_inspection(std::move(inspection)),
      m_checklist(checklist),
      m_reference(lastAnswers(desk, m_inspection, checklist))
{
    for (const Item &item : m_checklist.items) {
        m_found.insert(item.id, &item);
    }
    collectItems();
}

void InspectionSession::collectItems()
{
    m_items = m_checklist.applicableItems(m_inspection.profile.set(), m_inspection.department.body);
    m_positions.clear();
    for (const QString &id : std::as_const(m_items)) {
        m_positions.insert(id, static_cast<int>(m_positions.size()));
        indexText(id);
    }
}

void InspectionSession::indexText(const QString &id)
{
    const Item &item = this->item(id);
    const Answer answer = answerOf(id);
    m_searchText.insert(id,
                        foldForSearch(QStringList{id, item.title.ja, item.title.en, item.question.ja, item.question.en,
                                                  item.guidance.ja, answer.comment, answer.reason, answer.opinion}
                                          .join(u'\n')));
}

const Item &InspectionSession::item(const QString &id) const
{
    const Item *item = m_found.value(id);
    Q_ASSERT(item);
    return *item;
}

QList<Problem> InspectionSession::problemsOf(const QString &id) const
{
    return tenken::problemsOf(m_checklist, item(id), m_inspection.answer(id));
}

Counts InspectionSession::counts() const
{
    Counts counts;
    for (const QString &id : m_items) {
        const Answer *answer = m_inspection.answer(id);
        counts.add(answer ? answer->code : std::nullopt);
    }
    return counts;
}

void InspectionSession::lookBackAt(const QString &file)
{
    const auto work = [file, now = m_desk.clock().now(), set = m_desk.checklists(),
                       checklist = m_checklist]() -> std::optional<ReferenceAnswers> {
        const Result<VerifiedDocument> document = verifyFile(file, {}, now);
        const bool shows = document && document->submission && document->verdict >= Verdict::Untrusted;
        return shows ? std::optional(answersOf(*document->submission, set, checklist)) : std::nullopt;
    };
    m_isLookingBack = true;
    Q_EMIT lookingBack(true);
    runInBackground(this, work, [this, number = ++m_lookBack](const std::optional<ReferenceAnswers> &found) {
        if (number == m_lookBack) {
            endLookingBack(found);
        }
    });
}

void InspectionSession::endLookingBack(const std::optional<ReferenceAnswers> &found)
{
    m_isLookingBack = false;
    Q_EMIT lookingBack(false);
    if (found) {
        m_reference = *found;
        Q_EMIT itemsChanged();
    }
    Q_EMIT lookedBack(found.has_value());
}

void InspectionSession::stopLookingBack()
{
    ++m_lookBack;
    m_isLookingBack = false;
    Q_EMIT lookingBack(false);
}

bool InspectionSession::matchesSearch(const QString &id, const QString &folded) const
{
    return folded.isEmpty() || m_searchText.value(id).contains(folded);
}

QString InspectionSession::nextUnanswered(const QString &after) const
{
    const qsizetype count = m_items.size();
    for (qsizetype step = 1; step <= count; ++step) { // an unknown item stands before the first
        const QString &id = m_items.at((positionOf(after) + step) % count);
        const Answer *answer = m_inspection.answer(id);
        if (!answer || !answer->code) {
            return id;
        }
    }
    return {};
}

bool InspectionSession::setAnswer(const QString &id, AnswerCode code)
{
    if (!isRecordable(m_checklist, item(id), code)) {
        return tell({ErrorCode::AnswerNotAllowed, id, {}});
    }
    return change(id, withCode(answerOf(id), code));
}

bool InspectionSession::toggleFlag(const QString &id)
{
    Answer answer = answerOf(id);
    answer.flagged = !answer.flagged;
    return change(id, answer);
}

bool InspectionSession::change(const QString &id, const Answer &value)
{
    const Answer before = answerOf(id);
    if (before == value) {
        return true;
    }
    if (isReadOnly()) {
        return tell({ErrorCode::ReadOnly, m_inspection.subject.name, {}});
    }
    RecordAnswer recorder(m_checklist, m_desk.repository());
    const Result<Answer> stored = recorder.record(m_inspection.id, id, value, before, m_inspection.inspector.name);
    if (!stored) {
        return stored.error().code == ErrorCode::StoreConflict ? resolveConflict(id, stored.error())
                                                               : tell(stored.error());
    }
    m_inspection.answers.insert(id, *stored);
    if (m_inspection.state == InspectionState::NotStarted) {
        m_inspection.state = InspectionState::Answering;
    }
    indexText(id);
    noteSaved();
    Q_EMIT answered(id);
    return true;
}

UndoState InspectionSession::undoState() const
{
    return m_desk.repository().undoState(m_inspection.id).value_or(UndoState());
}

void InspectionSession::noteSaved()
{
    m_inspection.changedAt = m_desk.clock().now();
    Q_EMIT saved(m_inspection.changedAt);
}

bool InspectionSession::tell(const Error &error)
{
    Q_EMIT failed(error);
    return false;
}

bool InspectionSession::resolveConflict(const QString &id, const Error &error)
{
    if (!reload()) {
        return false;
    }
    Q_EMIT conflicted(id);
    return tell(error);
}

void InspectionSession::setUnreadable(const QString &id, const QMap<QString, QString> &fields)
{
    if (fields.isEmpty()) {
        m_unreadable.remove(id);
    } else {
        m_unreadable.insert(id, fields);
    }
}

bool InspectionSession::reload()
{
    Result<Inspection> inspection = m_desk.repository().load(m_inspection.id);
    if (!inspection) {
        return tell(inspection.error());
    }
    m_inspection = *std::move(inspection);
    collectItems();
    Q_EMIT itemsChanged();
    return true;
}

bool InspectionSession::take(const Result<QList<HistoryEntry>> &entries)
{
    if (!entries) {
        return entries.error().code == ErrorCode::NothingToUndo ? false : tell(entries.error());
    }
    if (!reload()) {
        return false;
    }
    noteSaved();
    for (const HistoryEntry &entry : *entries) {
        if (positionOf(entry.item) >= 0) {
            Q_EMIT moved(entry.item);
            break;
        }
    }
    return true;
}

bool InspectionSession::undo() { return take(m_desk.repository().undo(m_inspection.id, m_inspection.inspector.name)); }

bool InspectionSession::redo() { return take(m_desk.repository().redo(m_inspection.id, m_inspection.inspector.name)); }

bool InspectionSession::changeProfile(const QStringList &flags, const QString &reason)
{
    ChangeProfile workflow(m_desk.checklists().policy, m_desk.repository());
    const Result<Inspection> changed = workflow.change(m_inspection.id, flags, reason, m_inspection.inspector.name);
    if (!changed) {
        return tell(changed.error());
    }
    const bool read = reload();
    noteSaved();
    return read;
}

bool InspectionSession::setInspector(const Author &author)
{
    if (author == m_inspection.inspector) {
        return true;
    }
    if (const Status set = m_desk.repository().setInspector(m_inspection.id, author, author.name); !set) {
        return tell(set.error());
    }
    m_inspection.inspector = author;
    noteSaved();
    return true;
}

bool InspectionSession::setInspectionDate(const QDate &date)
{
    if (date == m_inspection.inspectionDate) {
        return true;
    }
    const Status set = m_desk.repository().setInspectionDate(m_inspection.id, date, m_inspection.inspector.name);
    if (!set) {
        return tell(set.error());
    }
    m_inspection.inspectionDate = date;
    noteSaved();
    return true;
}

} // namespace tenken
