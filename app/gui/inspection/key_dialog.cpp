#include "gui/inspection/key_dialog.h"

#include "gui/shell/labels.h"
#include "gui/shell/page.h"
#include "gui/shell/path_field.h"
#include "viewmodel/shell/display_text.h"
#include "wording/error_words.h"
#include "wording/verdict_words.h"

#include <QClipboard>
#include <QComboBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QTabWidget>

namespace tenken {

namespace {

constexpr int leastPassphrase = 12;

QLineEdit *secretField(const char *name, QWidget *parent)
{
    auto *field = named(new QLineEdit(parent), name);
    field->setEchoMode(QLineEdit::Password);
    return field;
}

Note *lead(const QString &text, QWidget *parent)
{
    auto *note = new Note(Note::Tone::Plain, parent);
    note->setText(text);
    return note;
}

void addLabelled(QFormLayout *form, QWidget *field, const QString &text)
{
    addField(form, field);
    labelField(form, field, text);
}

} // namespace

KeyDialog::KeyDialog(const Context &context, const Person &person, QWidget *parent)
    : QDialog(parent), m_context(context), m_setup(context.desk, context.settings)
{
    setObjectName(QStringLiteral("keyDialog"));
    setWindowTitle(tr("Signing key"));
    m_ways = named(new QTabWidget(this), "keyWays");
    m_ways->setAccessibleName(tr("How you come by a key"));
    m_ways->addTab(buildImport(), tr("I was given a key file"));
    m_ways->addTab(buildRequest(), tr("Ask the division for a key"));
    m_ways->addTab(buildOwn(), tr("Make one myself"));
    QWidget *who = buildWho(person); // behind the ways, for Tab as for the eye
    m_message = named(new Note(Note::Tone::Error, this), "keyMessage");
    m_message->hide();
    m_busy = named(new QProgressBar(this), "keyBusy");
    m_busy->setRange(0, 0);
    m_busy->setAccessibleName(tr("Working"));
    m_close = named(new QPushButton(tr("Close"), this), "closeKeys");
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_busy, 1);
    foot->addStretch(0);
    foot->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->addWidget(
        lead(tr("A signing key shows that a report comes from you and was not changed since. It is a file "
                "with a passphrase, and it belongs to one person, one department and one role."),
             this));
    column->addWidget(m_ways, 1);
    column->addWidget(who);
    column->addWidget(m_message);
    column->addLayout(foot);
    connectAll();
    refresh();
    resize(fontMetrics().height() * 48, fontMetrics().height() * 30);
}

QWidget *KeyDialog::buildWho(const Person &person)
{
    auto *box = new QWidget(this);
    m_who = new QFormLayout(box);
    m_who->setContentsMargins(0, 0, 0, 0);
    m_department = named(new QLineEdit(person.department, box), "keyDepartment");
    m_name = named(new QLineEdit(person.name, box), "keyName");
    m_role = named(new QComboBox(box), "keyRole");
    for (const Role role : {Role::Inspector, Role::Approver}) {
        m_role->addItem(wording::word(role), static_cast<int>(role));
    }
    m_role->setCurrentIndex(person.role == Role::Approver ? 1 : 0);
    addLabelled(m_who, m_department, tr("Department code"));
    addLabelled(m_who, m_name, tr("Your name"));
    addLabelled(m_who, m_role, tr("Your role"));
    return box;
}

QWidget *KeyDialog::buildImport()
{
    auto *page = new QWidget(m_ways);
    m_file = named(new PathField(m_context.prompts, false, page), "importFile");
    m_passphrase = secretField("importPassphrase", page);
    m_import = named(new PrimaryButton(page), "importKey");
    m_import->setText(tr("Take over the key"));
    auto *form = new QFormLayout;
    addLabelled(form, m_file, tr("Key file (.p12)"));
    m_file->setWords(tr("Key file (.p12)"), tr("Choose…"));
    addLabelled(form, m_passphrase, tr("Passphrase of the key"));
    auto *column = new QVBoxLayout(page);
    column->addWidget(
        lead(tr("The division gave you a file that ends in .p12, and its passphrase by another way. Tenken "
                "copies the file to a folder that only you can read. The passphrase is not kept: you "
                "type it each time you sign."),
             page));
    column->addLayout(form);
    column->addWidget(m_import, 0, Qt::AlignLeft);
    column->addStretch(1);
    return page;
}

QWidget *KeyDialog::buildRequest()
{
    auto *page = new QWidget(m_ways);
    m_request = named(new QPlainTextEdit(page), "requestText");
    m_request->setReadOnly(true);
    m_request->setTabChangesFocus(true);
    m_request->setAccessibleName(tr("Text of the request"));
    m_copy = named(new PrimaryButton(page), "copyRequest");
    m_copy->setText(tr("Copy the text"));
    auto *column = new QVBoxLayout(page);
    column->addWidget(
        lead(tr("Send this text to the information policy division. They make the key and give it to you."), page));
    column->addWidget(m_request, 1);
    column->addWidget(m_copy, 0, Qt::AlignLeft);
    return page;
}

QWidget *KeyDialog::buildOwn()
{
    auto *page = new QWidget(m_ways);
    m_newPassphrase = secretField("newPassphrase", page);
    m_repeated = secretField("repeatedPassphrase", page);
    m_make = named(new PrimaryButton(page), "makeKey");
    m_make->setText(tr("Make the key"));
    auto *form = new QFormLayout;
    addLabelled(form, m_newPassphrase, tr("New passphrase (12 characters or more)"));
    addLabelled(form, m_repeated, tr("The same again"));
    auto *column = new QVBoxLayout(page);
    column->addWidget(lead(tr("For practice, and where no division hands out keys. On other PCs such a key counts only "
                              "after somebody has checked and accepted your certificate (ca.pem). Do not use it for a "
                              "round of your city unless you were told to."),
                           page));
    column->addLayout(form);
    column->addWidget(m_make, 0, Qt::AlignLeft);
    column->addStretch(1);
    return page;
}

void KeyDialog::connectAll()
{
    connect(m_ways, &QTabWidget::currentChanged, this, &KeyDialog::refresh);
    for (QLineEdit *field : {m_passphrase, m_department, m_name, m_newPassphrase, m_repeated}) {
        connect(field, &QLineEdit::textChanged, this, &KeyDialog::refresh);
    }
    connect(m_file, &PathField::changed, this, &KeyDialog::refresh);
    connect(m_role, &QComboBox::currentIndexChanged, this, &KeyDialog::refresh);
    connect(m_import, &QPushButton::clicked, this,
            [this] { m_setup.takeOver(m_file->path(), SecretBytes(m_passphrase->text().toUtf8())); });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(requestText());
        tell(tr("The text was copied. Paste it into a mail."), false);
    });
    connect(m_make, &QPushButton::clicked, this, &KeyDialog::makeOwn);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    connect(&m_setup, &KeySetup::busyChanged, this, &KeyDialog::refresh);
    connect(&m_setup, &KeySetup::ready, this, &KeyDialog::showReady);
    connect(&m_setup, &KeySetup::failed, this, [this](const Error &error) { tell(wording::sentence(error), true); });
}

Role KeyDialog::role() const { return static_cast<Role>(m_role->currentData().toInt()); }

QString KeyDialog::requestText() const
{
    return tr("Please issue a signing key for Tenken.\n\nDepartment code: %1\nName: %2\nRole: %3\n\nPlease give me the "
              "key "
              "file (.p12), its passphrase by another way, and the certificate of the authority (ca.pem).")
        .arg(m_department->text().trimmed(), m_name->text().trimmed(), wording::word(role()));
}

void KeyDialog::refresh()
{
    const bool busy = m_setup.isBusy();
    const bool known = !m_department->text().trimmed().isEmpty() && !m_name->text().trimmed().isEmpty();
    m_who->parentWidget()->setVisible(m_ways->currentIndex() > 0);
    m_request->setPlainText(requestText());
    m_import->setEnabled(!busy && !m_file->path().isEmpty() && !m_passphrase->text().isEmpty());
    m_copy->setEnabled(known);
    m_make->setEnabled(!busy && known && !m_newPassphrase->text().isEmpty());
    m_busy->setVisible(busy);
    m_close->setEnabled(!busy);
}

void KeyDialog::makeOwn()
{
    if (m_newPassphrase->text().size() < leastPassphrase) {
        tell(tr("The passphrase is too short. Choose one of 12 characters or more."), true);
    } else if (m_newPassphrase->text() != m_repeated->text()) {
        tell(tr("The two passphrases differ. Type them again."), true);
    } else {
        m_setup.makeOwn({m_department->text().trimmed(), m_name->text().trimmed(), role(),
                         SecretBytes(m_newPassphrase->text().toUtf8())});
    }
}

void KeyDialog::showReady(const QString &file, const KeyFacts &facts)
{
    m_keyFile = file;
    const QString until = shownDates(m_context.desk.eras()).date(facts.notAfter.date());
    const QString role = facts.role ? wording::word(*facts.role) : tr("no role");
    tell(tr("The key of %1 (%2, department %3) is ready. It is valid until %4.")
             .arg(facts.holder, role, facts.department, until),
         false);
    for (QLineEdit *field : {m_passphrase, m_newPassphrase, m_repeated}) {
        field->clear();
    }
    m_close->setFocus(Qt::OtherFocusReason);
}

void KeyDialog::tell(const QString &sentence, bool isError)
{
    m_message->setTone(isError ? Note::Tone::Error : Note::Tone::Success);
    m_message->setText(sentence);
    m_message->show();
}

} // namespace tenken
