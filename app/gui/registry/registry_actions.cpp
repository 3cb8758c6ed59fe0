// What the menus of RegistryPage do
#include "gui/registry/board_view.h"
#include "gui/registry/detail_panel.h"
#include "gui/registry/registry_page.h"
#include "wording/error_words.h"
#include "workflow/files.h"
#include "workflow/registry/missing_list.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QTabWidget>

namespace tenken {

void RegistryPage::import(const QStringList &paths)
{
    const Round *round = m_context.registry.selectedRound();
    const bool isBound = round && !round->checklists.isEmpty() && m_onlyRound->isChecked();
    m_session.import(paths, isBound ? std::optional(*round) : std::nullopt);
}

void RegistryPage::importFolder()
{
    const QString folder = m_context.prompts.chooseFolder(this, tr("Folder of signed PDFs"), {});
    if (!folder.isEmpty()) {
        import({folder});
    }
}

void RegistryPage::importFiles()
{
    const QStringList files = m_context.prompts.openFiles(this, tr("Signed PDFs"), tr("PDF (*.pdf)"));
    if (!files.isEmpty()) {
        import(files);
    }
}

void RegistryPage::importTables()
{
    const QString file = m_context.prompts.openFile(this, tr("Organisation, systems or round file"),
                                                    tr("Tables and round files (*.csv *.tenken-round)"));
    if (!file.isEmpty()) {
        import({file});
    }
}

void RegistryPage::openRegistry()
{
    const QString file = m_context.prompts.openFile(this, tr("Open another registry"), tr("Registry (*.db)"));
    if (!file.isEmpty()) {
        m_context.settings.set(QStringLiteral("registryFile"), file);
    }
}

void RegistryPage::chooseTrust()
{
    const QString file =
        m_context.prompts.openFile(this, tr("Certificate of the trusted authority"), tr("Certificates (*.pem)"));
    if (!file.isEmpty()) {
        m_context.settings.set(QStringLiteral("trustAnchors"), QStringList{file});
        refresh();
    }
}

void RegistryPage::save(const QString &title, const QString &name, const QString &filter, const QByteArray &content)
{
    const QString suggested = QDir(m_context.settings.outputFolder()).filePath(name);
    const QString file = m_context.prompts.saveFile(this, title, suggested, filter);
    if (file.isEmpty()) {
        return;
    }
    const Status written = writeFile(file, content);
    tell(written ? tr("Written: %1").arg(QFileInfo(file).fileName()) : wording::sentence(written.error()), !written);
}

void RegistryPage::saveMissing()
{
    const Round *round = m_context.registry.selectedRound();
    const RoundStatus *status = m_context.registry.contents().status(round->fiscalYear, round->number);
    save(tr("Save the missing list"),
         QStringLiteral("%1-%2_missing.csv").arg(round->fiscalYear.startYear()).arg(round->number), tr("CSV (*.csv)"),
         missingCsv(*status));
}

void RegistryPage::saveReminder()
{
    const Round *round = m_context.registry.selectedRound();
    const RoundStatus *status = m_context.registry.contents().status(round->fiscalYear, round->number);
    const QString text = missingReminder(*status, m_context.desk.clock().today(), m_context.desk.eras());
    save(tr("Save the text of a reminder"),
         QStringLiteral("%1-%2_reminder.txt").arg(round->fiscalYear.startYear()).arg(round->number), tr("Text (*.txt)"),
         text.toUtf8());
}

void RegistryPage::copyReminder()
{
    const Round *round = m_context.registry.selectedRound();
    const RoundStatus *status = m_context.registry.contents().status(round->fiscalYear, round->number);
    QGuiApplication::clipboard()->setText(
        missingReminder(*status, m_context.desk.clock().today(), m_context.desk.eras()));
    tell(tr("The text of the reminder is on the clipboard. Paste it into a mail."), false);
}

void RegistryPage::issueReceipts()
{
    m_tabs->setCurrentIndex(0);
    m_panel->askReceiptsOfRound();
}

} // namespace tenken
