#include "signing/pdf/content_operations.h"

#include <algorithm>

namespace tenken {

namespace {

bool isSpace(char c) { return c == ' ' || c == '\n'; }

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Behind the operand that begins at
const char *operandEnd(const char *at, const char *end)
{
    if (*at != '<' && *at != '[')
        return std::find_if(at, end, isSpace);
    const char *const closing = std::find(at, end, *at == '<' ? '>' : ']');
    return closing == end ? end : closing + 1;
}

} // namespace

std::optional<Operation> ContentOperations::next()
{
    m_at = std::find_if_not(m_at, m_end, isSpace);
    const char *const begin = m_at;
    const char *behind = begin; // the last operand
    while (m_at != m_end && !isLetter(*m_at)) {
        behind = operandEnd(m_at, m_end);
        m_at = std::find_if_not(behind, m_end, isSpace);
    }
    const char *const name = m_at;
    m_at = std::find_if_not(m_at, m_end, [](char c) { return isLetter(c) || c == '*'; });
    if (begin == m_at)
        return {};
    return Operation{{begin, behind - begin}, {name, m_at - name}};
}

} // namespace tenken
