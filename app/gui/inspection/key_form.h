#pragma once

#include "gui/shell/context.h"
#include "viewmodel/inspection/signing_key.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace tenken {

class Note;
class PathField;

/// Who signs with which key: a file or a token, its passphrase or PIN, post and name. The passphrase is never kept.
class KeyForm final : public QWidget {
    Q_OBJECT

public:
    KeyForm(const Context &context, Role role, QWidget *parent = nullptr);
    /// A field of the page that stands in line with those of the key
    void addAbove(QWidget *field);
    void labelAbove(QWidget *field, const QString &text);
    /// Its fields and those of a form elsewhere on the page begin at one line
    void alignWith(QFormLayout *form);
    /// Whose key the person lacks when they ask for one
    void setDepartment(const QString &code) { m_department = code; }
    /// Remembers key, name and post for the next time
    SigningKey key() const;
    /// Who is expected to sign; what is known of nobody leaves the fields as they are
    void suggestAuthor(const Author &author);
    bool isFilled() const;
    /// Says what is missing and leads to it; true when nothing is
    bool leadToWhatIsMissing();
    void forgetPassphrase();
    void retranslate();

Q_SIGNALS:
    void changed();
    void submitted(); ///< Enter behind the passphrase

private:
    void build();
    void connectAll();
    KeyPlace place() const;
    void browse();
    void lookForKeys();
    void showKeys(const Result<QList<KeyFacts>> &keys);
    void askForKey();
    void showSource();
    void miss(QWidget *field, const QString &sentence);

    Context m_context;
    Role m_role;
    QString m_department;
    QComboBox *m_place;
    QWidget *m_fileRow;
    QLineEdit *m_file;
    QPushButton *m_browse;
    PathField *m_module;
    QWidget *m_tokenRow;
    QComboBox *m_tokenKeys;
    QPushButton *m_look;
    QLineEdit *m_passphrase;
    QLineEdit *m_post;
    QLineEdit *m_name;
    QPushButton *m_noKey;
    Note *m_message;
    QFormLayout *m_form;
};

} // namespace tenken
