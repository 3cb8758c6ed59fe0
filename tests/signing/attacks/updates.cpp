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

/// Signed with other entries in the dictionary than Tenken writes
Attack written(const char *name, Reason reason, const std::function<QByteArray()> &entries, bool certify = true)
{
    return {name, [=](const Victim &v) { return signRaw(v.city, v.draft, {.certify = certify, .entries = entries()}); },
            Verdict::Malformed, reason};
}

/// With one of them another
Attack worded(const char *name, const QByteArray &from, const QByteArray &to, Reason reason = Reason::D2)
{
    return written(name, reason, [=] { return replacedFirst(honestEntries(Role::Inspector), from, to); });
}

/// With all that a first signature says about certifying
QByteArray certifyingEntries(Role role) { return honestEntries(role) + ' ' + RawSigning().certifyWith; }

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
    written("own words as reason", Reason::D2,
            [] { return honestEntries(Role::Inspector).split('<').first() + "(under protest)"; }),
    written("approver's reason", Reason::D2, [] { return honestEntries(Role::Approver); }),
    worded("no time", "/M (D:20261122100000+09'00') ", ""),
    worded("time that is none", "(D:20261122100000+09'00')", "(yesterday)"),
    worded("nobody's name", "/Name (x) ", ""),
    worded("name that turns the text round", "/Name (x)", "/Name <feff202e0061>"),
    worded("SHA-1 era format", "ETSI.CAdES.detached", "adbe.pkcs7.sha1", Reason::A3),
    worded("timestamp's format in a person's field", "ETSI.CAdES.detached", "ETSI.RFC3161"),
    worded("timestamp in a person's field", "/Type /Sig", "/Type /DocTimeStamp"),
    worded("where the signer was", "/Name", "/Location (x) /Name", Reason::A3),
    worded("program that signed", "/Name", "/Prop_Build << >> /Name", Reason::A3),
    worded("another handler", "Adobe.PPKLite", "Own.Handler", Reason::A3),
    worded("certificate beside the CMS", "/Name", "/Cert <00> /Name", Reason::A3),
    written(
        "certifies, the catalog untouched", Reason::D5, [] { return certifyingEntries(Role::Inspector); }, false),
    {"certifies, and the catalog does not say so",
     [](const Victim &v) {
         const Forge f(v.draft);
         return signRaw(v.city, v.draft,
                        {.certify = false,
                         .changes = {{f.catalog(), f.body(f.catalog())}},
                         .entries = certifyingEntries(Role::Inspector)});
     },
     Verdict::Malformed, Reason::D5},
    {"first signature and another language",
     [](const Victim &v) {
         const Forge f(v.draft);
         return signRaw(v.city, v.draft, {.changes = {{f.catalog(), f.edited(f.catalog(), "(ja-JP)", "(en)")}}});
     },
     Verdict::Malformed, Reason::D3},
    {"DSS, then the first signature",
     [](const Victim &v) { return signRaw(v.city, withDss(v.draft, "/OCSPs [ n 0 R ]", ocspResponse())); },
     Verdict::Malformed, Reason::D1},
    second("approver shows the inspector's appearance", Reason::D2,
           [](const Forge &f) {
               const QByteArray inspector = f.body(f.field("inspector"));
               const qsizetype at = inspector.indexOf(" /AP <<");
               return RawSigning{.certify = false,
                                 .appearance = inspector.mid(at, inspector.indexOf(">>", at) + 2 - at)};
           }),
    second("approver shows nothing", Reason::D2,
           [](const Forge &) { return RawSigning{.certify = false, .appearance = QByteArray("")}; }),
    second("approver certifies again", Reason::S6, [](const Forge &) { return RawSigning{}; }),
    second("approver's reference only", Reason::D5,
           [](const Forge &) { return RawSigning{.certify = false, .entries = certifyingEntries(Role::Approver)}; }),
    second("approver touches the catalog", Reason::D3,
           [](const Forge &f) {
               return RawSigning{.certify = false, .changes = {{f.catalog(), f.body(f.catalog())}}};
           }),
    {"DSS with a program among the certificates",
     [](const Victim &v) { return withDss(v.twice, "/Certs [ n 0 R ]", "MZ program"); }, Verdict::Altered, Reason::D4},
    {"DSS with a program among the lists", [](const Victim &v) { return withDss(v.twice, "/CRLs [ n 0 R ]", "MZ"); },
     Verdict::Altered, Reason::D4},
    {"DSS with a program among the responses",
     [](const Victim &v) { return withDss(v.twice, "/OCSPs [ n 0 R ]", "MZ"); }, Verdict::Altered, Reason::D4},
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
