#pragma once

#include "core/fiscal_year.h"
#include "core/verification.h"
#include "report/layout/pdf_renderer.h"

#include <QSizeF>

namespace tenken {

/// What a signature looks like on the page: a bordered text box, no image of a seal.
struct SignatureAppearance {
    Role role = Role::Inspector;
    QString name;
    QString post;
    QDateTime signedAt;
    QString issuer; ///< short name of who issued the certificate
    QString act; ///< 点検 承認 代決 差戻し 受領; empty: by role
};
/// A PDF of one page of exactly this size in points (whole points; fractions are cut), to be imported as a form.
Result<RenderedDocument> renderSignatureAppearance(const FontBook &book, const SignatureAppearance &appearance,
                                                   const EraTable &eras, const QSizeF &points);

} // namespace tenken
