#include "viewmodel/home/home_model.h"

#include "storage/round_repository.h"
#include "viewmodel/shell/display_text.h"

#include <algorithm>

namespace tenken {

namespace {

int urgency(InspectionState state)
{
    switch (state) {
    case InspectionState::Returned:
        return 0;
    case InspectionState::Answering:
    case InspectionState::NotStarted:
        return 1;
    case InspectionState::Signed:
        return 2;
    case InspectionState::Superseded:
        return 3;
    }
    Q_UNREACHABLE();
}

} // namespace

HomeModel::HomeModel(Desk &desk, QObject *parent) : QAbstractListModel(parent), m_desk(desk) { }

int HomeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant HomeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.summary.subject.name;
    case InspectionRole:
        return row.summary.inspection;
    default:
        return {};
    }
}

QModelIndex HomeModel::indexOf(const QUuid &inspection) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&](const Row &row) { return row.summary.inspection == inspection; });
    return found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()));
}

HomeModel::Row HomeModel::rowOf(const InspectionSummary &summary, const QList<Round> &rounds) const
{
    Row row{summary, summary.checklist, summary.answered, 0, {}};
    const auto round = std::find_if(rounds.begin(), rounds.end(), [&](const Round &one) {
        return one.fiscalYear == summary.fiscalYear && one.number == summary.round;
    });
    if (round != rounds.end()) {
        row.due = round->due;
    }
    if (!m_desk.hasChecklists()) {
        return row;
    }
    const Checklist *checklist = m_desk.checklists().find(summary.checklist, summary.edition);
    const Result<Inspection> inspection = m_desk.repository().load(summary.inspection);
    if (checklist && inspection) {
        row.checklistTitle = shown(checklist->title);
        const QStringList items = checklist->applicableItems(inspection->profile.set(), inspection->department.body);
        row.applicable = static_cast<int>(items.size());
        row.answered = static_cast<int>(std::count_if(items.begin(), items.end(), [&](const QString &id) {
            const Answer *answer = inspection->answer(id);
            return answer && answer->code;
        }));
    }
    return row;
}

Status HomeModel::refresh()
{
    const Result<QList<InspectionSummary>> summaries = m_desk.repository().list();
    if (!summaries) {
        return fail(summaries);
    }
    const Result<QList<Round>> rounds = RoundRepository(m_desk.store().database()).rounds();
    if (!rounds) {
        return fail(rounds);
    }
    beginResetModel();
    m_rows.clear();
    for (const InspectionSummary &summary : *summaries) {
        m_rows << rowOf(summary, *rounds);
    }
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [](const Row &a, const Row &b) { return urgency(a.summary.state) < urgency(b.summary.state); });
    endResetModel();
    return {};
}

} // namespace tenken
