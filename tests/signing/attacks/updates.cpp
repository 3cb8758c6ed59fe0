#include "signing/attacks/attack.h"

namespace tenken::test {

namespace {

/// Gets the first number that it may use for new objects
using Change = std::function<Bodies(const Forge &, int free)>;

/// A change that is tried twice: added behind the signature, and signed by an approver who knows what he does (D6)
struct Tampering {
    const char *name;
    Reason reason;
    Change change;
    Reason reasonIfSigned;
    QList<Reason> also = {};
};

Attack unsignedAttack(const Tampering &tampering)
{
    return {tampering.name,
            [change = tampering.change](const Victim &v) {
                const Forge forge(v.once);
                return forge.updated(change(forge, forge.next()));
            },
            Verdict::Altered, tampering.reason, tampering.also};
}

Attack signedAttack(const Tampering &tampering)
{
    return {tampering.name,
            [change = tampering.change](const Victim &v) {
                const Forge forge(v.once);
                return signRaw(v.city, v.once,
                               {.field = Role::Approver, .certify = false, .changes = change(forge, forge.next() + 2)});
            },
            Verdict::Altered, tampering.reasonIfSigned, tampering.also + QList{Reason::D6}};
}

QByteArray otherPage(const Forge &f, const QByteArray &operators)
{
    return stream({}, markedPage(f.data(f.embedded()), operators));
}

Attack first(const char *name, Verdict verdict, Reason reason, const RawSigning &how)
{
    return {name, [how](const Victim &v) { return signRaw(v.city, v.draft, how); }, verdict, reason};
}

Attack second(const char *name, Reason reason, const std::function<RawSigning(const Forge &)> &how)
{
    return {name,
            [how](const Victim &v) {
                RawSigning signing = how(Forge(v.once));
                signing.field = Role::Approver;
                return signRaw(v.city, v.once, signing);
            },
            Verdict::Altered, reason};
}

/// Incremental saving and shadow attacks: what comes after the first signature
const QList<Tampering> kTamperings = {
    {"content of a page replaced", Reason::D1,
     [](const Forge &f, int) {
         return Bodies{{f.content(), otherPage(f, "q Q")}};
     },
     Reason::D1},
    {"page shows another stream", Reason::D1,
     [](const Forge &f, int free) {
         return Bodies{
             {free, otherPage(f, "q Q")},
             {f.page(), f.edited(f.page(), "/Contents " + reference(f.content()), "/Contents " + reference(free))}};
     },
     Reason::D1},
    {"font replaced", Reason::D1,
     [](const Forge &f, int) {
         const int file = f.withEntry("/Length1 ");
         return Bodies{{file, f.body(file)}};
     },
     Reason::D1},
    {"picture replaced", Reason::D1,
     [](const Forge &f, int) {
         const int image = f.withEntry("/Subtype /Image");
         return Bodies{{image, f.body(image)}};
     },
     Reason::D1},
    {"pages hidden", Reason::D1,
     [](const Forge &f, int) {
         return Bodies{{f.pages(), "<< /Type /Pages /Count 1 /Kids [ " + reference(f.page()) + " ] >>"}};
     },
     Reason::D1},
    {"pages in another order", Reason::D1,
     [](const Forge &f, int) {
         return Bodies{{f.pages(),
                        "<< /Type /Pages /Count 3 /Kids [ " + reference(f.page(2)) + ' ' + reference(f.page(1)) + ' '
                            + reference(f.page(0)) + " ] >>"}};
     },
     Reason::D1},
    {"page of another size", Reason::D1,
     [](const Forge &f, int) {
         const QByteArray page = f.dictionary(f.page());
         const qsizetype box = page.indexOf("/MediaBox [");
         return Bodies{
             {f.page(), QByteArray(page).replace(box, page.indexOf(']', box) + 1 - box, "/MediaBox [ 0 0 900 900 ]")}};
     },
     Reason::D1},
    {"other pages in the catalog", Reason::A3,
     [](const Forge &f, int free) {
         return Bodies{
             {free, f.body(f.pages())},
             {f.catalog(), f.edited(f.catalog(), "/Pages " + reference(f.pages()), "/Pages " + reference(free))}};
     },
     Reason::A3},
    {"data replaced",
     Reason::D1,
     [](const Forge &f, int) {
         return Bodies{{f.embedded(), otherData()}};
     },
     Reason::D1,
     {Reason::J1}},
    {"data shadowed by another specification",
     Reason::D1,
     [](const Forge &f, int free) {
         return Bodies{{free, otherData()},
                       {f.filespec(), f.body(f.filespec()).replace(reference(f.embedded()), reference(free))}};
     },
     Reason::D1,
     {Reason::J1}},
    {"catalog names other data",
     Reason::D1,
     [](const Forge &f, int free) {
         const int file = free;
         return Bodies{{file, otherData()},
                       {file + 1, f.body(f.filespec()).replace(reference(f.embedded()), reference(file))},
                       {f.catalog(), f.body(f.catalog()).replace(reference(f.filespec()), reference(file + 1))}};
     },
     Reason::D3,
     {Reason::J1}},
    {"field enlarged", Reason::D2,
     [](const Forge &f, int) {
         const int field = f.field("approver");
         return Bodies{{field, f.edited(field, "/Rect [ 40 40 240 80 ]", "/Rect [ 0 0 500 800 ]")}};
     },
     Reason::D2},
    {"picture over the inspector's field", Reason::D2,
     [](const Forge &f, int free) {
         const int field = f.field("inspector");
         const QByteArray old = f.body(field);
         const qsizetype at = old.indexOf("/AP << /N ") + 10;
         return Bodies{{free, smallForm()},
                       {field, QByteArray(old).replace(at, old.indexOf(" >>", at) - at, reference(free))}};
     },
     Reason::D1},
    {"inspector's signature taken away", Reason::D2,
     [](const Forge &f, int) {
         const int field = f.field("inspector");
         QByteArray body = f.body(field);
         const qsizetype at = body.indexOf("/V ");
         return Bodies{{field, body.remove(at, body.indexOf(" R", at) + 3 - at)}};
     },
     Reason::D1},
    {"form with fewer fields", Reason::A3,
     [](const Forge &f, int) {
         return Bodies{{f.form(), f.edited(f.form(), reference(f.field("archive")) + " ", "")}};
     },
     Reason::A3},
    {"annotation added", Reason::A3,
     [](const Forge &f, int free) {
         const QByteArray note =
             "<< /Type /Annot /Subtype /FreeText /Rect [ 10 10 90 90 ] /Contents (x) /P " + reference(f.page()) + " >>";
         return Bodies{{free, note},
                       {f.page(), f.edited(f.page(), "/Annots [ ", "/Annots [ " + reference(free) + ' ')}};
     },
     Reason::A3},
    {"title changed", Reason::A3,
     [](const Forge &f, int) {
         return Bodies{{f.info(), f.edited(f.info(), "/Subject (", "/Subject (x")}};
     },
     Reason::A3},
    {"hidden object for later", Reason::S8,
     [](const Forge &, int free) {
         return Bodies{{free, "<< /Later (x) >>"}};
     },
     Reason::S8},
    {"script added", Reason::A1,
     [](const Forge &f, int) {
         return Bodies{{f.catalog(), f.with(f.catalog(), "/OpenAction << /S /JavaScript >>")}};
     },
     Reason::A1},
};

const QList<Attack> kLateAttacks = {
    first("first signature does not certify", Verdict::Malformed, Reason::D5, {.certify = false}),
    first("certifies without Perms' method", Verdict::Malformed, Reason::D5, {.certifyWith = ""}),
    first("certifies with P 3", Verdict::Malformed, Reason::D5,
          {.certifyWith = "/Reference [ << /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type "
                          "/TransformParams /P 3 /V /1.2 >> >> ]"}),
    first("certifies with P 1", Verdict::Malformed, Reason::D5,
          {.certifyWith = "/Reference [ << /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type "
                          "/TransformParams /P 1 /V /1.2 >> >> ]"}),
    first("usage rights", Verdict::Malformed, Reason::D5,
          {.certifyWith = "/Reference [ << /Type /SigRef /TransformMethod /UR3 /TransformParams << /Type "
                          "/TransformParams /P 2 /V /1.2 >> >> ]"}),
    first("own words as reason", Verdict::Malformed, Reason::D2,
          {.entries = "/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M "
                      "(D:20261122100000+09'00') /Name (x) /Reason (under protest)"}),
    first("no time", Verdict::Malformed, Reason::D2,
          {.entries = "/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /Name (x) /Reason (x)"}),
    first("SHA-1 era format", Verdict::Malformed, Reason::A3,
          {.entries = "/Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.sha1 /M (D:20261122100000+09'00') "
                      "/Name (x) /Reason (x)"}),
    first("name that turns the text round", Verdict::Malformed, Reason::D2,
          {.entries = "/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M "
                      "(D:20261122100000+09'00') /Name <feff202e0061> /Reason "
                      "<feff70b9691c306e5b9f65bd>"}),
    first("timestamp in a person's field", Verdict::Malformed, Reason::D2,
          {.entries = "/Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161"}),
    first("where the signer was", Verdict::Malformed, Reason::A3,
          {.entries = "/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /Location (x) /M "
                      "(D:20261122100000+09'00') /Name (x) /Reason (x)"}),
    first("program that signed", Verdict::Malformed, Reason::A3,
          {.entries = "/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /Prop_Build << >> /M "
                      "(D:20261122100000+09'00') /Name (x) /Reason (x)"}),
    first("another handler", Verdict::Malformed, Reason::A3,
          {.entries = "/Type /Sig /Filter /Own.Handler /SubFilter /ETSI.CAdES.detached /M "
                      "(D:20261122100000+09'00') /Name (x) /Reason (x)"}),
    first("certificate beside the CMS", Verdict::Malformed, Reason::A3,
          {.entries = "/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /Cert <00> /M "
                      "(D:20261122100000+09'00') /Name (x) /Reason (x)"}),
    second("approver certifies again", Reason::S6, [](const Forge &) { return RawSigning{}; }),
    second("approver's reference only", Reason::D5,
           [](const Forge &) {
               RawSigning how{.certify = false};
               how.entries = "/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M "
                             "(D:20261122100000+09'00') /Name (x) /Reason "
                   + QByteArray("<feff70b9691c7d50679c306e627f8a8d>")
                   + " /Reference [ << /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type "
                     "/TransformParams /P 2 /V /1.2 >> >> ]";
               return how;
           }),
    second("approver touches the catalog", Reason::D3,
           [](const Forge &f) {
               return RawSigning{.certify = false, .changes = {{f.catalog(), f.body(f.catalog())}}};
           }),
    {"DSS of something else",
     [](const Victim &v) {
         const Forge f(v.twice);
         return f.updated({{f.next(), "<< /Certs [ " + reference(f.next() + 1) + " ] >>"},
                           {f.next() + 1, stream({}, "MZ program")},
                           {f.catalog(), f.with(f.catalog(), "/DSS " + reference(f.next()))}});
     },
     Verdict::Altered, Reason::D4},
    {"DSS with notes of its own",
     [](const Victim &v) {
         const Forge f(v.twice);
         return f.updated({{f.next(), "<< /Certs [ ] /VRI << >> >>"},
                           {f.catalog(), f.with(f.catalog(), "/DSS " + reference(f.next()))}});
     },
     Verdict::Altered, Reason::D4},
    {"DSS that names the data",
     [](const Victim &v) {
         const Forge f(v.twice);
         return f.updated({{f.next(), "<< /Certs [ " + reference(f.embedded()) + " ] >>"},
                           {f.catalog(), f.with(f.catalog(), "/DSS " + reference(f.next()))}});
     },
     Verdict::Altered, Reason::A3},
    {"appearance that borrows a page",
     [](const Victim &v) {
         const Forge f(v.once);
         const int signature = f.next();
         const QByteArray form = stream("/Type /XObject /Subtype /Form /BBox [ 0 0 10 10 ] /Resources << /Font "
                                        "<< /F1 "
                                            + reference(f.withEntry("/Type0")) + " >> >>",
                                        "q Q\n");
         // signRaw() puts its own form behind the signature's number; this one replaces it
         return signRaw(v.city, v.once,
                        {.field = Role::Approver, .certify = false, .changes = {{signature + 1, form}}});
     },
     Verdict::Altered, Reason::D2},
    {"DSS and more",
     [](const Victim &v) {
         const Forge f(v.twice);
         return f.updated(
             {{f.next(), "<< /Certs [ ] >>"},
              {f.catalog(), replacedFirst(f.with(f.catalog(), "/DSS " + reference(f.next())), "(ja-JP)", "(en)")}});
     },
     Verdict::Altered, Reason::D3},
    {"empty revision", [](const Victim &v) { return Forge(v.twice).updated({}); }, Verdict::Altered, Reason::D1},
    {"objects without table and trailer", [](const Victim &v) { return v.twice + "5 0 obj\n<< >>\nendobj\n"; },
     Verdict::Altered, Reason::S4},
    {"table without trailer",
     [](const Victim &v) {
         return v.twice + "5 0 obj\n<< >>\nendobj\nxref\n5 1\n"
             + QByteArray::number(v.twice.size()).rightJustified(10, '0') + " 00000 n \n%%EOF\n";
     },
     Verdict::Altered, Reason::S2},
    {"old signature copied behind the change",
     [](const Victim &v) {
         const Forge f(v.once);
         return f.updated({{f.content(), otherPage(f, "q Q")}, {f.next(), f.body(Forge(v.draft).next())}});
     },
     Verdict::Altered, Reason::S8},
};

} // namespace

QList<Attack> updateAttacks()
{
    QList<Attack> attacks = kLateAttacks;
    for (const Tampering &tampering : kTamperings)
        attacks << unsignedAttack(tampering) << signedAttack(tampering);
    return attacks;
}

} // namespace tenken::test
