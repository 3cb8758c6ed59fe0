#pragma once

#include "gui/shell/context.h"
#include "viewmodel/inspection/signing_key.h"

#include <QWidget>

class QFormLayout;
class QLineEdit;
class QPushButton;

namespace tenken {

/// Who signs with which key: file, passphrase, post and name. The passphrase is never kept.
class KeyForm final : public QWidget {
    Q_OBJECT

public:
    KeyForm(const Context &context, QWidget *parent = nullptr);
    /// Remembers file, name and post for the next time
    SigningKey key() const;
    bool isFilled() const;
    void forgetPassphrase();
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    Context m_context;
    QLineEdit *m_file;
    QPushButton *m_browse;
    QLineEdit *m_passphrase;
    QLineEdit *m_post;
    QLineEdit *m_name;
    QFormLayout *m_form;
    QWidget *m_fileRow;
};

} // namespace tenken
