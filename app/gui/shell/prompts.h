#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace tenken {

/// Every question that the program asks in a window of its own. Tests answer them without windows.
class Prompts {
public:
    Prompts() = default;
    virtual ~Prompts() = default;
    Prompts(const Prompts &) = delete;
    Prompts &operator=(const Prompts &) = delete;

    /// Empty when the person does not choose. filter as in QFileDialog.
    virtual QString openFile(QWidget *parent, const QString &title, const QString &filter) = 0;
    /// One or several of one folder
    virtual QStringList openFiles(QWidget *parent, const QString &title, const QString &filter) = 0;
    virtual QString saveFile(QWidget *parent, const QString &title, const QString &suggested,
                             const QString &filter) = 0;
    virtual QString chooseFolder(QWidget *parent, const QString &title, const QString &start) = 0;
    /// accept is the word on the button that goes ahead
    virtual bool confirm(QWidget *parent, const QString &question, const QString &accept) = 0;
    virtual void tell(QWidget *parent, const QString &message) = 0;
};

} // namespace tenken
