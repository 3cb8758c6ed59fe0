#include "gui/comparison/answer_pair_panel.h"

#include "core/fraction.h"
#include "gui/shell/labels.h"
#include "gui/shell/page.h"
#include "viewmodel/shell/display_text.h"
#include "wording/answer_words.h"
#include "wording/comparison_words.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace tenken {

AnswerPairPanel::AnswerPairPanel(EraTable eras, QWidget *parent)
    : QFrame(parent),
      m_eras(std::move(eras)),
      m_title(named(new Heading(1.05, this), "pairTitle")),
      m_change(named(new Note(Note::Tone::Quiet, this), "pairChange")),
      m_partnerLabel(new QLabel(this)),
      m_partner(named(new QComboBox(this), "pairPartner")),
      m_close(named(new QPushButton(this), "closePair"))
{
    setObjectName(QStringLiteral("answerPair"));
    m_left = makeSide("left");
    m_right = makeSide("right");
    m_partner->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_partner->setMinimumContentsLength(14);
    m_partnerLabel->setBuddy(m_partner);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_partnerLabel);
    head->addWidget(m_partner);
    head->addWidget(m_close);
    auto *grid = new QGridLayout;
    int column = 0;
    for (const Side &side : {m_left, m_right}) {
        auto *top = new QHBoxLayout;
        top->addWidget(side.label, 1);
        top->addWidget(side.answer);
        grid->addLayout(top, 0, column);
        grid->addWidget(side.text, 1, column);
        grid->setColumnStretch(column++, 1);
    }
    grid->setRowStretch(1, 1);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 6, 0, 0);
    rows->addLayout(head);
    rows->addWidget(m_change);
    rows->addLayout(grid, 1);
    connect(m_close, &QPushButton::clicked, this, &AnswerPairPanel::closed);
    connect(m_partner, &QComboBox::activated, this,
            [this](int index) { Q_EMIT partnerChosen(m_partner->itemData(index).toInt()); });
}

AnswerPairPanel::Side AnswerPairPanel::makeSide(const char *name)
{
    Side side;
    const QString base = QString::fromLatin1(name);
    side.label = new Heading(1.0, this);
    side.label->setObjectName(base + QStringLiteral("Label"));
    side.answer = new QLabel(this);
    side.answer->setObjectName(base + QStringLiteral("Answer"));
    side.answer->setAutoFillBackground(true);
    side.answer->setMargin(4);
    side.text = new QPlainTextEdit(this);
    side.text->setObjectName(base + QStringLiteral("Text"));
    side.text->setReadOnly(true);
    side.text->setTabChangesFocus(true);
    side.text->setMinimumHeight(60);
    return side;
}

QString AnswerPairPanel::textOf(const AnswerSide &side) const
{
    QStringList lines;
    const auto add = [&lines](const QString &label, const QString &text) {
        if (!text.isEmpty()) {
            lines << QStringLiteral("%1: %2").arg(label, text);
        }
    };
    if (side.isSum) {
        const Counts &counts = side.counts;
        lines << QStringLiteral("○ %1　△ %2　× %3　？ %4　－ %5")
                     .arg(counts.yes)
                     .arg(counts.partial)
                     .arg(counts.no)
                     .arg(counts.unknown)
                     .arg(counts.na);
        if (side.openCount > side.open.size()) {
            add(tr("× or ？ (the first %1 of %2)").arg(side.open.size()).arg(side.openCount),
                side.open.join(QStringLiteral(", ")));
        } else {
            add(tr("× or ？"), side.open.join(QStringLiteral(", ")));
        }
        return lines.join(u'\n');
    }
    add(tr("Question"), side.question);
    add(tr("Comment"), side.answer.comment);
    add(tr("Reason"), side.answer.reason);
    add(tr("Cause"), side.answer.cause ? wording::word(*side.answer.cause) : QString());
    add(tr("Opinion on the rule"), side.answer.opinion);
    const wording::DateWords dates = shownDates(m_eras);
    for (const Evidence &evidence : side.answer.evidence) {
        QStringList parts{evidence.document, evidence.number, dates.date(evidence.date), evidence.place};
        parts.removeAll(QString());
        add(tr("Evidence"), parts.join(QStringLiteral("　")));
    }
    const Plan &plan = side.answer.plan;
    QStringList measures{plan.measure, plan.owner, dates.date(plan.due), plan.interim};
    measures.removeAll(QString());
    add(tr("Plan"), measures.join(QStringLiteral("　")));
    return lines.join(u'\n');
}

void AnswerPairPanel::showSide(const Side &side, const AnswerSide &answer)
{
    side.label->setText(answer.label);
    Fill fill = Theme::current().fill(answer.answer.code);
    QString word = wording::answerWithSymbol(answer.answer.code, m_pair.scale);
    if (!answer.isThere) {
        fill = Theme::current().fill(std::nullopt);
        word = answer.label.isEmpty() ? QString() : wording::notAsked();
    } else if (answer.isSum) {
        fill = Theme::current().fill(std::nullopt);
        word = formatShare(answer.counts.yes, answer.counts.effective());
    }
    QPalette colours = side.answer->palette();
    colours.setColor(QPalette::Window, fill.background);
    colours.setColor(QPalette::WindowText, fill.text);
    side.answer->setPalette(colours);
    side.answer->setText(word);
    const QString text = textOf(answer);
    side.text->setPlainText(text.isEmpty() && answer.isThere ? tr("Nothing was written beside this answer.") : text);
    side.text->setAccessibleName(answer.label + u' ' + word);
}

void AnswerPairPanel::showPair(const AnswerPair &pair)
{
    m_pair = pair;
    const QString star = pair.critical ? QStringLiteral("★ ") : QString();
    m_title->setText(QStringLiteral("%1%2　%3　%4").arg(star, pair.item, pair.title, pair.clause));
    m_change->setText(wording::explanation(pair.change));
    m_change->setVisible(pair.change != ItemChangeState::Same);
    showSide(m_left, pair.left);
    showSide(m_right, pair.right);
}

void AnswerPairPanel::setPartners(const QStringList &columns, int partner)
{
    m_partner->clear();
    for (int column = 0; column < columns.size(); ++column) {
        m_partner->addItem(columns.at(column), column);
    }
    m_partner->setCurrentIndex(partner);
    m_partner->setEnabled(columns.size() > 1);
}

void AnswerPairPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed();
    } else {
        QFrame::keyPressEvent(event);
    }
}

void AnswerPairPanel::retranslate()
{
    m_close->setText(tr("Close"));
    m_partnerLabel->setText(tr("Beside"));
    m_partner->setAccessibleName(tr("The answer on the right is of"));
    if (!m_pair.item.isEmpty()) {
        showPair(m_pair);
    }
}

} // namespace tenken
