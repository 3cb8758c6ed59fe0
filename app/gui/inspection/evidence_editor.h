#pragma once

#include "core/answer.h"
#include "core/fiscal_year.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace tenken {

class DateEdit;

/// References to documents, one block of fields each; an empty block for the next one is always there.
class EvidenceEditor final : public QWidget {
    Q_OBJECT

public:
    explicit EvidenceEditor(EraTable eras, QWidget *parent = nullptr);
    void setEvidence(const QList<Evidence> &evidence);
    /// Without empty ones; where a date cannot be read, the one stored last
    QList<Evidence> evidence() const;
    void focusFirst();
    /// The field that Tab leaves for the first one, also when the fields are made anew
    void setTabAfter(QWidget *before);
    void retranslate();

Q_SIGNALS:
    void edited();

private:
    struct Block {
        QWidget *box = nullptr;
        QLineEdit *document = nullptr;
        QLineEdit *number = nullptr;
        DateEdit *date = nullptr;
        QLineEdit *place = nullptr;
        Evidence stored;
    };
    void addBlock(const Evidence &evidence);
    void placeBlock(Block &block);
    void nameBlock(const Block &block, int number) const;
    static QList<QLineEdit *> fieldsOf(const Block &block);
    Evidence read(const Block &block) const;
    void keepBlankBlock();

    EraTable m_eras;
    QList<Block> m_blocks;
    QWidget *m_before = nullptr;
    QVBoxLayout *m_layout;
};

} // namespace tenken
