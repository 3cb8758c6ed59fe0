#include "signing/pdf/signature_slot.h"

#include "signing/keys/sha256.h"

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
    const QByteArray covered = file.bytes() + appended.first(gapInIncrement).toByteArray()
        + appended.sliced(gapInIncrement + placeholder.size()).toByteArray();
    const auto contents = contentsFor(sha256Of(covered));
    if (!contents)
        return contents;
    if (contents->size() > reserve)
        return fail(ErrorCode::SigningFailed, {}, QStringLiteral("signature larger than its room"));
    const QByteArray digits = contents->toHex();
    increment.replace(gapInIncrement + 1, digits.size(), digits);
    return file.bytes() + increment;
}

} // namespace tenken
