#pragma once

#include "core/result.h"
#include "report/layout/page_layout.h"

#include <QByteArray>
#include <QDateTime>
#include <QStringList>

namespace tenken {

/// A report as PDF/A-1b by QPdfWriter with all fonts embedded as subsets and correct ToUnicode maps. Info and XMP
/// still carry QPdfWriter's own time and identifiers: who signs the file rewrites both.
struct RenderedDocument {
    QByteArray pdf;
    int pages = 0;
    QList<PlacedBox> signatureBoxes;
    QStringList plainText; ///< intended text of each page, in reading order
};

enum class MissingGlyphs { Refuse, PrintStandIn };

/// Errors: GlyphMissing (the subject names characters, code points and counts) unless told to continue; RenderFailed.
Result<RenderedDocument> renderPdf(const PageLayout &layout, MissingGlyphs missing = MissingGlyphs::Refuse);

} // namespace tenken
