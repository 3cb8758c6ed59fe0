#pragma once

#include "signing/pdf/content_compaction.h"

class QPDF;
class QPDFObjectHandle;

namespace tenken {

/// How font programs stand in the file. Stored: as they are, in a zlib stream of stored blocks, a sixth more bytes in
/// the file, and a verifier need not unpack what hardly packs.
enum class FontPrograms { Packed, Stored };

/// Puts right what QPdfWriter leaves behind in composite fonts: BaseFont and FontName get the same subset tag, made
/// from the font program's bytes (Qt's own depends on the order of a hash), and CIDSet goes. Throws qpdf's exceptions.
void repairFonts(QPDF &document, FontPrograms programs);

/// The widths in a document's composite fonts, read once for each font
class FontWidths {
public:
    /// Of the fonts that a page's resources name
    QHash<QByteArray, GlyphWidths> of(QPDFObjectHandle resources);

private:
    QHash<int, GlyphWidths> m_known; ///< by the font's object number
};

} // namespace tenken
