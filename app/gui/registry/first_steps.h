#pragma once

#include <QWidget>

class QPushButton;

namespace tenken {

class Heading;
class Note;

/// What to do while the registry is empty
class FirstSteps final : public QWidget {
    Q_OBJECT

public:
    explicit FirstSteps(QWidget *parent = nullptr);
    void retranslate();

Q_SIGNALS:
    void tableAsked();
    void folderAsked();
    void registryAsked();

private:
    Heading *m_title;
    QList<Note *> m_steps;
    QPushButton *m_organisation;
    QPushButton *m_round;
    QPushButton *m_folder;
    QPushButton *m_other;
};

} // namespace tenken
