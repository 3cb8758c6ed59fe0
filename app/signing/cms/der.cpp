#include "signing/cms/der.h"

#include <QStringDecoder>

#include <algorithm>

namespace tenken::der {

namespace {

constexpr int kMaxDepth = 32;
constexpr quint8 kConstructed = 0x20;
constexpr quint8 kClassMask = 0xc0;
constexpr quint8 kNumberMask = 0x1f;

quint8 byteAt(QByteArrayView bytes, qsizetype i) { return static_cast<quint8>(bytes.at(i)); }

/// Header of the first element: false unless a one-byte tag and a definite, minimal length that fits
bool readHeader(QByteArrayView bytes, qsizetype *headerLength, qsizetype *contentLength)
{
    if (bytes.size() < 2 || (byteAt(bytes, 0) & kNumberMask) == kNumberMask)
        return false;
    const quint8 first = byteAt(bytes, 1);
    if (first < 0x80) {
        *headerLength = 2;
        *contentLength = first;
    } else {
        const qsizetype count = first & 0x7f;
        if (count == 0 || count > 4 || bytes.size() < 2 + count || byteAt(bytes, 2) == 0)
            return false;
        qint64 length = 0;
        for (qsizetype i = 0; i < count; ++i)
            length = (length << 8) | byteAt(bytes, 2 + i);
        if (length < 0x80)
            return false;
        *headerLength = 2 + count;
        *contentLength = static_cast<qsizetype>(length);
    }
    return *contentLength <= bytes.size() - *headerLength;
}

/// Octets as X.690 11.6 orders the elements of a SET OF; equal prefixes: the shorter first
bool precedes(QByteArrayView a, QByteArrayView b)
{
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                        [](char x, char y) { return static_cast<quint8>(x) < static_cast<quint8>(y); });
}

bool isMinimalInteger(QByteArrayView content)
{
    if (content.isEmpty())
        return false;
    if (content.size() == 1)
        return true;
    const bool negative = (byteAt(content, 1) & 0x80) != 0;
    return byteAt(content, 0) != (negative ? 0xff : 0x00);
}

bool isBitString(QByteArrayView content)
{
    if (content.isEmpty() || byteAt(content, 0) > 7)
        return false;
    const quint8 unused = byteAt(content, 0);
    if (content.size() == 1)
        return unused == 0;
    return (byteAt(content, content.size() - 1) & ((1U << unused) - 1U)) == 0;
}

bool isOid(QByteArrayView content)
{
    if (content.isEmpty() || (byteAt(content, content.size() - 1) & 0x80) != 0)
        return false;
    bool starts = true;
    for (qsizetype i = 0; i < content.size(); ++i) {
        if (starts && byteAt(content, i) == 0x80)
            return false;
        starts = (byteAt(content, i) & 0x80) == 0;
    }
    return true;
}

/// YYMMDDHHMMSSZ, or YYYYMMDDHHMMSS[.f]Z without a trailing zero in f (X.690 11.7, 11.8)
bool isTime(QByteArrayView content, qsizetype digits)
{
    if (content.size() < digits + 1 || content.back() != 'Z')
        return false;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (!std::all_of(content.begin(), content.begin() + digits, isDigit))
        return false;
    const QByteArrayView fraction = content.sliced(digits).chopped(1);
    if (fraction.isEmpty())
        return true;
    return digits == 14 && fraction.size() > 1 && fraction.front() == '.' && fraction.back() != '0'
        && std::all_of(fraction.begin() + 1, fraction.end(), isDigit);
}

bool isUtf8(QByteArrayView content)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(content);
    return !decoder.hasError();
}

bool isCanonicalPrimitive(quint8 tag, QByteArrayView content)
{
    switch (tag) {
    case Boolean:
        return content.size() == 1 && (byteAt(content, 0) == 0x00 || byteAt(content, 0) == 0xff);
    case Integer:
    case Enumerated:
        return isMinimalInteger(content);
    case BitString:
        return isBitString(content);
    case Null:
        return content.isEmpty();
    case Oid:
        return isOid(content);
    case Utf8String:
        return isUtf8(content);
    case UtcTime:
        return isTime(content, 12);
    case GeneralizedTime:
        return isTime(content, 14);
    default:
        return true;
    }
}

bool isCanonicalElement(const Element &element, int depth);

bool areCanonicalChildren(const Element &parent, int depth)
{
    Reader reader(parent);
    QByteArrayView previous;
    while (!reader.atEnd()) {
        const Element child = reader.take();
        if (reader.failed() || !isCanonicalElement(child, depth + 1)
            || (parent.tag == Set && precedes(child.whole, previous)))
            return false;
        previous = child.whole;
    }
    return !reader.failed();
}

bool isCanonicalElement(const Element &element, int depth)
{
    const bool constructed = (element.tag & kConstructed) != 0;
    const bool universal = (element.tag & kClassMask) == 0;
    const int number = element.tag & kNumberMask;
    const bool mustBeConstructed = number == (Sequence & kNumberMask) || number == (Set & kNumberMask);
    if (depth > kMaxDepth || element.tag == 0 || (universal && constructed != mustBeConstructed))
        return false;
    return constructed ? areCanonicalChildren(element, depth) : isCanonicalPrimitive(element.tag, element.content);
}

} // namespace

Element Reader::take()
{
    qsizetype header = 0;
    qsizetype length = 0;
    if (m_failed || !readHeader(m_rest, &header, &length)) {
        m_failed = true;
        m_rest = {};
        return {};
    }
    const Element element{byteAt(m_rest, 0), m_rest.first(header + length), m_rest.sliced(header, length)};
    m_rest = m_rest.sliced(header + length);
    return element;
}

Element Reader::take(quint8 tag)
{
    if (nextIs(tag))
        return take();
    m_failed = true;
    m_rest = {};
    return {};
}

bool Reader::nextIs(quint8 tag) const { return !m_failed && !m_rest.isEmpty() && byteAt(m_rest, 0) == tag; }

qsizetype firstLength(QByteArrayView bytes)
{
    qsizetype header = 0;
    qsizetype length = 0;
    return readHeader(bytes, &header, &length) ? header + length : 0;
}

bool isCanonical(QByteArrayView bytes)
{
    Reader reader(bytes);
    const Element element = reader.take();
    return reader.finished() && isCanonicalElement(element, 1);
}

QByteArray tlv(quint8 tag, QByteArrayView content)
{
    QByteArray out;
    out.reserve(content.size() + 6);
    out.append(static_cast<char>(tag));
    const qsizetype length = content.size();
    if (length < 0x80) {
        out.append(static_cast<char>(length));
    } else {
        int count = 1;
        while (length >> (8 * count))
            ++count;
        out.append(static_cast<char>(0x80 | count));
        for (int i = count - 1; i >= 0; --i)
            out.append(static_cast<char>((length >> (8 * i)) & 0xff));
    }
    return out.append(content);
}

QByteArray sequence(const QList<QByteArray> &elements, quint8 tag) { return tlv(tag, elements.join()); }

QByteArray setOf(QList<QByteArray> elements, quint8 tag)
{
    std::sort(elements.begin(), elements.end(),
              [](const QByteArray &a, const QByteArray &b) { return precedes(a, b); });
    return tlv(tag, elements.join());
}

QByteArray integer(QByteArrayView unsignedBigEndian)
{
    qsizetype zeros = 0;
    while (zeros < unsignedBigEndian.size() && unsignedBigEndian.at(zeros) == 0)
        ++zeros;
    QByteArray content = unsignedBigEndian.sliced(zeros).toByteArray();
    if (content.isEmpty() || (byteAt(content, 0) & 0x80) != 0)
        content.prepend('\0');
    return tlv(Integer, content);
}

QByteArray octetString(QByteArrayView content) { return tlv(OctetString, content); }

QByteArray ecdsaSignature(QByteArrayView raw)
{
    const qsizetype half = raw.size() / 2;
    return sequence({integer(raw.first(half)), integer(raw.last(half))});
}

} // namespace tenken::der
