#include "signing/attacks/attack.h"

namespace tenken::test {

namespace {

/// A harmless looking revision, then one thing in its tail changed
QByteArray tail(const Victim &v, const QByteArray &from, const QByteArray &to)
{
    const Forge forge(v.twice);
    return replacedLast(forge.updated({{forge.info(), forge.body(forge.info())}}), from, to);
}

QByteArray tableOf(const QByteArray &pdf)
{
    return pdf.mid(pdf.lastIndexOf("xref\n", pdf.lastIndexOf("startxref") - 1));
}

QByteArray prevOf(const QByteArray &pdf)
{
    const qsizetype at = pdf.lastIndexOf("/Prev ");
    return pdf.mid(at, pdf.indexOf(" /ID", at) - at);
}

QByteArray firstEntry(const QByteArray &pdf, const char *from, const char *to)
{
    const qsizetype table = pdf.indexOf("\nxref\n0 ");
    const qsizetype entry = pdf.indexOf(from, table);
    return QByteArray(pdf).replace(entry, qsizetype(strlen(from)), to);
}

using V = Verdict;

/// Cross-reference tables and trailers (the signature over them is genuine where a name says "signed")
const QList<Attack> kTableAttacks = {
    {"signed: generation 1 in the table",
     [](auto &v) { return resealed(v.city, firstEntry(v.once, "00000 n", "00001 n"), Role::Inspector); }, V::Malformed,
     Reason::S2},
    {"signed: free entry",
     [](auto &v) { return resealed(v.city, firstEntry(v.once, "00000 n", "00000 f"), Role::Inspector); }, V::Malformed,
     Reason::S2},
    {"signed: offset beside the object",
     [](auto &v) { return resealed(v.city, firstEntry(v.once, "0000000015 ", "0000000016 "), Role::Inspector); },
     V::Malformed, Reason::S2},
    {"signed: entry ends in CR LF",
     [](auto &v) { return resealed(v.city, firstEntry(v.once, " n \n", " n\r\n"), Role::Inspector); }, V::Malformed,
     Reason::S2},
    {"signed: object of generation 1",
     [](auto &v) { return resealed(v.city, replacedFirst(v.once, "1 0 obj", "1 1 obj"), Role::Inspector); },
     V::Malformed, Reason::S2},
    {"signed: wrong startxref",
     [](auto &v) {
         QByteArray pdf = v.once;
         const qsizetype at = pdf.indexOf("startxref\n") + 10;
         pdf[at] = pdf[at] == '9' ? '8' : '9';
         return resealed(v.city, pdf, Role::Inspector);
     },
     V::Malformed, Reason::S4},
    {"table alone, pointing elsewhere",
     [](auto &v) {
         const Forge forge(v.twice);
         const QByteArray entry = "xref\n" + QByteArray::number(forge.content()) + " 1\n0000000015 00000 n \n";
         return replacedLast(forge.updated({}), "xref\ntrailer", entry + "trailer");
     },
     V::Altered, Reason::S5},
    {"cross-reference stream",
     [](auto &v) {
         const Forge forge(v.twice);
         const QByteArray body =
             stream("/Type /XRef /W [ 1 4 1 ] /Size 99 /Root " + reference(forge.catalog()), "xxxxxx");
         return v.twice + QByteArray::number(forge.next()) + " 0 obj\n" + body + "\nendobj\nstartxref\n"
             + QByteArray::number(v.twice.size()) + "\n%%EOF\n";
     },
     V::Altered, Reason::S4},
    {"hybrid file", [](auto &v) { return tail(v, "trailer << ", "trailer << /XRefStm 15 "); }, V::Altered, Reason::S2},
    {"encrypted", [](auto &v) { return tail(v, "trailer << ", "trailer << /Encrypt 1 0 R "); }, V::Altered, Reason::S2},
    {"loop of Prev",
     [](auto &v) {
         const QByteArray pdf = tail(v, "xref", "xref");
         const QByteArray own = QByteArray::number(pdf.size() - tableOf(pdf).size());
         return replacedLast(pdf, prevOf(pdf), "/Prev " + own);
     },
     V::Altered, Reason::S3},
    {"Prev skips a revision",
     [](auto &v) {
         const QByteArray pdf = tail(v, "xref", "xref");
         return replacedLast(pdf, prevOf(pdf), prevOf(v.twice));
     },
     V::Altered, Reason::S3},
    {"no Prev",
     [](auto &v) {
         const QByteArray pdf = tail(v, "xref", "xref");
         return replacedLast(pdf, prevOf(pdf) + " ", "");
     },
     V::Altered, Reason::S3},
    {"another Root", [](auto &v) { return tail(v, "/Root " + reference(Forge(v.twice).catalog()), "/Root 5 0 R"); },
     V::Altered, Reason::S7},
    {"another Info", [](auto &v) { return tail(v, "/Info " + reference(Forge(v.twice).info()), "/Info 5 0 R"); },
     V::Altered, Reason::S7},
    {"another ID",
     [](auto &v) {
         const qsizetype at = v.twice.indexOf("/ID [<") + 6;
         return tail(v, v.twice.mid(at, 32), QByteArray(32, '0'));
     },
     V::Altered, Reason::S7},
    {"Size too small", [](auto &v) { return tail(v, "/Size " + QByteArray::number(Forge(v.twice).next()), "/Size 5"); },
     V::Altered, Reason::S2},
    {"Size too large",
     [](auto &v) { return tail(v, "/Size " + QByteArray::number(Forge(v.twice).next()), "/Size 99999"); }, V::Altered,
     Reason::S2},
    {"hole in the numbers",
     [](auto &v) {
         const Forge forge(v.twice);
         const int far = forge.next() + 1;
         return replacedLast(forge.updated({{far, "<< >>"}}), "/Size " + QByteArray::number(far),
                             "/Size " + QByteArray::number(far + 1));
     },
     V::Altered, Reason::S5},
    {"bytes between objects",
     [](auto &v) {
         const Forge forge(v.twice);
         const QByteArray object = QByteArray::number(forge.info()) + " 0 obj\n";
         return replacedLast(forge.updated({{forge.info(), forge.body(forge.info())}}), object, "hidden\n" + object);
     },
     V::Altered, Reason::S4},
    {"object that no table names",
     [](auto &v) {
         const Forge forge(v.twice);
         const QByteArray object = QByteArray::number(forge.info()) + " 0 obj\n";
         return replacedLast(forge.updated({{forge.info(), forge.body(forge.info())}}),
                             "xref\n" + QByteArray::number(forge.info()) + " 1\n",
                             "99 0 obj\n<< >>\nendobj\nxref\n" + QByteArray::number(forge.info()) + " 1\n");
     },
     V::Altered, Reason::S5},
    {"object defined twice in one revision",
     [](auto &v) {
         const Forge forge(v.twice);
         const QByteArray object =
             QByteArray::number(forge.info()) + " 0 obj\n" + forge.body(forge.info()) + "\nendobj\n";
         return replacedLast(forge.updated({{forge.info(), forge.body(forge.info())}}), object, object + object);
     },
     V::Altered, Reason::S5},
    {"object stream",
     [](auto &v) {
         const Forge forge(v.twice);
         return forge.updated({{forge.next(), stream("/Type /ObjStm /N 1 /First 4", "5 0 << /Type /Catalog >>")}});
     },
     V::Altered, Reason::S8},
};

} // namespace

QList<Attack> tableAttacks() { return kTableAttacks; }

} // namespace tenken::test
