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
        if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            ++i;
            continue;
        }
        const bool control = c.unicode() < 0x20 && c != u'\n' && c != u'\t';
        if (control || c == QChar(0x7F) || c.isSurrogate() || c.isNonCharacter()) {
            return true;
        }
    }
    return false;
}

} // namespace tenken
