#pragma once

#include <QByteArrayView>

#include <optional>

namespace tenken {

/// One operation of a page's content (ISO 32000-1, 7.8.2): its operands as they are written, "" without any
struct Operation {
    QByteArrayView operands;
    QByteArrayView name;
};

/// One operation after the other, of content as QPdfWriter writes it: neither booleans nor strings but of glyph
/// numbers, so that operands begin with a digit, a sign or a delimiter. What was read is a view into the content.
class ContentOperations {
public:
    explicit ContentOperations(QByteArrayView content) : m_at(content.begin()), m_end(content.end()) { }
    std::optional<Operation> next();

private:
    const char *m_at;
    const char *m_end;
};

} // namespace tenken
