#include "gui/shell/settings_page.h"

#include "gui/shell/labels.h"
#include "gui/shell/path_field.h"

#include <QComboBox>
#include <QFormLayout>
#include <QVBoxLayout>

namespace tenken {

namespace {
constexpr int zoomSteps[] = {80, 90, 100, 110, 125, 150, 175, 200};
}

SettingsPage::SettingsPage(const Context &context, QWidget *parent)
    : Page(QStringLiteral("settingsPage"), parent), m_context(context)
{
    build();
    retranslate();
}

void SettingsPage::build()
{
    m_title = named(new Heading(1.4, this), "settingsTitle");
    m_fixed = named(new Note(Note::Tone::Quiet, this), "settingsFixed");
    m_language = choice("language", QStringLiteral("language"));
    m_appearance = choice("appearance", QStringLiteral("appearance"));
    m_zoom = choice("zoom", QStringLiteral("zoom"));
    m_output = path("outputFolder", QStringLiteral("outputFolder"), true);
    m_output->setPath(m_context.settings.outputFolder());
    m_key = path("defaultKey", QStringLiteral("keyFile"), false);
    m_key->setPath(m_context.settings.keyFile());
    m_trust = path("trustAnchors", QStringLiteral("trustAnchors"), false);
    m_trust->setPath(m_context.settings.trustAnchors().join(u';'));
    m_revocations = path("revocationList", QStringLiteral("revocationList"), false);
    m_revocations->setPath(m_context.settings.revocationList());
    m_organisation = path("organisationFile", QStringLiteral("organisationFile"), false);
    m_organisation->setPath(m_context.settings.organisationFile());
    m_registry = path("registryFile", QStringLiteral("registryFile"), false);
    m_registry->setPath(m_context.settings.registryFile());
    m_form = new QFormLayout;
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    for (QWidget *field :
         {static_cast<QWidget *>(m_language), static_cast<QWidget *>(m_appearance), static_cast<QWidget *>(m_zoom),
          static_cast<QWidget *>(m_output), static_cast<QWidget *>(m_key), static_cast<QWidget *>(m_trust),
          static_cast<QWidget *>(m_revocations), static_cast<QWidget *>(m_organisation),
          static_cast<QWidget *>(m_registry)}) {
        addField(m_form, field);
    }
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addLayout(m_form);
    column->addWidget(m_fixed);
    column->addStretch(1);
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

void SettingsPage::retranslate()
{
    m_title->setText(tr("Settings"));
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
    label(m_language, tr("Language"), QStringLiteral("language"));
    label(m_appearance, tr("Appearance"), QStringLiteral("appearance"));
    label(m_zoom, tr("Size of text"), QStringLiteral("zoom"));
    label(m_output, tr("Folder for signed PDFs"), QStringLiteral("outputFolder"));
    label(m_key, tr("Signing key"), QStringLiteral("keyFile"));
    label(m_trust, tr("Trusted authority (ca.pem)"), QStringLiteral("trustAnchors"));
    label(m_revocations, tr("Revocation list (ca.crl)"), QStringLiteral("revocationList"));
    label(m_organisation, tr("Organisation (CSV)"), QStringLiteral("organisationFile"));
    label(m_registry, tr("Registry of the division"), QStringLiteral("registryFile"));
    m_fixed->setText(tr("Changes take effect at once. A new organisation file is read when Tenken starts again."));
}

} // namespace tenken
