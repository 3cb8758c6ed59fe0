#pragma once

#include "core/fiscal_year.h"
#include "workflow/documents/verify_submission.h"

#include <QFrame>

namespace tenken {

class Heading;
class Note;

/// What Tenken holds of a file, in one sentence, and its signatures in the lines below.
class SignaturePanel final : public QFrame {
    Q_OBJECT

public:
    explicit SignaturePanel(EraTable eras, QWidget *parent = nullptr);
    void show(const VerifiedDocument &document);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString signatureLine(const SignatureFinding &signature) const;

    EraTable m_eras;
    Verdict m_verdict = Verdict::NotASubmission;
    Heading *m_head;
    Note *m_sentence;
    Note *m_details;
};

} // namespace tenken
