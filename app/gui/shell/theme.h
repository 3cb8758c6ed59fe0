#pragma once

#include "core/answer.h"
#include "core/verification.h"

#include <QColor>
#include <QList>
#include <QPalette>

#include <optional>

namespace tenken {

/// Text on a background, with the name of the place where the two meet
struct ColourPair {
    QString place;
    QColor text;
    QColor background;
};

/// Fill and text of a mark: always beside a symbol and a word
struct Fill {
    QColor background;
    QColor text;
};

/// Colours after the Digital Agency's design tokens, light and dark. Every text pair has a contrast of 4.5 : 1 or more.
class Theme {
public:
    enum class Appearance { Light, Dark };
    explicit Theme(Appearance appearance) : m_dark(appearance == Appearance::Dark) { }
    /// The one that the application's palette shows
    static Theme current();

    QPalette palette() const;
    QColor primary() const;
    QColor onPrimary() const;
    QColor error() const;
    QColor success() const;
    QColor border() const;
    QColor quiet() const; ///< secondary text
    Fill fill(std::optional<AnswerCode> answer) const;
    Fill fill(Verdict verdict) const;
    QList<ColourPair> textPairs() const;

private:
    QColor pick(const char *light, const char *dark) const;
    bool m_dark;
};

/// WCAG 2.1 contrast ratio, 1 to 21
double contrast(const QColor &a, const QColor &b);

} // namespace tenken
