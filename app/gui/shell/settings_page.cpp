#include "gui/shell/settings_page.h"

#include "gui/inspection/key_dialog.h"
#include "gui/shell/labels.h"
#include "gui/shell/path_field.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace tenken {

namespace {
constexpr int zoomSteps[] = {80, 90, 100, 110, 125, 150, 175, 200};
constexpr int widestForm = 90; ///< characters
} // namespace

SettingsPage::SettingsPage(const Context &context, QWidget *parent)
    : Page(QStringLiteral("settingsPage"), parent), m_context(context)
{
    build();
    retranslate();
}

void SettingsPage::build()
{
    auto *sheet = new QWidget(this);
    m_title = named(new Heading(1.4, sheet), "settingsTitle");
    m_fixed = named(new Note(Note::Tone::Quiet, sheet), "settingsFixed");
    m_language = choice("language", QStringLiteral("language"));
    m_appearance = choice("appearance", QStringLiteral("appearance"));
    m_zoom = choice("zoom", QStringLiteral("zoom"));
    m_key = path("defaultKey", QStringLiteral("keyFile"), false);
    m_setUpKey = named(new QPushButton(sheet), "setUpKey");
    m_setUpKey->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_setUpKey, &QPushButton::clicked, this, &SettingsPage::setUpKey);
    m_module = path("defaultModule", QStringLiteral("tokenModule"), false);
    m_trust = path("trustAnchors", QStringLiteral("trustAnchors"), false);
    m_revocations = path("revocationList", QStringLiteral("revocationList"), false);
    m_output = path("outputFolder", QStringLiteral("outputFolder"), true);
    m_organisation = path("organisationFile", QStringLiteral("organisationFile"), false);
    m_registry = path("registryFile", QStringLiteral("registryFile"), false);
    m_form = new QFormLayout;
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    addGroup("lookGroup", {m_language, m_appearance, m_zoom});
    addGroup("keyGroup", {m_key, m_setUpKey, m_module});
    addGroup("trustGroup", {m_trust, m_revocations});
    addGroup("folderGroup", {m_output, m_organisation, m_registry});
    arrange(sheet);
}

void SettingsPage::addGroup(const char *name, const QList<QWidget *> &fields)
{
    auto *room = new QWidget(this); // above the heading, so that the groups are told apart
    auto *heading = named(new Heading(1.1, room), name);
    auto *column = new QVBoxLayout(room);
    column->setContentsMargins(0, m_groups.isEmpty() ? 0 : fontMetrics().height(), 0, 0);
    column->addWidget(heading);
    m_groups << heading;
    m_form->addRow(room);
    for (QWidget *field : fields) {
        addField(m_form, field);
    }
}

void SettingsPage::arrange(QWidget *sheet)
{
    auto *column = new QVBoxLayout(sheet);
    column->addWidget(m_title);
    column->addLayout(m_form);
    column->addWidget(m_fixed);
    column->addStretch(1);
    auto *scroll = named(new QScrollArea(this), "settingsScroll");
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(sheet);
    sheet->setMaximumWidth(fontMetrics().averageCharWidth() * 2 * widestForm);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
}

QComboBox *SettingsPage::choice(const char *name, const QString &key)
{
    auto *box = named(new QComboBox(this), name);
    connect(box, &QComboBox::activated, this, [this, box, key] { m_context.settings.set(key, box->currentData()); });
    return box;
}

PathField *SettingsPage::path(const char *name, const QString &key, bool isFolder)
{
    auto *field = named(new PathField(m_context.prompts, isFolder, this), name);
    connect(field, &PathField::changed, this, [this, key](const QString &path) {
        const bool isList = key == u"trustAnchors";
        m_context.settings.set(key, isList ? QVariant(path.split(u';', Qt::SkipEmptyParts)) : QVariant(path));
    });
    return field;
}

void SettingsPage::entered()
{
    const Settings &settings = m_context.settings;
    m_key->setPath(settings.keyFile());
    m_module->setPath(settings.tokenModule());
    m_trust->setPath(settings.trustAnchors().join(u';'));
    m_revocations->setPath(settings.revocationList());
    m_output->setPath(settings.outputFolder());
    m_organisation->setPath(settings.organisationFile());
    m_registry->setPath(settings.registryFile());
}

void SettingsPage::setUpKey()
{
    KeyDialog dialog(m_context, {{}, m_context.settings.signerName(), Role::Inspector}, this);
    dialog.exec();
    entered();
}

void SettingsPage::label(QWidget *field, const QString &text, const QString &key)
{
    const bool fixed = m_context.settings.isFixed(key);
    labelField(m_form, field, fixed ? tr("%1 (fixed by the administrator)").arg(text) : text);
    field->setEnabled(!fixed);
    field->setAccessibleName(text);
    if (auto *pathField = qobject_cast<PathField *>(field)) {
        pathField->setWords(text, tr("Choose…"));
    }
}

void SettingsPage::fillChoices()
{
    m_language->clear();
    m_language->addItem(QStringLiteral("日本語"), QStringLiteral("ja"));
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->setCurrentIndex(m_language->findData(m_context.settings.language()));
    m_appearance->clear();
    m_appearance->addItem(tr("Light"), QStringLiteral("light"));
    m_appearance->addItem(tr("Dark"), QStringLiteral("dark"));
    m_appearance->setCurrentIndex(m_appearance->findData(m_context.settings.appearance()));
    m_zoom->clear();
    for (const int step : zoomSteps) {
        m_zoom->addItem(QStringLiteral("%1 %").arg(step), step);
    }
    m_zoom->setCurrentIndex(m_zoom->findData(m_context.settings.zoom()));
}

void SettingsPage::retranslate()
{
    m_title->setText(tr("Settings"));
    fillChoices();
    const QStringList groups{tr("Language and look"), tr("Keys and certificates"), tr("Whom to trust"),
                             tr("Folders and files")};
    for (int i = 0; i < m_groups.size(); ++i) {
        m_groups.at(i)->setText(groups.at(i));
    }
    label(m_language, tr("Language"), QStringLiteral("language"));
    label(m_appearance, tr("Appearance"), QStringLiteral("appearance"));
    label(m_zoom, tr("Size of text"), QStringLiteral("zoom"));
    label(m_key, tr("Signing key"), QStringLiteral("keyFile"));
    m_setUpKey->setText(tr("Import or make a key…"));
    m_setUpKey->setEnabled(!m_context.settings.isFixed(QStringLiteral("keyFile")));
    label(m_module, tr("Driver of the token (PKCS#11)"), QStringLiteral("tokenModule"));
    label(m_trust, tr("Trusted authority (ca.pem)"), QStringLiteral("trustAnchors"));
    label(m_revocations, tr("Revocation list (ca.crl)"), QStringLiteral("revocationList"));
    label(m_output, tr("Folder for signed PDFs"), QStringLiteral("outputFolder"));
    label(m_organisation, tr("Organisation (CSV)"), QStringLiteral("organisationFile"));
    label(m_registry, tr("Registry of the division"), QStringLiteral("registryFile"));
    m_fixed->setText(tr("Changes take effect at once. A new organisation file is read when Tenken starts again."));
}

} // namespace tenken
