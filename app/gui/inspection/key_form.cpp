#include "gui/inspection/key_form.h"

#include "gui/inspection/key_dialog.h"
#include "gui/shell/labels.h"
#include "gui/shell/page.h"
#include "gui/shell/path_field.h"
#include "viewmodel/shell/background.h"
#include "wording/error_words.h"

#include <QComboBox>
#include <QDir>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>

#include <algorithm>

namespace tenken {

namespace {

QWidget *besideEachOther(QWidget *field, QWidget *button, QWidget *row)
{
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(field, 1);
    layout->addWidget(button);
    return row;
}

} // namespace

KeyForm::KeyForm(const Context &context, Role role, QWidget *parent) : QWidget(parent), m_context(context), m_role(role)
{
    build();
    connectAll();
    retranslate();
    m_place->setCurrentIndex(std::max(0, m_place->findData(static_cast<int>(m_context.settings.keyPlace()))));
    showSource();
}

void KeyForm::build()
{
    const Settings &settings = m_context.settings;
    m_place = named(new QComboBox(this), "keySource");
    m_fileRow = new QWidget(this);
    m_file = named(new QLineEdit(QDir::toNativeSeparators(settings.keyFile()), m_fileRow), "keyFile");
    m_browse = named(new QPushButton(m_fileRow), "browseKey");
    besideEachOther(m_file, m_browse, m_fileRow);
    m_module = named(new PathField(m_context.prompts, false, this), "tokenModule");
    m_module->setPath(settings.tokenModule());
    m_tokenRow = new QWidget(this);
    m_tokenKeys = named(new QComboBox(m_tokenRow), "tokenKeys");
    m_tokenKeys->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_look = named(new QPushButton(m_tokenRow), "lookForKeys");
    besideEachOther(m_tokenKeys, m_look, m_tokenRow);
    m_passphrase = named(new QLineEdit(this), "passphrase");
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_post = named(new QLineEdit(settings.signerPost(), this), "signerPost");
    m_name = named(new QLineEdit(settings.signerName(), this), "signerName");
    m_noKey = named(new QPushButton(this), "noKey");
    m_message = named(new Note(Note::Tone::Error, this), "keyMessage");
    m_message->hide();
    m_form = new QFormLayout(this);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (QWidget *field :
         {static_cast<QWidget *>(m_place), m_fileRow, static_cast<QWidget *>(m_module), m_tokenRow,
          static_cast<QWidget *>(m_passphrase), static_cast<QWidget *>(m_post), static_cast<QWidget *>(m_name)}) {
        addField(m_form, field);
    }
    m_form->addRow(m_message);
    auto *last = new QHBoxLayout;
    last->addWidget(m_noKey);
    last->addStretch(1);
    m_form->addRow(last);
}

void KeyForm::addAbove(QWidget *field)
{
    auto *label = new QLabel;
    label->setBuddy(field);
    m_form->insertRow(0, label, field);
    setTabOrder(field, m_place);
}

void KeyForm::labelAbove(QWidget *field, const QString &text) { labelField(m_form, field, text); }

void KeyForm::alignWith(QFormLayout *form) { alignFields({form, m_form}); }

void KeyForm::connectAll()
{
    connect(m_place, &QComboBox::activated, this, &KeyForm::showSource);
    connect(m_browse, &QPushButton::clicked, this, &KeyForm::browse);
    connect(m_look, &QPushButton::clicked, this, &KeyForm::lookForKeys);
    connect(m_noKey, &QPushButton::clicked, this, &KeyForm::askForKey);
    connect(m_passphrase, &QLineEdit::returnPressed, this, &KeyForm::submitted);
    connect(m_tokenKeys, &QComboBox::currentIndexChanged, this, &KeyForm::changed);
    for (QLineEdit *field : {m_file, m_passphrase, m_post, m_name}) {
        connect(field, &QLineEdit::textChanged, m_message, &Note::hide);
        connect(field, &QLineEdit::textChanged, this, &KeyForm::changed);
    }
}

KeyPlace KeyForm::place() const { return static_cast<KeyPlace>(m_place->currentData().toInt()); }

void KeyForm::showSource()
{
    m_form->setRowVisible(m_fileRow, place() == KeyPlace::File);
    m_form->setRowVisible(m_module, place() == KeyPlace::Token);
    m_form->setRowVisible(m_tokenRow, place() != KeyPlace::File);
    m_form->setRowVisible(m_passphrase, place() != KeyPlace::System); // that one asks itself
    labelField(m_form, m_passphrase, place() == KeyPlace::Token ? tr("PIN of the token") : tr("Passphrase of the key"));
    m_tokenKeys->clear();
    m_message->hide();
    Q_EMIT changed();
}

void KeyForm::browse()
{
    const QString file =
        m_context.prompts.openFile(this, tr("Choose the signing key"), tr("Signing keys (*.p12 *.pfx)"));
    if (!file.isEmpty()) {
        m_file->setText(QDir::toNativeSeparators(file));
    }
}

void KeyForm::lookForKeys()
{
    m_look->setEnabled(false);
    m_message->hide();
    const QString module = m_module->path();
    const bool isToken = place() == KeyPlace::Token;
    runInBackground(
        this, [module, isToken] { return isToken ? keysOnTokens(module) : keysInSystemStore(); },
        [this](const Result<QList<KeyFacts>> &keys) { showKeys(keys); });
}

void KeyForm::showKeys(const Result<QList<KeyFacts>> &keys)
{
    m_look->setEnabled(true);
    m_tokenKeys->clear();
    const QList<KeyFacts> found = keys.value_or(QList<KeyFacts>());
    for (const KeyFacts &key : found) {
        const QStringList parts{key.holder, key.department, key.token};
        m_tokenKeys->addItem(parts.join(QStringLiteral("　")), key.certificate);
    }
    if (found.isEmpty()) {
        m_message->setText(keys ? tr("No token with a signing key was found. Insert it and look again.")
                                : wording::sentence(keys.error()));
        m_message->show();
    } else {
        m_context.settings.set(QStringLiteral("tokenModule"), m_module->path());
        m_passphrase->setFocus(Qt::OtherFocusReason);
    }
    Q_EMIT changed();
}

void KeyForm::askForKey()
{
    KeyDialog dialog(m_context, {m_department, m_name->text(), m_role}, this);
    dialog.exec();
    if (!dialog.keyFile().isEmpty()) {
        m_place->setCurrentIndex(0);
        showSource();
        m_file->setText(QDir::toNativeSeparators(dialog.keyFile()));
        m_passphrase->setFocus(Qt::OtherFocusReason);
    }
}

SigningKey KeyForm::key() const
{
    Settings &settings = m_context.settings;
    const bool isFile = place() == KeyPlace::File;
    settings.set(QStringLiteral("keyPlace"), static_cast<int>(place()));
    const QString file = QDir::fromNativeSeparators(m_file->text());
    if (isFile) {
        settings.set(QStringLiteral("keyFile"), file);
    }
    settings.set(QStringLiteral("signerName"), m_name->text());
    settings.set(QStringLiteral("signerPost"), m_post->text());
    return {place(),
            isFile ? file : m_module->path(),
            isFile ? QString() : m_tokenKeys->currentData().toString(),
            SecretBytes(m_passphrase->text().toUtf8()),
            {m_name->text(), m_post->text()}};
}

bool KeyForm::isFilled() const
{
    const bool chosen = place() == KeyPlace::File ? !m_file->text().isEmpty() : m_tokenKeys->currentIndex() >= 0;
    return chosen && (place() == KeyPlace::System || !m_passphrase->text().isEmpty());
}

void KeyForm::suggestAuthor(const Author &author)
{
    if (!author.name.isEmpty()) {
        m_name->setText(author.name);
        m_post->setText(author.post);
    }
}

void KeyForm::miss(QWidget *field, const QString &sentence)
{
    m_message->setText(sentence);
    m_message->show();
    field->setFocus(Qt::OtherFocusReason);
}

bool KeyForm::leadToWhatIsMissing()
{
    m_message->hide();
    if (place() == KeyPlace::File && m_file->text().isEmpty()) {
        miss(m_file,
             tr("Choose the file of your signing key (.p12). If you have none, press “%1”.").arg(m_noKey->text()));
    } else if (place() != KeyPlace::File && m_tokenKeys->currentIndex() < 0) {
        miss(m_look, tr("Press “%1” and choose one.").arg(m_look->text()));
    } else if (place() == KeyPlace::Token && m_passphrase->text().isEmpty()) {
        miss(m_passphrase, tr("Enter the PIN of the token."));
    } else if (place() == KeyPlace::File && m_passphrase->text().isEmpty()) {
        miss(m_passphrase, tr("Enter the passphrase of the key."));
    }
    return isFilled();
}

void KeyForm::forgetPassphrase() { m_passphrase->clear(); }

void KeyForm::retranslate()
{
    const int chosen = std::max(0, m_place->currentIndex());
    m_place->clear();
    m_place->addItem(tr("A file (.p12)"), static_cast<int>(KeyPlace::File));
    m_place->addItem(tr("An IC card or USB token"), static_cast<int>(KeyPlace::Token));
    if (hasSystemStore()) {
        m_place->addItem(tr("The certificate store of Windows"), static_cast<int>(KeyPlace::System));
    }
    m_place->setCurrentIndex(chosen);
    labelField(m_form, m_place, tr("Where the key is"));
    labelField(m_form, m_fileRow, tr("Signing key (file)"));
    m_file->setAccessibleName(tr("Signing key (file)"));
    labelField(m_form, m_module, tr("Driver of the token (PKCS#11)"));
    m_module->setWords(tr("Driver of the token (PKCS#11)"), tr("Choose…"));
    labelField(m_form, m_tokenRow, tr("Key on the token"));
    m_tokenKeys->setAccessibleName(tr("Key on the token"));
    m_look->setText(tr("Look for keys"));
    labelField(m_form, m_passphrase, place() == KeyPlace::Token ? tr("PIN of the token") : tr("Passphrase of the key"));
    labelField(m_form, m_post, tr("Your post"));
    labelField(m_form, m_name, tr("Your name"));
    m_browse->setText(tr("Choose…"));
    m_browse->setAccessibleName(tr("Choose the signing key"));
    m_noKey->setText(tr("I have no key yet…"));
}

} // namespace tenken
