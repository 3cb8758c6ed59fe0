#include "gui/inspection/evidence_editor.h"

#include "gui/inspection/date_edit.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include <utility>

namespace tenken {

EvidenceEditor::EvidenceEditor(EraTable eras, QWidget *parent)
    : QWidget(parent), m_eras(std::move(eras)), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    keepBlankBlock();
}

void EvidenceEditor::setEvidence(const QList<Evidence> &evidence)
{
    if (evidence == this->evidence()) {
        return;
    }
    for (const Block &block : std::exchange(m_blocks, {})) {
        for (QLineEdit *field : fieldsOf(block)) {
            field->disconnect(this); // a hidden field that loses the focus has finished editing
        }
        m_layout->removeWidget(block.box);
        block.box->hide();
        block.box->setParent(nullptr);
        block.box->deleteLater();
    }
    for (const Evidence &entry : evidence) {
        addBlock(entry);
    }
    keepBlankBlock();
}

void EvidenceEditor::setTabAfter(QWidget *before)
{
    m_before = before;
    for (const Block &block : std::as_const(m_blocks)) {
        for (QLineEdit *field : fieldsOf(block)) {
            setTabOrder(before, field);
            before = field;
        }
    }
}

QList<Evidence> EvidenceEditor::evidence() const
{
    QList<Evidence> evidence;
    for (const Block &block : m_blocks) {
        const Evidence entry = read(block);
        if (!entry.isEmpty()) {
            evidence << entry;
        }
    }
    return evidence;
}

Evidence EvidenceEditor::read(const Block &block) const
{
    Evidence entry = block.stored; // keeps the hash
    entry.document = block.document->text();
    entry.number = block.number->text();
    entry.place = block.place->text();
    entry.date = block.date->date().value_or(block.stored.date);
    return entry;
}

void EvidenceEditor::addBlock(const Evidence &evidence)
{
    Block block;
    block.stored = evidence;
    block.box = new QWidget(this);
    block.document = new QLineEdit(evidence.document, block.box);
    block.number = new QLineEdit(evidence.number, block.box);
    block.date = new DateEdit(m_eras, block.box);
    block.date->setDate(evidence.date);
    block.place = new QLineEdit(evidence.place, block.box);
    placeBlock(block);
    m_blocks << block;
    nameBlock(block, static_cast<int>(m_blocks.size()));
    for (QLineEdit *field : fieldsOf(block)) {
        connect(field, &QLineEdit::textEdited, this, &EvidenceEditor::edited);
        connect(field, &QLineEdit::editingFinished, this, [this] {
            keepBlankBlock();
            Q_EMIT edited();
        });
    }
}

QList<QLineEdit *> EvidenceEditor::fieldsOf(const Block &block)
{
    return {block.document, block.number, block.date, block.place};
}

void EvidenceEditor::placeBlock(Block &block)
{
    auto *grid = new QGridLayout(block.box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(block.document, 0, 0, 1, 3);
    grid->addWidget(block.number, 1, 0);
    grid->addWidget(block.date, 1, 1);
    grid->addWidget(block.place, 1, 2);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 2);
    grid->setColumnStretch(2, 3);
    m_layout->addWidget(block.box);
    setTabOrder(m_blocks.isEmpty() ? m_before : m_blocks.last().place, block.document);
    setTabOrder(block.document, block.number);
    setTabOrder(block.number, block.date);
    setTabOrder(block.date, block.place);
}

void EvidenceEditor::nameBlock(const Block &block, int number) const
{
    const auto name = [number](QLineEdit *field, const char *part, const QString &label) {
        field->setObjectName(QStringLiteral("evidence%1_%2").arg(number).arg(QLatin1String(part)));
        field->setPlaceholderText(label);
        field->setAccessibleName(tr("Evidence %1: %2").arg(number).arg(label));
    };
    block.box->setObjectName(QStringLiteral("evidence%1").arg(number));
    name(block.document, "document", tr("Document name"));
    name(block.number, "number", tr("Number"));
    name(block.date, "date", tr("Date"));
    name(block.place, "place", tr("Where it is kept"));
}

void EvidenceEditor::keepBlankBlock()
{
    if (m_blocks.isEmpty() || !read(m_blocks.last()).isEmpty()) {
        addBlock({});
    }
}

void EvidenceEditor::focusFirst()
{
    keepBlankBlock();
    m_blocks.last().document->setFocus(Qt::ShortcutFocusReason);
}

void EvidenceEditor::retranslate()
{
    for (int i = 0; i < m_blocks.size(); ++i) {
        nameBlock(m_blocks.at(i), i + 1);
        const std::optional<QDate> date = m_blocks.at(i).date->date();
        m_blocks.at(i).date->setDate(date.value_or(m_blocks.at(i).stored.date));
    }
}

} // namespace tenken
