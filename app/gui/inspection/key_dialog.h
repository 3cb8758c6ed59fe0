#pragma once

#include "gui/shell/context.h"
#include "viewmodel/inspection/key_setup.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QTabWidget;

namespace tenken {

class Note;
class PathField;

/// How one comes by a signing key, in plain words: take over the file from the division, ask the division for one, or
/// make one.
class KeyDialog final : public QDialog {
    Q_OBJECT

public:
    struct Person {
        QString department; ///< code
        QString name;
        Role role = Role::Inspector;
    };
    KeyDialog(const Context &context, const Person &person, QWidget *parent = nullptr);
    /// What was taken over or made; empty when nothing was
    const QString &keyFile() const { return m_keyFile; }

private:
    QWidget *buildWho(const Person &person);
    QWidget *buildImport();
    QWidget *buildRequest();
    QWidget *buildOwn();
    void connectAll();
    void refresh();
    void makeOwn();
    void showReady(const QString &file, const KeyFacts &facts);
    void tell(const QString &sentence, bool isError);
    QString requestText() const;
    Role role() const;

    Context m_context;
    KeySetup m_setup;
    QString m_keyFile;
    QTabWidget *m_ways;
    PathField *m_file;
    QLineEdit *m_passphrase;
    QPushButton *m_import;
    QPlainTextEdit *m_request;
    QPushButton *m_copy;
    QFormLayout *m_who;
    QLineEdit *m_department;
    QLineEdit *m_name;
    QComboBox *m_role;
    QLineEdit *m_newPassphrase;
    QLineEdit *m_repeated;
    QPushButton *m_make;
    QProgressBar *m_busy;
    Note *m_message;
    QPushButton *m_close;
};

} // namespace tenken
