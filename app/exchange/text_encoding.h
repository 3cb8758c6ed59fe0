#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace tenken {

/// Offset of the first byte that is not well-formed UTF-8 (Unicode table 3-7: no overlong forms, no surrogates)
std::optional<qsizetype> firstInvalidUtf8(const QByteArray &bytes);

/// Well-formed UTF-8 to text, keeping U+FEFF at the start, which Qt's own conversion takes for a byte order mark
QString fromValidUtf8(QByteArrayView bytes);

enum class TextEncoding { Utf8, Utf8WithMark, Cp932 };

struct DecodedText {
    QString text;
    TextEncoding encoding = TextEncoding::Utf8;
};

/// What Japanese spreadsheet programs write: a byte order mark means UTF-8, else UTF-8 when it is well-formed, else
/// CP932. Nothing when it is neither (also UTF-16). A text with a mark that is not UTF-8 is not guessed at.
std::optional<DecodedText> decodeText(const QByteArray &bytes);

/// CP932 to text; nothing when a byte has no meaning in it
std::optional<QString> fromCp932(const QByteArray &bytes);

} // namespace tenken
