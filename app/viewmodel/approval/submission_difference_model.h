#pragma once

#include "core/checklist.h"
#include "core/submission.h"

#include <QAbstractTableModel>

namespace tenken {

/// The answers of a submission, beside those of the revision before it when that is known
class SubmissionDifferenceModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { IdColumn, QuestionColumn, BeforeColumn, AfterColumn, NoteColumn, ColumnCount };
    enum Role {
        AnswerRole = Qt::UserRole, ///< int of AnswerCode, -1 none
        ChangedRole
    };

    explicit SubmissionDifferenceModel(QObject *parent = nullptr);
    void show(const Submission &submission, const std::optional<Submission> &before);
    void clear();
    void setChangedOnly(bool changedOnly);
    bool hasBefore() const { return m_before.has_value(); }
    int changedCount() const;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    bool isChanged(const SubmittedItem &item) const;
    void list();

    Submission m_submission;
    std::optional<Submission> m_before;
    QList<const SubmittedItem *> m_rows;
    bool m_changedOnly = false;
};

} // namespace tenken
