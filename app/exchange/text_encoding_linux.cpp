#include "exchange/text_encoding.h"

#include <QStringDecoder>

namespace tenken {

std::optional<QString> fromCp932(const QByteArray &bytes)
{
    QStringDecoder decoder("windows-31j", QStringConverter::Flag::Stateless);
    if (!decoder.isValid())
        decoder = QStringDecoder("Shift_JIS", QStringConverter::Flag::Stateless);
    if (!decoder.isValid())
        return std::nullopt;
    const QString text = decoder.decode(bytes);
    if (decoder.hasError() || text.contains(QChar::ReplacementCharacter))
        return std::nullopt;
    return text;
}

} // namespace tenken
