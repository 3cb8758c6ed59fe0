#include "gui/inspection/key_form.h"

#include "gui/shell/labels.h"
#include "gui/shell/page.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace tenken {

KeyForm::KeyForm(const Context &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    m_fileRow = new QWidget(this);
    m_file = named(new QLineEdit(m_context.settings.keyFile(), m_fileRow), "keyFile");
    m_browse = named(new QPushButton(m_fileRow), "browseKey");
    auto *row = new QHBoxLayout(m_fileRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_file, 1);
    row->addWidget(m_browse);
    m_passphrase = named(new QLineEdit(this), "passphrase");
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_post = named(new QLineEdit(m_context.settings.signerPost(), this), "signerPost");
    m_name = named(new QLineEdit(m_context.settings.signerName(), this), "signerName");
    m_form = new QFormLayout(this);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    for (QWidget *field : {m_fileRow, static_cast<QWidget *>(m_passphrase), static_cast<QWidget *>(m_post),
                           static_cast<QWidget *>(m_name)}) {
        addField(m_form, field);
    }
    connect(m_browse, &QPushButton::clicked, this, [this] {
        const QString file =
            m_context.prompts.openFile(this, tr("Choose the signing key"), tr("Signing keys (*.p12 *.pfx)"));
        if (!file.isEmpty()) {
            m_file->setText(file);
        }
    });
    for (QLineEdit *field : {m_file, m_passphrase, m_post, m_name}) {
        connect(field, &QLineEdit::textChanged, this, &KeyForm::changed);
    }
    retranslate();
}

SigningKey KeyForm::key() const
{
    m_context.settings.set(QStringLiteral("keyFile"), m_file->text());
    m_context.settings.set(QStringLiteral("signerName"), m_name->text());
    m_context.settings.set(QStringLiteral("signerPost"), m_post->text());
    return {m_file->text(), SecretBytes(m_passphrase->text().toUtf8()), {m_name->text(), m_post->text()}};
}

bool KeyForm::isFilled() const { return !m_file->text().isEmpty() && !m_passphrase->text().isEmpty(); }

void KeyForm::forgetPassphrase() { m_passphrase->clear(); }

void KeyForm::retranslate()
{
    labelField(m_form, m_fileRow, tr("Signing key (file)"));
    m_file->setAccessibleName(tr("Signing key (file)"));
    labelField(m_form, m_passphrase, tr("Passphrase of the key"));
    labelField(m_form, m_post, tr("Your post"));
    labelField(m_form, m_name, tr("Your name"));
    m_browse->setText(tr("Choose…"));
    m_browse->setAccessibleName(tr("Choose the signing key"));
}

} // namespace tenken
