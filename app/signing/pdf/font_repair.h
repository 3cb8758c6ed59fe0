#pragma once

#include "signing/pdf/document_builder.h"

#include <QMap>

class QPDF;

namespace tenken {

/// Puts right what QPdfWriter leaves behind in composite fonts: the same subset tag in BaseFont and FontName, made
/// from the font program's bytes; no CIDSet; a ToUnicode that says space instead of tab, nothing for .notdef, and
/// the given text for the given glyphs. Throws qpdf's exceptions.
void repairFonts(QPDF &document, const QList<UnicodeRepair> &repairs);

/// Text of each glyph as QPdfWriter's ToUnicode says it; empty when the CMap is of another make
QMap<quint16, QString> readUnicodeMap(const QByteArray &cmap);
QByteArray writeUnicodeMap(const QMap<quint16, QString> &texts);

} // namespace tenken
