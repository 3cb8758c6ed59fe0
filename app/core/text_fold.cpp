#include "core/text_fold.h"

namespace tenken {

QString foldForSearch(const QString &text)
{
    QString folded = text.normalized(QString::NormalizationForm_KC).toCaseFolded();
    for (QChar &c : folded) {
        if (c >= QChar(0x30A1) && c <= QChar(0x30F6)) {
            c = QChar(c.unicode() - 0x60); // katakana to hiragana
        }
    }
    return folded;
}

bool containsFolded(const QString &haystack, const QString &foldedNeedle)
{
    return foldedNeedle.isEmpty() || foldForSearch(haystack).contains(foldedNeedle);
}

bool hasForbiddenCharacter(const QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        char32_t character = c.unicode();
        if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            character = QChar::surrogateToUcs4(c, text.at(++i));
        } else if (c.isSurrogate()) {
            return true;
        }
        const bool control = (character < 0x20 && c != u'\n' && c != u'\t') || (character >= 0x7f && character < 0xa0);
        if (control || QChar::isNonCharacter(character)) {
            return true;
        }
    }
    return false;
}

} // namespace tenken
