#include "gui/shell/widget_prompts.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

namespace tenken {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::WidgetPrompts)
};
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
    return QFileDialog::getSaveFileName(parent, title, suggested, filter);
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
    QMessageBox box(QMessageBox::Question, QStringLiteral("Tenken"), question, QMessageBox::Cancel, parent);
    const QPushButton *go = box.addButton(accept, QMessageBox::AcceptRole);
    box.exec();
    return box.clickedButton() == go;
}

void WidgetPrompts::tell(QWidget *parent, const QString &message)
{
    QMessageBox::information(parent, QStringLiteral("Tenken"), message);
}

} // namespace tenken
