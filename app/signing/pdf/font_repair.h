#pragma once

class QPDF;

namespace tenken {

/// Puts right what QPdfWriter leaves behind in composite fonts: BaseFont and FontName get the same subset tag, made
/// from the font program's bytes (Qt's own depends on the order of a hash), and CIDSet goes. Throws qpdf's exceptions.
void repairFonts(QPDF &document);

} // namespace tenken
