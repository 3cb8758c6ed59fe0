#include "signing/attacks/attack.h"

namespace tenken::test {

namespace {

/// The approver's revision with the ends of its signature dictionary rewritten, tables and all in order: the tricks
/// of "universal signature forgery", where a verifier that cannot read the range believes the field.
QByteArray forged(const Victim &v, const QByteArray &range, const QByteArray &contents)
{
    const Forge signed2(v.twice);
    const Forge base(v.once);
    Bodies changes;
    for (int number = base.next(); number < signed2.next(); ++number)
        changes.insert(number, signed2.body(number));
    const int field = base.field("approver");
    changes.insert(field, signed2.body(field));
    const int signature = base.next();
    QByteArray dictionary = signed2.dictionary(signature);
    const qsizetype at = dictionary.indexOf("/ByteRange");
    dictionary.truncate(at);
    for (const QByteArray &entry : {range, contents})
        dictionary += entry.isEmpty() ? entry : entry + ' ';
    changes.insert(signature, dictionary + ">>");
    return base.updated(changes);
}

Attack usf(const char *name, Reason reason, const QByteArray &range, const QByteArray &contents)
{
    return {name,
            [range, contents](const Victim &v) {
                const QByteArray real = Forge(v.twice).dictionary(Forge(v.once).next());
                const QByteArray oldRange =
                    real.mid(real.indexOf("/ByteRange"), real.indexOf(" /Contents") - real.indexOf("/ByteRange"));
                const QByteArray oldContents =
                    real.mid(real.indexOf("/Contents"), real.size() - real.indexOf("/Contents") - 3);
                return forged(v, range == "=" ? oldRange : range, contents == "=" ? oldContents : contents);
            },
            Verdict::Altered, reason};
}

/// A document that was never unsigned: the signature stands in revision 1 and covers it
QByteArray signedFromTheStart(const Victim &v)
{
    const Forge f(v.draft);
    const int field = f.field("inspector");
    const QByteArray value = reference(f.next());
    const QByteArray entries = honestEntries(Role::Inspector) + ' ' + RawSigning().certifyWith;
    QByteArray pdf;
    QByteArray range = "[ 0 0 0 0 ]";
    for (QByteArray before; before != range;) {
        before = range;
        pdf = f.rewritten(
            {{f.next(),
              "<< " + entries + " /ByteRange " + range + " /Contents <" + QByteArray(kCmsReserve * 2, '0') + "> >>"},
             {field, f.with(field, "/V " + value)},
             {f.catalog(), f.with(f.catalog(), "/Perms << /DocMDP " + value + " >>")}});
        const qsizetype gap = pdf.lastIndexOf("/Contents <") + 10;
        const qsizetype end = gap + kCmsReserve * 2 + 2;
        range = "[ 0 " + QByteArray::number(gap) + ' ' + QByteArray::number(end) + ' '
            + QByteArray::number(pdf.size() - end) + " ]";
    }
    return resealed(v.city, pdf, Role::Inspector);
}

const QList<Attack> kByteRangeAttacks = {
    usf("no Contents", Reason::B2, "=", ""),
    usf("empty Contents", Reason::B2, "=", "/Contents <>"),
    usf("Contents is one byte", Reason::B2, "=", "/Contents <00>"),
    usf("Contents is a literal", Reason::B2, "=", "/Contents ()"),
    usf("Contents is a number", Reason::B2, "=", "/Contents 0"),
    usf("Contents is null", Reason::S6, "=", "/Contents null"),
    usf("Contents is elsewhere", Reason::B2, "=", "/Contents 5 0 R"),
    usf("no ByteRange", Reason::B1, "", "="),
    usf("empty ByteRange", Reason::B1, "/ByteRange [ ]", "="),
    usf("ByteRange is null", Reason::S6, "/ByteRange null", "="),
    usf("ByteRange of zeros", Reason::B2, "/ByteRange [ 0 0 0 0 ]", "="),
    usf("ByteRange of three", Reason::B1, "/ByteRange [ 0 10 20 ]", "="),
    usf("ByteRange of six", Reason::B1, "/ByteRange [ 0 10 20 30 40 50 ]", "="),
    usf("negative ByteRange", Reason::B1, "/ByteRange [ 0 -1 5 10 ]", "="),
    usf("ByteRange beyond the file", Reason::B2, "/ByteRange [ 0 1 999999999 999999999999 ]", "="),
    usf("ByteRange that starts late", Reason::B1, "/ByteRange [ 1 10 20 30 ]", "="),
    usf("ByteRange of reals", Reason::B1, "/ByteRange [ 0.0 1.0 2.0 3.0 ]", "="),
    usf("ByteRange is elsewhere", Reason::B1, "/ByteRange 5 0 R", "="),
    {"signature of zeros",
     [](auto &v) {
         QByteArray pdf = v.twice;
         const qsizetype gap = pdf.lastIndexOf("/Contents <") + 11;
         return pdf.replace(gap, 24576, QByteArray(24576, '0'));
     },
     Verdict::Malformed, Reason::C1},
    {"signature of another document",
     [](auto &v) {
         QByteArray pdf = v.twice;
         const qsizetype from = pdf.indexOf("/Contents <") + 11;
         const qsizetype to = pdf.lastIndexOf("/Contents <") + 11;
         return pdf.replace(to, 24576, pdf.mid(from, 24576));
     },
     Verdict::Altered, Reason::C5},
    {"upper-case signature",
     [](auto &v) {
         QByteArray pdf = v.twice;
         const qsizetype gap = pdf.lastIndexOf("/Contents <") + 11;
         return pdf.replace(gap, 24576, pdf.mid(gap, 24576).toUpper());
     },
     Verdict::Altered, Reason::S6},
    {"wrapping: second half moved back, a page in between",
     [](auto &v) {
         const Forge forge(v.once);
         const qsizetype gapEnd = v.once.lastIndexOf("/Contents <") + 11 + 24577;
         const QByteArray wedge = " /X (" + QByteArray(200, 'x') + ")";
         return v.once.left(gapEnd) + wedge + v.once.mid(gapEnd);
     },
     Verdict::Malformed, Reason::S2},
    {"wrapping: range skips what was added",
     [](auto &v) {
         QByteArray pdf = v.once;
         const qsizetype at = pdf.lastIndexOf("/ByteRange [ 0 ");
         const qsizetype end = pdf.indexOf(']', at);
         QByteArray range = pdf.mid(at, end - at);
         QByteArray shorter = range;
         shorter[shorter.size() - 2] = shorter[shorter.size() - 2] == '0' ? '1' : '0';
         return resealed(v.city, pdf.replace(at, range.size(), shorter), Role::Inspector);
     },
     Verdict::Malformed, Reason::B3},
    {"two fields share a signature",
     [](auto &v) {
         const Forge forge(v.once);
         const int approver = forge.field("approver");
         const QByteArray value = "/V " + reference(Forge(v.draft).next());
         return forge.updated({{approver, forge.with(approver, value)}});
     },
     Verdict::Altered, Reason::D2},
    {"one signature in two fields",
     [](auto &v) {
         const Forge f(v.draft);
         const int approver = f.field("approver");
         return signRaw(v.city, v.draft, {.changes = {{approver, f.with(approver, "/V " + reference(f.next()))}}});
     },
     Verdict::Malformed, Reason::B4},
    {"signature that no field holds", [](auto &v) { return signRaw(v.city, v.draft, {.bind = false}); },
     Verdict::Malformed, Reason::B4},
    {"signed from the start", signedFromTheStart, Verdict::Malformed, Reason::B4},
    {"two signatures in one revision",
     [](auto &v) {
         const Forge f(v.draft);
         const int approver = f.field("approver");
         const int second = f.next() + 2;
         return signRaw(v.city, v.draft,
                        {.changes = {{approver, f.with(approver, "/V " + reference(second))},
                                     {second, Forge(v.once).dictionary(f.next())}}});
     },
     Verdict::Malformed, Reason::B4},
    {"less room than Tenken leaves", [](auto &v) { return signRaw(v.city, v.draft, {.reserve = 4096}); },
     Verdict::Malformed, Reason::B2},
    {"signature defined again",
     [](auto &v) {
         const Forge forge(v.once);
         const int signature = Forge(v.draft).next();
         return forge.updated({{signature, forge.body(signature)}});
     },
     Verdict::Altered, Reason::B4},
};

} // namespace

QList<Attack> byteRangeAttacks() { return kByteRangeAttacks; }

} // namespace tenken::test
