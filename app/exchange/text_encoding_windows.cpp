#include "exchange/text_encoding.h"

#include <qt_windows.h>

namespace tenken {

// Qt is built without ICU there; the system knows the code page.
std::optional<QString> fromCp932(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return QString();
    const int size = static_cast<int>(bytes.size());
    const int length = MultiByteToWideChar(932, MB_ERR_INVALID_CHARS, bytes.constData(), size, nullptr, 0);
    if (length <= 0)
        return std::nullopt;
    QString text(length, Qt::Uninitialized);
    MultiByteToWideChar(932, MB_ERR_INVALID_CHARS, bytes.constData(), size, reinterpret_cast<wchar_t *>(text.data()),
                        length);
    return text;
}

} // namespace tenken
