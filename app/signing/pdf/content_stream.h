#pragma once

#include <QByteArrayView>

#include <cstddef>

namespace tenken {

/// An operator's one to three characters in one number, to choose by; 0: no operator is that long
constexpr unsigned int operatorCode(const char *word, std::size_t size)
{
    unsigned int code = 0;
    for (std::size_t i = 0; size <= 3 && i < size; ++i)
        code = code << 8 | static_cast<unsigned char>(word[i]);
    return code;
}

template <std::size_t N> constexpr unsigned int op(const char (&word)[N]) { return operatorCode(word, N - 1); }

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
