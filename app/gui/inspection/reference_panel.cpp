#include "gui/inspection/reference_panel.h"

#include "gui/shell/page.h"
#include "viewmodel/shell/display_text.h"
#include "wording/answer_words.h"

#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace tenken {

namespace {

QString escaped(const QString &text) { return text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")); }

QString section(const QString &title, const QString &body)
{
    return body.isEmpty() ? QString() : QStringLiteral("<p><b>%1</b><br>%2</p>").arg(escaped(title), body);
}

QString evidenceLine(const Evidence &evidence)
{
    QStringList parts{evidence.document, evidence.number, evidence.place};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" / "));
}

} // namespace

ReferencePanel::ReferencePanel(InspectionSession &session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_text(named(new QTextBrowser(this), "referenceText")),
      m_copy(named(new QPushButton(this), "copyLastAnswer")),
      m_open(named(new QPushButton(this), "openReference"))
{
    setObjectName(QStringLiteral("referencePanel"));
    m_text->setOpenLinks(false);
    m_text->document()->setDocumentMargin(10);
    m_text->document()->setDefaultStyleSheet(QStringLiteral("p { line-height: 130%; margin-bottom: 8px; }"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_text, 1);
    column->addWidget(m_copy);
    column->addWidget(m_open);
    connect(m_copy, &QPushButton::clicked, this, [this] { Q_EMIT copyAsked(m_item); });
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (m_session.isLookingBack()) {
            m_session.stopLookingBack();
        } else {
            Q_EMIT openAsked();
        }
    });
    connect(&m_session, &InspectionSession::lookingBack, this, &ReferencePanel::showWork);
    retranslate();
}

void ReferencePanel::showItem(const QString &item)
{
    m_item = item;
    m_text->setHtml(html());
    const bool known = m_session.reference().answers.value(item).code.has_value();
    m_copy->setVisible(known);
    m_copy->setEnabled(known && !m_session.isReadOnly());
}

QString ReferencePanel::html() const
{
    if (m_item.isEmpty()) {
        return {};
    }
    const Item &item = m_session.item(m_item);
    const Policy &policy = m_session.desk().checklists().policy;
    QString text = section(tr("What to look at"), escaped(shown(item.guidance)));
    text += section(tr("What counts as evidence"), escaped(item.evidenceExamples.join(QStringLiteral("\n"))));
    text += lastAnswerHtml();
    if (const PolicyClause *clause = policy.clause(item.clause)) {
        text += section(tr("Basic policy %1 %2").arg(clause->key, shown(clause->title)), escaped(clause->text));
    }
    text += section(tr("How to put it right"), escaped(item.remediation));
    return text;
}

QString ReferencePanel::lastAnswerHtml() const
{
    const ReferenceAnswers &reference = m_session.reference();
    if (reference.isEmpty()) {
        return section(tr("Last year's answer"), escaped(tr("There is none on this computer.")));
    }
    const wording::DateWords dates = shownDates(m_session.desk().eras());
    const QString title =
        tr("Answer of %1").arg(dates.round(reference.year, reference.round, reference.year.firstDay()));
    const ItemChangeState change = reference.changes.value(m_item, ItemChangeState::Same);
    QStringList lines;
    if (change != ItemChangeState::Same) {
        lines << wording::word(change);
    }
    if (reference.answers.contains(m_item)) {
        const Answer answer = reference.answers.value(m_item);
        lines << wording::answerWithSymbol(answer.code, m_session.checklist().scale);
        lines << answer.comment << answer.reason;
        for (const Evidence &evidence : answer.evidence) {
            lines << tr("Evidence: %1").arg(evidenceLine(evidence));
        }
    } else {
        lines << tr("The item was not asked then.");
    }
    lines.removeAll(QString());
    return section(title, escaped(lines.join(u'\n')));
}

void ReferencePanel::retranslate()
{
    m_text->setAccessibleName(tr("Guidance, clause, evidence and last year's answer"));
    m_copy->setText(tr("Use last year's answer…"));
    showWork();
    showItem(m_item);
}

void ReferencePanel::showWork()
{
    m_open->setText(m_session.isLookingBack() ? tr("The PDF is being read. Stop") : tr("Open a PDF to look back at…"));
}

} // namespace tenken
