#include "report/layout/character_coverage.h"

#include <algorithm>
#include <utility>

namespace tenken {
namespace {

/// Reads big-endian numbers; past the end everything is zero, which ends every loop below.
quint32 number(const QByteArray &table, qsizetype at, int bytes)
{
    if (at < 0 || at + bytes > table.size())
        return 0;
    quint32 value = 0;
    for (int i = 0; i < bytes; ++i)
        value = (value << 8) | static_cast<quint8>(table[at + i]);
    return value;
}

} // namespace

bool isVariationSelector(char32_t character)
{
    return (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0100 && character <= 0xE01EF);
}

CharacterCoverage::CharacterCoverage(const QByteArray &table)
{
    qsizetype segments = 0;
    qsizetype groups = 0;
    const auto count = static_cast<qsizetype>(number(table, 2, 2));
    for (qsizetype i = 0; i < count; ++i) {
        const auto at = static_cast<qsizetype>(number(table, 4 + 8 * i + 4, 4));
        const quint32 format = number(table, at, 2);
        if (format == 4)
            segments = at;
        else if (format == 12)
            groups = at;
        else if (format == 14)
            readVariations(table, at);
    }
    if (groups > 0)
        readGroups(table, groups);
    else if (segments > 0)
        readSegments(table, segments);
    const auto byPlace = [](const Range &a, const Range &b) {
        return std::pair(a.selector, a.first) < std::pair(b.selector, b.first);
    };
    std::sort(m_ranges.begin(), m_ranges.end(), byPlace);
    std::sort(m_sequences.begin(), m_sequences.end(), byPlace);
}

void CharacterCoverage::readGroups(const QByteArray &table, qsizetype at)
{
    const qsizetype count = std::min(static_cast<qsizetype>(number(table, at + 12, 4)), (table.size() - at - 16) / 12);
    for (qsizetype i = 0; i < count; ++i) {
        const qsizetype group = at + 16 + 12 * i;
        m_ranges.push_back({number(table, group, 4), number(table, group + 4, 4), 0});
    }
}

void CharacterCoverage::readSegments(const QByteArray &table, qsizetype at)
{
    const auto count = static_cast<qsizetype>(number(table, at + 6, 2) / 2);
    for (qsizetype i = 0; i < count; ++i) {
        const quint32 last = number(table, at + 14 + 2 * i, 2);
        const quint32 first = number(table, at + 16 + 2 * (count + i), 2);
        if (first <= last && last != 0xFFFF)
            m_ranges.push_back({first, last, 0});
    }
}

void CharacterCoverage::readVariations(const QByteArray &table, qsizetype at)
{
    const qsizetype room = table.size() - at;
    const qsizetype count = std::min(static_cast<qsizetype>(number(table, at + 6, 4)), room / 11);
    for (qsizetype i = 0; i < count; ++i) {
        const qsizetype record = at + 10 + 11 * i;
        const quint32 selector = number(table, record, 3);
        if (const auto byDefault = static_cast<qsizetype>(number(table, record + 3, 4)); byDefault > 0) {
            const qsizetype n = std::min(static_cast<qsizetype>(number(table, at + byDefault, 4)), room / 4);
            for (qsizetype k = 0; k < n; ++k) {
                const quint32 first = number(table, at + byDefault + 4 + 4 * k, 3);
                m_sequences.push_back({first, first + number(table, at + byDefault + 7 + 4 * k, 1), selector});
            }
        }
        if (const auto own = static_cast<qsizetype>(number(table, record + 7, 4)); own > 0) {
            const qsizetype n = std::min(static_cast<qsizetype>(number(table, at + own, 4)), room / 5);
            for (qsizetype k = 0; k < n; ++k) {
                const quint32 base = number(table, at + own + 4 + 5 * k, 3);
                m_sequences.push_back({base, base, selector});
            }
        }
    }
}

bool CharacterCoverage::has(char32_t character) const
{
    auto after = std::upper_bound(m_ranges.begin(), m_ranges.end(), character,
                                  [](char32_t c, const Range &range) { return c < range.first; });
    return after != m_ranges.begin() && character <= std::prev(after)->last;
}

bool CharacterCoverage::hasSequence(char32_t base, char32_t selector) const
{
    const auto wanted = std::pair(selector, base);
    auto after =
        std::upper_bound(m_sequences.begin(), m_sequences.end(), wanted,
                         [](const auto &w, const Range &range) { return w < std::pair(range.selector, range.first); });
    if (after == m_sequences.begin())
        return false;
    const Range &range = *std::prev(after);
    return range.selector == selector && base <= range.last;
}

} // namespace tenken
