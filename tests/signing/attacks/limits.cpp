#include "signing/attacks/attack.h"

#include "signing/pdf/pdf_serializer.h"

namespace tenken::test {

namespace {

/// A JPEG of one application segment after the other
QByteArray jpegOf(qsizetype size)
{
    static constexpr qsizetype most = 0xffff;
    QByteArray jpeg("\xff\xd8");
    for (qsizetype left = size - 4; left >= 4; left = size - 2 - jpeg.size()) {
        const qsizetype length = std::min(left - 2, most);
        jpeg += QByteArray("\xff\xe0").append(static_cast<char>(length >> 8)).append(static_cast<char>(length));
        jpeg += QByteArray(length - 2, 'x');
    }
    return jpeg + "\xff\xd9";
}

/// Nothing is wrong with it but that it grows beyond 64 MiB when it is signed
QByteArray tooLargeOnceSigned(const Victim &v)
{
    const Forge f(v.draft);
    const int image = f.withEntry("/DCTDecode");
    const auto with = [&](const QByteArray &jpeg) {
        const QByteArray body = streamBody(f.setting(image, "Length", QByteArray::number(jpeg.size())), jpeg);
        return f.rewritten({{image, body}});
    };
    return signRaw(v.city, with(jpegOf(PdfFile::kMaxSize - 4096 - with({}).size())));
}

/// A DSS behind the file with so many references to one response
QByteArray responses(const QByteArray &pdf, int count)
{
    return withDss(pdf, "/OCSPs [" + QByteArray(" n 0 R").repeated(count) + " ]", ocspResponse());
}

/// An inspector's signature that is drawn with so many graphics states
QByteArray graphicsStates(const Victim &v, int count)
{
    QByteArray states;
    for (int i = 0; i < count; ++i)
        states += "/G" + QByteArray::number(i)
            + " << /Type /ExtGState /AIS false /CA 1 /SA false /SM 1 /SMask /None /ca 1 >> ";
    const QByteArray form = stream(
        "/Type /XObject /Subtype /Form /BBox [ 0 0 1 1 ] /Resources << /ExtGState << " + states + ">> >>", "q Q\n");
    return signRaw(v.city, v.draft, {.changes = {{Forge(v.draft).next() + 1, form}}});
}

/// Harmless, were it not so much: a reader that takes it all can be starved
const QList<Attack> kLimitAttacks = {
    {"beyond 64 MiB with its signature", tooLargeOnceSigned, Verdict::Malformed, Reason::S1},
    {"array of 200,001", [](auto &v) { return responses(v.twice, 200001); }, Verdict::Altered, Reason::S6},
    {"half a million values", [](auto &v) { return responses(responses(responses(v.twice, 170000), 170000), 170000); },
     Verdict::Altered, Reason::S6},
    {"dictionary of 513", [](auto &v) { return graphicsStates(v, 513); }, Verdict::Malformed, Reason::S6},
    {"object number of eight millions", [](auto &v) { return v.twice + "8000000 0 obj\n<< >>\nendobj\n"; },
     Verdict::Altered, Reason::S6},
};

} // namespace

QList<Attack> limitAttacks() { return kLimitAttacks; }

} // namespace tenken::test
