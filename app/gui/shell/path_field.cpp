#include "gui/shell/path_field.h"

#include "gui/shell/prompts.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace tenken {

PathField::PathField(Prompts &prompts, bool isFolder, QWidget *parent)
    : QWidget(parent),
      m_prompts(prompts),
      m_isFolder(isFolder),
      m_edit(new QLineEdit(this)),
      m_choose(new QPushButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_edit, 1);
    row->addWidget(m_choose);
    connect(m_edit, &QLineEdit::editingFinished, this, [this] { Q_EMIT changed(path()); });
    connect(m_choose, &QPushButton::clicked, this, &PathField::choose);
}

QString PathField::path() const { return QDir::fromNativeSeparators(m_edit->text().trimmed()); }

void PathField::setPath(const QString &path) { m_edit->setText(QDir::toNativeSeparators(path)); }

void PathField::setWords(const QString &label, const QString &choose)
{
    m_edit->setObjectName(objectName() + QStringLiteral("Edit"));
    m_choose->setObjectName(objectName() + QStringLiteral("Choose"));
    setAccessibleName(label);
    m_edit->setAccessibleName(label);
    m_choose->setText(choose);
    m_choose->setAccessibleName(QStringLiteral("%1 %2").arg(label, choose));
}

void PathField::choose()
{
    const QString title = m_edit->accessibleName();
    const QString chosen =
        m_isFolder ? m_prompts.chooseFolder(this, title, path()) : m_prompts.openFile(this, title, {});
    if (!chosen.isEmpty()) {
        setPath(chosen);
        Q_EMIT changed(chosen);
    }
}

} // namespace tenken
