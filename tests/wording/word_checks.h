#pragma once

#include "support/enum_values.h"

#include <QRegularExpression>
#include <QTest>

namespace tenken::support {

/// A machine word such as "unknown-issuer" or "S4" has no place in a sentence for people.
inline bool showsCode(const QString &text, const QString &code)
{
    static const QRegularExpression machine(QStringLiteral("-|_|^[A-Z][0-9]$"));
    return code.contains(machine) && text.contains(code);
}

inline bool isSentence(const QString &text)
{
    return text.size() > 10 && text.endsWith(u'.') && !text.at(0).isLower() && !text.contains(u'%')
        && text.count(QStringLiteral(". ")) <= 2;
}

/// Every value has a short word and a sentence of its own.
template <class Enum, class Words, class Explanations> void checkWordsOf(Words word, Explanations explanation)
{
    QSet<QString> sentences;
    for (const Enum value : enumValues<Enum>()) {
        const QString code = toCode(value);
        const QString shortWord = word(value);
        const QString meaning = explanation(value);
        QVERIFY2(!shortWord.isEmpty() && shortWord.size() <= 45 && !shortWord.endsWith(u'.'), qPrintable(code));
        QVERIFY2(isSentence(meaning), qPrintable(code));
        QVERIFY2(!sentences.contains(meaning), qPrintable(meaning));
        QVERIFY2(!showsCode(shortWord, code) && !showsCode(meaning, code), qPrintable(code));
        sentences.insert(meaning);
    }
}

/// Every value has a short word, and no two the same.
template <class Enum, class Words> void checkShortWordsOf(Words word)
{
    QSet<QString> words;
    for (const Enum value : enumValues<Enum>()) {
        const QString shortWord = word(value);
        QVERIFY2(!shortWord.isEmpty() && !words.contains(shortWord), qPrintable(toCode(value)));
        QVERIFY2(!showsCode(shortWord, toCode(value)), qPrintable(shortWord));
        words.insert(shortWord);
    }
}

} // namespace tenken::support
