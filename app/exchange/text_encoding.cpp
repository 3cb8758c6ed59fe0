#include "exchange/text_encoding.h"

namespace tenken {

namespace {

/// Length of the sequence that begins here, 0 when it is ill-formed
qsizetype sequenceLength(const uchar *at, const uchar *end)
{
    const uchar lead = at[0];
    if (lead < 0x80)
        return 1;
    qsizetype length = 0;
    uchar low = 0x80; // bounds of the second byte
    uchar high = 0xbf;
    if (lead >= 0xc2 && lead <= 0xdf) {
        length = 2;
    } else if (lead >= 0xe0 && lead <= 0xef) {
        length = 3;
        low = lead == 0xe0 ? 0xa0 : low;
        high = lead == 0xed ? 0x9f : high;
    } else if (lead >= 0xf0 && lead <= 0xf4) {
        length = 4;
        low = lead == 0xf0 ? 0x90 : low;
        high = lead == 0xf4 ? 0x8f : high;
    }
    if (length == 0 || end - at < length || at[1] < low || at[1] > high)
        return 0;
    for (qsizetype i = 2; i < length; ++i) {
        if ((at[i] & 0xc0) != 0x80)
            return 0;
    }
    return length;
}

} // namespace

std::optional<qsizetype> firstInvalidUtf8(const QByteArray &bytes)
{
    const auto *begin = reinterpret_cast<const uchar *>(bytes.constData());
    const uchar *end = begin + bytes.size();
    const uchar *at = begin;
    while (at < end) {
        const qsizetype length = sequenceLength(at, end);
        if (length == 0)
            return at - begin;
        at += length;
    }
    return std::nullopt;
}

QString fromValidUtf8(QByteArrayView bytes)
{
    QString marks;
    while (bytes.startsWith("\xef\xbb\xbf")) {
        marks += QChar(0xfeff);
        bytes = bytes.sliced(3);
    }
    const QString text = QString::fromUtf8(bytes);
    return marks.isEmpty() ? text : marks + text;
}

std::optional<DecodedText> decodeText(const QByteArray &bytes)
{
    const bool hasMark = bytes.startsWith("\xef\xbb\xbf");
    const QByteArray body = hasMark ? bytes.mid(3) : bytes;
    const TextEncoding utf8 = hasMark ? TextEncoding::Utf8WithMark : TextEncoding::Utf8;
    if (!firstInvalidUtf8(body))
        return DecodedText{fromValidUtf8(body), utf8};
    if (hasMark || bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff"))
        return std::nullopt;
    const std::optional<QString> text = fromCp932(bytes);
    if (!text)
        return std::nullopt;
    return DecodedText{*text, TextEncoding::Cp932};
}

} // namespace tenken
