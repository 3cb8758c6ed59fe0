#include "gui/approval/signature_panel.h"

#include "gui/shell/labels.h"
#include "gui/shell/page.h"
#include "viewmodel/shell/display_text.h"
#include "wording/verdict_words.h"

#include <QPainter>
#include <QVBoxLayout>

#include <utility>

namespace tenken {

SignaturePanel::SignaturePanel(EraTable eras, QWidget *parent)
    : QFrame(parent),
      m_eras(std::move(eras)),
      m_head(named(new Heading(1.1, this), "verdict")),
      m_sentence(named(new Note(Note::Tone::Plain, this), "verdictSentence")),
      m_details(named(new Note(Note::Tone::Plain, this), "signatures"))
{
    setObjectName(QStringLiteral("signaturePanel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(18, 10, 12, 10);
    column->addWidget(m_head);
    column->addWidget(m_sentence);
    column->addWidget(m_details);
}

void SignaturePanel::show(const VerifiedDocument &document)
{
    m_verdict = document.verdict;
    QString head =
        QStringLiteral("%1 %2").arg(wording::symbolOf(document.verdict)).arg(wording::word(document.verdict));
    if (document.kind) {
        head += QStringLiteral("　") + wording::word(*document.kind);
    }
    if (document.submission) {
        const Submission &submission = *document.submission;
        head +=
            QStringLiteral("　%1　%2　%3")
                .arg(submission.subject.name, submission.checklist,
                     shownDates(m_eras).round(submission.fiscalYear, submission.round, submission.exportedAt.date()));
    }
    m_head->setText(head);
    m_sentence->setText(document.isAccepted() ? wording::explanation(document.verdict)
                                              : wording::explanation(document.verdict) + QStringLiteral(" ")
                                + wording::nextStep(document.verdict));
    QStringList lines;
    for (const SignatureFinding &signature : document.signatures) {
        lines << signatureLine(signature);
    }
    for (const Reason reason : document.reasons) {
        lines << QStringLiteral("・") + wording::explanation(reason);
    }
    for (const Warning warning : document.warnings) {
        lines << QStringLiteral("！") + wording::explanation(warning);
    }
    m_details->setText(lines.join(u'\n'));
    m_details->setVisible(!lines.isEmpty());
    setAccessibleName(head);
    setVisible(true);
    update();
}

QString SignaturePanel::signatureLine(const SignatureFinding &signature) const
{
    const QString who = signature.post.isEmpty() ? signature.signer : signature.post;
    QStringList parts{wording::signedAs(signature),
                      who,
                      shownDates(m_eras).dateTime(signature.signedAt.toOffsetFromUtc(9 * 3600)),
                      wording::word(signature.integrity),
                      wording::word(signature.trust),
                      signature.issuer};
    parts.removeAll(QString());
    return parts.join(QStringLiteral("　"));
}

void SignaturePanel::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(theme.border());
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(frame, 5, 5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.fill(m_verdict).text);
    painter.drawRoundedRect(QRectF(1, 1, 7, height() - 2), 3, 3);
}

} // namespace tenken
