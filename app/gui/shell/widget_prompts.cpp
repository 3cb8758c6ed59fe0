#include "gui/shell/widget_prompts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

namespace tenken {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::WidgetPrompts)
};
/// With air between the lines: those of BIZ UDP Gothic touch each other
QString airy(const QString &text)
{
    return QStringLiteral("<div style=\"line-height: 130%\">%1</div>")
        .arg(text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
}

} // namespace

QString WidgetPrompts::openFile(QWidget *parent, const QString &title, const QString &filter)
{
    return QFileDialog::getOpenFileName(parent, title, {}, filter);
}

QString WidgetPrompts::saveFile(QWidget *parent, const QString &title, const QString &suggested, const QString &filter)
{
    const QFileInfo file(suggested); // Qt would take the working folder, which nobody chose
    const QString place = file.dir().exists() ? suggested : QDir::home().filePath(file.fileName());
    return QFileDialog::getSaveFileName(parent, title, place, filter);
}

QString WidgetPrompts::chooseFolder(QWidget *parent, const QString &title, const QString &start)
{
    return QFileDialog::getExistingDirectory(parent, title, start);
}

std::optional<QByteArray> WidgetPrompts::passphrase(QWidget *parent, const QString &question)
{
    bool given = false;
    const QString text =
        QInputDialog::getText(parent, Words::tr("Passphrase"), question, QLineEdit::Password, {}, &given);
    return given ? std::optional(text.toUtf8()) : std::nullopt;
}

std::optional<QString> WidgetPrompts::text(QWidget *parent, const QString &title, const QString &question)
{
    bool given = false;
    const QString text = QInputDialog::getMultiLineText(parent, title, question, {}, &given);
    return given ? std::optional(text) : std::nullopt;
}

bool WidgetPrompts::confirm(QWidget *parent, const QString &question, const QString &accept)
{
    QMessageBox box(QMessageBox::Question, QStringLiteral("Tenken"), airy(question), QMessageBox::Cancel, parent);
    const QPushButton *go = box.addButton(accept, QMessageBox::AcceptRole);
    box.exec();
    return box.clickedButton() == go;
}

void WidgetPrompts::tell(QWidget *parent, const QString &message)
{
    QMessageBox::information(parent, QStringLiteral("Tenken"), airy(message));
}

} // namespace tenken
