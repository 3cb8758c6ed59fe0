#include "gui/shell/widget_prompts.h"

#include "gui/shell/page.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace tenken {

namespace {
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

QStringList WidgetPrompts::openFiles(QWidget *parent, const QString &title, const QString &filter)
{
    return QFileDialog::getOpenFileNames(parent, title, {}, filter);
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

bool WidgetPrompts::confirm(QWidget *parent, const QString &question, const QString &accept)
{
    QMessageBox box(QMessageBox::Question, QStringLiteral("Tenken"), airy(question), QMessageBox::Cancel, parent);
    box.setObjectName(QStringLiteral("question"));
    named(box.button(QMessageBox::Cancel), "cancel");
    const QPushButton *go = named(box.addButton(accept, QMessageBox::AcceptRole), "goAhead");
    box.exec();
    return box.clickedButton() == go;
}

void WidgetPrompts::tell(QWidget *parent, const QString &message)
{
    QMessageBox box(QMessageBox::Information, QStringLiteral("Tenken"), airy(message), QMessageBox::Ok, parent);
    box.setObjectName(QStringLiteral("message"));
    named(box.button(QMessageBox::Ok), "ok");
    box.exec();
}

} // namespace tenken
