#include "viewmodel/registry/import_result_model.h"

#include "wording/answer_words.h"
#include "wording/registry_words.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace tenken {

ImportResultModel::ImportResultModel(QObject *parent) : QAbstractTableModel(parent) { }

void ImportResultModel::show(QList<ImportResult> results)
{
    const auto order = [](const ImportResult &result) { return result.outcome == ImportOutcome::Refused ? 0 : 1; };
    beginResetModel();
    m_results = std::move(results);
    std::stable_sort(m_results.begin(), m_results.end(),
                     [&](const ImportResult &a, const ImportResult &b) { return order(a) < order(b); });
    endResetModel();
}

void ImportResultModel::show(const QList<Refusal> &refusals)
{
    QList<ImportResult> results;
    for (const Refusal &refusal : refusals) {
        results << ImportResult{refusal.file,    ImportOutcome::Refused, refusal.verdict,
                                refusal.reasons, refusal.submission,     refusal.error};
    }
    show(std::move(results));
}

int ImportResultModel::count(ImportOutcome outcome) const
{
    return static_cast<int>(std::count_if(m_results.begin(), m_results.end(),
                                          [&](const ImportResult &result) { return result.outcome == outcome; }));
}

QString ImportResultModel::sentence(int row) const
{
    const ImportResult &result = m_results.at(row);
    const QString refusal = wording::refusal(result);
    return QStringLiteral("%1\n%2").arg(QDir::toNativeSeparators(result.file),
                                        refusal.isEmpty() ? wording::word(result.outcome) : refusal);
}

int ImportResultModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_results.size());
}

int ImportResultModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant ImportResultModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const ImportResult &result = m_results.at(index.row());
    if (role == OutcomeRole) {
        return static_cast<int>(result.outcome);
    }
    if (role == Qt::ToolTipRole) {
        return sentence(index.row());
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (index.column()) {
    case OutcomeColumn:
        return QStringLiteral("%1 %2").arg(wording::symbolOf(result.outcome)).arg(wording::word(result.outcome));
    case FileColumn:
        return QFileInfo(result.file).fileName();
    case ReasonColumn:
        return wording::refusal(result);
    default:
        return {};
    }
}

} // namespace tenken
