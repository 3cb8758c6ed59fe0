#include "gui/shell/about_dialog.h"

#include "gui/shell/page.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace tenken {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::AboutDialog)
};

QString text()
{
    const QString components = QStringLiteral("<ul><li>Qt %1 — LGPL 3</li><li>OpenSSL 3 — Apache 2.0</li>"
                                              "<li>qpdf — Apache 2.0</li><li>SQLite — public domain</li>"
                                              "<li>libqrencode — LGPL 2.1</li><li>libxlsxwriter — BSD 2-Clause</li>"
                                              "<li>zlib — zlib</li><li>tl::expected — CC0</li>"
                                              "<li>BIZ UDPゴシック — SIL OFL 1.1</li></ul>")
                                   .arg(QLatin1String(qVersion()));
    return QStringLiteral("<h2>Tenken 点検 %1</h2><p>%2</p><p>%3</p>%4")
        .arg(QStringLiteral(TENKEN_VERSION),
             Words::tr("Information-security self-inspection and audit for municipalities").toHtmlEscaped(),
             Words::tr("Made with:").toHtmlEscaped(), components);
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
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, &dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    auto *column = new QVBoxLayout(&dialog);
    column->addWidget(browser);
    column->addWidget(buttons);
    dialog.resize(dialog.fontMetrics().averageCharWidth() * 70, dialog.fontMetrics().height() * 24);
    dialog.exec();
}

} // namespace tenken
