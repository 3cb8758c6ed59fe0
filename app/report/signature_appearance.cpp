#include "report/signature_appearance.h"

#include "report/layout/canvas.h"
#include "report/layout/palette.h"
#include "report/layout/units.h"
#include "report/report_words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenken {
namespace {

QString actOf(const SignatureAppearance &appearance)
{
    if (!appearance.act.isEmpty())
        return appearance.act;
    switch (appearance.role) {
    case Role::Inspector:
        return u"点検"_s;
    case Role::Approver:
        return u"承認"_s;
    case Role::Auditor:
        return u"監査"_s;
    case Role::Division:
        break;
    }
    return u"確認"_s;
}

TextStyle style(qreal size, Qt::Alignment align)
{
    TextStyle result;
    result.pointSize = size;
    result.align = align;
    result.leading = 1.2;
    return result;
}

/// The largest size from 10.5 pt down to 8 pt at which the words stay on one line. One face for all: each further one
/// would add 2 kB to every signature.
TextStyle fitting(const Typesetter &typesetter, const QString &words, qreal width)
{
    TextStyle result = style(10.5, Qt::AlignLeft);
    while (result.pointSize > 8 && typesetter.widthOf(words, result) > width)
        result.pointSize -= 0.5;
    return result;
}

} // namespace

Result<RenderedDocument> renderSignatureAppearance(const FontBook &book, const SignatureAppearance &appearance,
                                                   const EraTable &eras, const QSizeF &size)
{
    PageLayout layout;
    layout.title = u"署名"_s;
    layout.pages +=
        LaidPage{QSizeF(std::max(1, static_cast<int>(size.width())), std::max(1, static_cast<int>(size.height()))), {}};
    LaidPage &page = layout.pages.last();
    const QRectF area(QPointF(), page.pointSize * 20);
    const Typesetter typesetter(book);
    Canvas canvas(typesetter, page.items, layout.missing);
    canvas.frame(area.adjusted(points(0.5), points(0.5), -points(0.5), -points(0.5)), points(1), palette::primary);
    const qreal band = points(30);
    const QRectF side(points(1), points(1), band, area.height() - points(2));
    canvas.fill(side, palette::yes);
    canvas.text(side, actOf(appearance), style(11, Qt::AlignCenter));
    const QRectF inner(band + points(6), points(3), area.width() - band - points(9), area.height() - points(6));
    const QString person = words::person(appearance.name, appearance.post);
    const TextStyle name = fitting(typesetter, person, inner.width());
    qreal y = inner.top();
    y += canvas.text(QRectF(inner.left(), y, inner.width(), 0), words::role(appearance.role), style(8, Qt::AlignLeft));
    y += canvas.text(QRectF(inner.left(), y, inner.width(), 0), person, name);
    y += canvas.text(QRectF(inner.left(), y, inner.width(), 0),
                     eras.formatDate(appearance.signedAt.date()) + appearance.signedAt.toString(u" HH:mm:ss"_s),
                     style(8, Qt::AlignLeft));
    canvas.text(QRectF(inner.left(), y, inner.width(), 0), u"証明書の発行者 "_s + appearance.issuer,
                style(8, Qt::AlignLeft));
    return renderPdf(layout, MissingGlyphs::PrintStandIn);
}

} // namespace tenken
