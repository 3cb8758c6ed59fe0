#pragma once

#include "gui/shell/prompts.h"

namespace tenken {

/// The questions as dialogs
class WidgetPrompts final : public Prompts {
public:
    QString openFile(QWidget *parent, const QString &title, const QString &filter) override;
    QStringList openFiles(QWidget *parent, const QString &title, const QString &filter) override;
    QString saveFile(QWidget *parent, const QString &title, const QString &suggested, const QString &filter) override;
    QString chooseFolder(QWidget *parent, const QString &title, const QString &start) override;
    bool confirm(QWidget *parent, const QString &question, const QString &accept) override;
    void tell(QWidget *parent, const QString &message) override;
};

} // namespace tenken
