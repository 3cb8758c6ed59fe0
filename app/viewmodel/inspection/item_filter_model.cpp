#include "viewmodel/inspection/item_filter_model.h"

#include "core/text_fold.h"
#include "viewmodel/inspection/item_roles.h"

#include <algorithm>

namespace tenken {

ItemFilterModel::ItemFilterModel(const InspectionSession &session, QAbstractItemModel *source, QObject *parent)
    : QSortFilterProxyModel(parent), m_session(session)
{
    setRecursiveFilteringEnabled(true);
    setSourceModel(source);
}

void ItemFilterModel::show(ItemFilter filter, const QString &search, const QString &kept)
{
    const QString folded = foldForSearch(search.trimmed());
    m_kept = kept;
    m_filter = filter;
    m_search = folded;
    invalidateFilter();
}

void ItemFilterModel::setFilter(ItemFilter filter) { show(filter, m_search); }

void ItemFilterModel::setSearch(const QString &text) { show(m_filter, text); }

void ItemFilterModel::setKept(const QString &item)
{
    const QString before = std::exchange(m_kept, item);
    if (!before.isEmpty() && before != item && !passes(before)) {
        invalidateFilter();
    }
}

bool ItemFilterModel::accepts(const QString &item) const { return item == m_kept || passes(item); }

bool ItemFilterModel::passes(const QString &id) const
{
    if (!m_session.matchesSearch(id, m_search)) {
        return false;
    }
    const Answer *answer = m_session.inspection().answer(id);
    const std::optional<AnswerCode> code = answer ? answer->code : std::nullopt;
    const auto lacks = [&](auto holds) {
        const QList<Problem> problems = m_session.problemsOf(id);
        return std::any_of(problems.begin(), problems.end(), holds);
    };
    switch (m_filter) {
    case ItemFilter::Everything:
        return true;
    case ItemFilter::Unanswered:
        return !code;
    case ItemFilter::Flagged:
        return answer && answer->flagged;
    case ItemFilter::Negative:
        return code == AnswerCode::No || code == AnswerCode::Partial;
    case ItemFilter::MissingEvidence:
        return lacks([](const Problem &problem) { return problem.code == ProblemCode::EvidenceMissing; });
    case ItemFilter::Incomplete:
        return lacks([](const Problem &) { return true; });
    case ItemFilter::Changed:
        return m_session.reference().isChanged(id, code);
    }
    Q_UNREACHABLE();
}

bool ItemFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QString id = sourceModel()->index(row, 0, parent).data(ItemIdRole).toString();
    return !id.isEmpty() && accepts(id);
}

} // namespace tenken
