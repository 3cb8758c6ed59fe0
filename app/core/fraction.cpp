#include "core/fraction.h"

#include <numeric>

namespace tenken {

namespace {

/// Tenths of a percent, half-up, kept off 0 and 1000 unless exactly none or all
qint64 permille(qint64 k, qint64 n)
{
    const qint64 rounded = (2000 * k + n) / (2 * n);
    if (k > 0 && rounded == 0) {
        return 1;
    }
    if (k < n && rounded >= 1000) {
        return 999;
    }
    return rounded;
}

constexpr qint64 fewestForRate = 10;

} // namespace

Fraction::Fraction(qint64 numerator, qint64 denominator)
{
    Q_ASSERT(denominator > 0);
    const qint64 divisor = std::gcd(numerator, denominator);
    m_numerator = numerator / divisor;
    m_denominator = denominator / divisor;
}

QString Fraction::toString() const
{
    if (m_denominator == 1) {
        return QString::number(m_numerator);
    }
    return QStringLiteral("%1/%2").arg(m_numerator).arg(m_denominator);
}

bool operator<(const Fraction &a, const Fraction &b)
{
    return a.m_numerator * b.m_denominator < b.m_numerator * a.m_denominator;
}

std::optional<QString> formatPercent(qint64 k, qint64 n)
{
    if (n < fewestForRate) {
        return std::nullopt;
    }
    const qint64 tenths = permille(k, n);
    return QStringLiteral("%1.%2").arg(tenths / 10).arg(tenths % 10);
}

QString formatShare(qint64 k, qint64 n)
{
    if (n <= 0) {
        return QStringLiteral("―");
    }
    const QString share = QStringLiteral("%1／%2").arg(k).arg(n);
    const auto percent = formatPercent(k, n);
    return percent ? QStringLiteral("%1（%2％）").arg(share, *percent) : share;
}

} // namespace tenken
