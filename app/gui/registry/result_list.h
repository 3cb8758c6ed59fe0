#pragma once

#include "viewmodel/registry/import_result_model.h"

#include <QWidget>

class QTreeView;

namespace tenken {

class Note;

/// Files with what became of them; the chosen one in full sentences below
class ResultList final : public QWidget {
    Q_OBJECT

public:
    /// name begins the names of what it holds
    ResultList(ImportResultModel &model, const QString &name, QWidget *parent = nullptr);
    void setWords(const QString &accessibleName, const QString &empty, const QString &summary);
    void focusList();

private:
    void showCurrent();
    void refresh();

    ImportResultModel &m_model;
    Note *m_summary;
    QTreeView *m_list;
    Note *m_file;
    Note *m_sentence;
    QString m_empty;
    QString m_counts;
};

} // namespace tenken
