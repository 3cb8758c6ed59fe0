#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

/// The Distinguished Encoding Rules (ITU-T X.690) as far as certificates and signatures need them.
namespace tenken::der {

enum Tag : quint8 {
    Boolean = 0x01,
    Integer = 0x02,
    BitString = 0x03,
    OctetString = 0x04,
    Null = 0x05,
    Oid = 0x06,
    Enumerated = 0x0a,
    Utf8String = 0x0c,
    UtcTime = 0x17,
    GeneralizedTime = 0x18,
    Sequence = 0x30,
    Set = 0x31,
    Context0 = 0xa0, ///< constructed
    Context1 = 0xa1,
    Context4 = 0xa4,
};

/// A view into the bytes that it was read from
struct Element {
    quint8 tag = 0;
    QByteArrayView whole;
    QByteArrayView content;
};

/// Reads elements one after the other. The first that does not fit makes it fail for good, so a parser checks once,
/// at its end. Lengths must be definite and minimal, tags one byte.
class Reader {
public:
    explicit Reader(QByteArrayView bytes) : m_rest(bytes) { }
    explicit Reader(const Element &constructed) : m_rest(constructed.content) { }
    Element take(); ///< whatever comes
    Element take(quint8 tag);
    bool nextIs(quint8 tag) const;
    bool atEnd() const { return m_rest.isEmpty(); }
    bool failed() const { return m_failed; }
    /// Everything was read and fitted
    bool finished() const { return !m_failed && atEnd(); }

private:
    QByteArrayView m_rest;
    bool m_failed = false;
};

/// The first element's whole length in bytes; 0 when there is no well-formed header or it claims more than there is
qsizetype firstLength(QByteArrayView bytes);

/// Exactly one element, DER all the way down: universal types in their only form, SET OF in order, at most 32 levels.
/// Takes time linear in the size. Contents of OCTET STRING and of primitive context tags are not looked into.
bool isCanonical(QByteArrayView bytes);

QByteArray tlv(quint8 tag, QByteArrayView content);
QByteArray sequence(const QList<QByteArray> &elements, quint8 tag = Sequence);
/// Sorted as DER wants it
QByteArray setOf(QList<QByteArray> elements, quint8 tag = Set);
QByteArray integer(QByteArrayView unsignedBigEndian);
QByteArray octetString(QByteArrayView content);
/// Ecdsa-Sig-Value (RFC 3279, 2.2.3) from r and s at full length one after the other, as tokens and Windows give them
QByteArray ecdsaSignature(QByteArrayView raw);

} // namespace tenken::der
