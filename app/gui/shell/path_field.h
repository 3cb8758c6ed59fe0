#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace tenken {

class Prompts;

/// A file or a folder: typed or chosen. Shown as the system writes it, told as Qt does.
class PathField final : public QWidget {
    Q_OBJECT

public:
    PathField(Prompts &prompts, bool isFolder, QWidget *parent = nullptr);
    QString path() const;
    void setPath(const QString &path);
    /// label names the field, also for the file dialog
    void setWords(const QString &label, const QString &choose);

Q_SIGNALS:
    void changed(const QString &path);

private:
    void choose();

    Prompts &m_prompts;
    bool m_isFolder;
    QLineEdit *m_edit;
    QPushButton *m_choose;
};

} // namespace tenken
