#pragma once

#include <QString>

namespace tenken {

/// Search key: insensitive to width (NFKC), case and hiragana/katakana. Never stored, never shown.
QString foldForSearch(const QString &text);
bool containsFolded(const QString &haystack, const QString &foldedNeedle);
/// A control character (other than newline and tab), a lone surrogate or a noncharacter in text that is to be stored
bool hasForbiddenCharacter(const QString &text);

} // namespace tenken
