#include "signing/attacks/mutants.h"

#include "signing/cms/der.h"

namespace tenken::test {

QByteArray mutated(QByteArray pdf, QRandomGenerator &random)
{
    const int changes = 1 + random.bounded(3);
    for (int i = 0; i < changes; ++i) {
        const qsizetype at = random.bounded(int(pdf.size()));
        const qsizetype length = 1 + random.bounded(16);
        switch (random.bounded(6)) {
        case 0:
            pdf[at] = static_cast<char>(pdf[at] ^ (1 << random.bounded(8)));
            break;
        case 1:
            pdf[at] = static_cast<char>(random.bounded(256));
            break;
        case 2:
            pdf.remove(at, length);
            break;
        case 3:
            pdf.insert(at, QByteArray(length, static_cast<char>(random.bounded(256))));
            break;
        case 4:
            pdf.replace(at, length, pdf.mid(random.bounded(int(pdf.size())), length));
            break;
        default:
            pdf.truncate(at + 1);
            break;
        }
    }
    return pdf;
}

ContentsAt lastContents(const QByteArray &pdf)
{
    const qsizetype begin = pdf.lastIndexOf("/Contents <") + 11;
    const qsizetype room = pdf.indexOf('>', begin) - begin;
    const QByteArray contents = QByteArray::fromHex(pdf.mid(begin, room));
    return {begin, der::firstLength(contents) * 2, room};
}

QByteArray withNibble(QByteArray pdf, qsizetype at, int step)
{
    static constexpr char digits[] = "0123456789abcdef";
    const int value = pdf[at] <= '9' ? pdf[at] - '0' : pdf[at] - 'a' + 10;
    pdf[at] = digits[(value + step) % 16];
    return pdf;
}

} // namespace tenken::test
