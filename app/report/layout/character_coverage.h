#pragma once

#include <QByteArray>
#include <QList>

#include <vector>

namespace tenken {

/// Which characters and variation sequences a font has, read from its cmap table (OpenType, formats 12, 4 and 14).
/// A value without a font engine behind it: may be asked from any thread. A damaged table covers nothing.
class CharacterCoverage {
public:
    CharacterCoverage() = default;
    explicit CharacterCoverage(const QByteArray &cmapTable);
    bool isEmpty() const { return m_ranges.empty(); }
    bool has(char32_t character) const;
    bool hasSequence(char32_t base, char32_t selector) const;

private:
    struct Range {
        char32_t first = 0;
        char32_t last = 0;
        char32_t selector = 0;
    };
    void readSegments(const QByteArray &table, qsizetype at);
    void readGroups(const QByteArray &table, qsizetype at);
    void readVariations(const QByteArray &table, qsizetype at);
    std::vector<Range> m_ranges; ///< ascending
    std::vector<Range> m_sequences; ///< by selector, then base
};

bool isVariationSelector(char32_t character);

} // namespace tenken
