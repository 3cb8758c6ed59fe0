#pragma once

#include <QByteArrayView>

namespace tenken {

/// Whether these are only drawing operators that QPdfWriter emits (ISO 32000-1, annex A): no marked content, no
/// inline images, no text but glyph numbers.
bool isPlainDrawing(QByteArrayView content);

/// The hex SHA-256 of the mark around a page's content, and the content between; an empty mark: none, or not ours
struct MarkedPage {
    QByteArrayView fingerprint;
    QByteArrayView drawing;
};
MarkedPage splitMark(QByteArrayView content);

} // namespace tenken
