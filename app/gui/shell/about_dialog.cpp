#include "gui/shell/about_dialog.h"

#include "gui/shell/page.h"
#include "workflow/program_data.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFile>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace tenken {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::AboutDialog)
};

/// A row for each line of components.tsv: name, version, licence
QString components()
{
    constexpr qint64 largest = 65536;
    QFile file(ProgramData::folder(QStringLiteral("components.tsv")));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QString rows;
    for (const QString &line : QString::fromUtf8(file.read(largest)).split(u'\n', Qt::SkipEmptyParts)) {
        rows += QStringLiteral("<tr><td>%1</td></tr>")
                    .arg(line.toHtmlEscaped().split(u'\t').join(QStringLiteral("</td><td>&nbsp;&nbsp;")));
    }
    return QStringLiteral("<table>%1</table>").arg(rows);
}

QString text()
{
    return QStringLiteral("<h2>Tenken 点検 %1</h2><p>%2</p><p>Apache-2.0</p><p>%3</p>%4")
        .arg(QStringLiteral(TENKEN_VERSION),
             Words::tr("Information-security self-inspection and audit for municipalities").toHtmlEscaped(),
             Words::tr("Made with:").toHtmlEscaped(), components());
}

} // namespace

void showAbout(QWidget *parent)
{
    QDialog dialog(parent);
    dialog.setObjectName(QStringLiteral("aboutDialog"));
    dialog.setWindowTitle(Words::tr("About Tenken"));
    auto *browser = named(new QTextBrowser(&dialog), "aboutText");
    browser->setHtml(text());
    browser->setAccessibleName(dialog.windowTitle());
    auto *buttons = named(new QDialogButtonBox(QDialogButtonBox::Close, &dialog), "buttons");
    named(buttons->button(QDialogButtonBox::Close), "closeAbout");
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    auto *column = new QVBoxLayout(&dialog);
    column->addWidget(browser);
    column->addWidget(buttons);
    dialog.resize(dialog.fontMetrics().averageCharWidth() * 70, dialog.fontMetrics().height() * 24);
    dialog.exec();
}

} // namespace tenken
