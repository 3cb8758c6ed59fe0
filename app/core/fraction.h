#pragma once

#include <QString>

#include <optional>

namespace tenken {

/// Exact non-negative ratio, always reduced. Scores are compared and stored as these; only display rounds.
class Fraction {
public:
    Fraction() = default;
    /// denominator > 0
    Fraction(qint64 numerator, qint64 denominator);
    qint64 numerator() const { return m_numerator; }
    qint64 denominator() const { return m_denominator; }
    double toDouble() const { return static_cast<double>(m_numerator) / static_cast<double>(m_denominator); }
    /// "61/74", "1", "0"
    QString toString() const;
    friend bool operator==(const Fraction &, const Fraction &) = default;
    friend bool operator<(const Fraction &a, const Fraction &b);

private:
    qint64 m_numerator = 0;
    qint64 m_denominator = 1;
};

/// Display of k of n (domain rules §5.1, §5.3): n = 0 "―"; n < 10 "3／4"; else "231／250（92.4％）", half-up to
/// one decimal, 100.0 and 0.0 only when exactly all or none.
QString formatShare(qint64 k, qint64 n);
/// The percentage alone by the same rule, e.g. "92.4"; nothing when n < 10 (a share of few is not a rate).
std::optional<QString> formatPercent(qint64 k, qint64 n);

} // namespace tenken
