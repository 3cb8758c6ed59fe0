#include "viewmodel/approval/submission_difference_model.h"

#include <algorithm>

namespace tenken {

namespace {

int codeOf(const SubmittedItem *item) { return item && item->answer.code ? static_cast<int>(*item->answer.code) : -1; }

QString noteOf(const Answer &answer)
{
    QStringList parts{answer.comment, answer.reason, answer.plan.measure};
    for (const Evidence &evidence : answer.evidence) {
        parts << QStringList{evidence.document, evidence.number}.join(u' ').trimmed();
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" / ")).simplified();
}

} // namespace

SubmissionDifferenceModel::SubmissionDifferenceModel(QObject *parent) : QAbstractTableModel(parent) { }

void SubmissionDifferenceModel::show(const Submission &submission, const std::optional<Submission> &before)
{
    beginResetModel();
    m_rows.clear();
    m_submission = submission;
    m_before = before;
    list();
    endResetModel();
}

void SubmissionDifferenceModel::clear() { show({}, {}); }

void SubmissionDifferenceModel::setChangedOnly(bool changedOnly)
{
    beginResetModel();
    m_changedOnly = changedOnly;
    list();
    endResetModel();
}

void SubmissionDifferenceModel::list()
{
    m_rows.clear();
    for (const SubmittedItem &item : m_submission.items) {
        if (!m_changedOnly || isChanged(item)) {
            m_rows << &item;
        }
    }
}

bool SubmissionDifferenceModel::isChanged(const SubmittedItem &item) const
{
    if (!m_before) {
        return false;
    }
    const SubmittedItem *before = m_before->find(item.id);
    return !before || codeOf(before) != codeOf(&item) || noteOf(before->answer) != noteOf(item.answer);
}

int SubmissionDifferenceModel::changedCount() const
{
    return static_cast<int>(std::count_if(m_submission.items.begin(), m_submission.items.end(),
                                          [this](const SubmittedItem &item) { return isChanged(item); }));
}

int SubmissionDifferenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SubmissionDifferenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SubmissionDifferenceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const SubmittedItem &item = *m_rows.at(index.row());
    if (role == ChangedRole) {
        return isChanged(item);
    }
    if (role == AnswerRole) {
        const bool old = index.column() == BeforeColumn;
        return codeOf(old ? (m_before ? m_before->find(item.id) : nullptr) : &item);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (index.column()) {
    case IdColumn:
        return item.id;
    case QuestionColumn:
        return item.question.value_or(item.id);
    case NoteColumn:
        return noteOf(item.answer);
    default:
        return {};
    }
}

} // namespace tenken
