#include "exchange/json_keys.h"

#include <algorithm>

namespace tenken {

/// Objects of one kind have their keys in one order: mostly the key that came next comes next again, and no hash is
/// worked out.
const QString *JsonKeys::find(QByteArrayView spelling)
{
    if (m_keys.empty())
        return nullptr;
    size_t &guess = m_keys[m_last].next;
    if (m_keys[guess].spelling != spelling) {
        const auto found = m_bySpelling.constFind(spelling);
        if (found == m_bySpelling.constEnd())
            return nullptr;
        guess = *found;
    }
    m_last = guess;
    return &m_keys[guess].text;
}

void JsonKeys::add(QByteArrayView spelling, const QString &text)
{
    constexpr size_t most = 256;
    if (m_keys.size() == most) {
        m_areShared = false;
        return;
    }
    m_bySpelling.insert(spelling, m_keys.size());
    m_keys.push_back({spelling, text, 0});
}

bool JsonKeys::isIn(const JsonValue &object, const QString &key, Many &many) const
{
    constexpr size_t few = 24;
    if (object.children.size() < few) {
        const auto isSame = [&](const JsonValue &member) {
            return member.key.constData() == key.constData() || (!m_areShared && member.key == key);
        };
        return std::any_of(object.children.begin(), object.children.end(), isSame);
    }
    if (many.isEmpty()) {
        for (const JsonValue &member : object.children)
            many.insert(member.key);
    }
    const bool isKnown = many.contains(key);
    many.insert(key);
    return isKnown;
}

} // namespace tenken
