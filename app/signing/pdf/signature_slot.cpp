#include "signing/pdf/signature_slot.h"

#include <QCryptographicHash>

namespace tenken {

namespace {

QByteArray byteRangeText(qsizetype gapBegin, qsizetype gapEnd, qsizetype total)
{
    return "[ 0 " + QByteArray::number(gapBegin) + ' ' + QByteArray::number(gapEnd) + ' '
        + QByteArray::number(total - gapEnd) + " ]";
}

} // namespace

Result<QByteArray> writeSigned(const PdfFile &file, IncrementalWriter &writer, int signatureNumber,
                               const QByteArray &entries, qsizetype reserve,
                               const std::function<Result<QByteArray>(const QByteArray &sha256)> &contentsFor)
{
    const QByteArray placeholder = '<' + QByteArray(reserve * 2, '0') + '>';
    const qsizetype base = file.bytes().size();
    QByteArray range = byteRangeText(base, base, base);
    QByteArray increment;
    qsizetype gap = 0;
    // The numbers' own length moves what they count: settles after two or three rounds.
    for (QByteArray previous; previous != range;) {
        const QByteArray head = "<< " + entries + " /ByteRange " + range + " /Contents ";
        writer.put(signatureNumber, head + placeholder + " >>");
        increment = writer.increment();
        gap = writer.bodyOffset(signatureNumber) + head.size();
        previous = range;
        range = byteRangeText(gap, gap + placeholder.size(), base + increment.size());
    }
    const qsizetype gapInIncrement = gap - base;
    const QByteArrayView appended = increment;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(file.bytes());
    hash.addData(appended.first(gapInIncrement));
    hash.addData(appended.sliced(gapInIncrement + placeholder.size()));
    const auto contents = contentsFor(hash.result());
    if (!contents)
        return contents;
    if (contents->size() > reserve)
        return fail(ErrorCode::SigningFailed, {}, QStringLiteral("signature larger than its room"));
    const QByteArray digits = contents->toHex();
    increment.replace(gapInIncrement + 1, digits.size(), digits);
    return file.bytes() + increment;
}

} // namespace tenken
