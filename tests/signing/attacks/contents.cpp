#include "signing/attacks/attack.h"

#include "signing/pdf/document_profile.h"

#include <QCryptographicHash>

namespace tenken::test {

namespace {

using Change = std::function<Bodies(const Forge &)>;

/// A document that never was ours, rightly signed by an inspector
Attack built(const char *name, Reason reason, const Change &change)
{
    return {name,
            [change](const Victim &v) {
                const Forge forge(v.draft);
                return signRaw(v.city, forge.rewritten(change(forge)));
            },
            Verdict::Malformed, reason};
}

Attack inCatalog(const char *name, Reason reason, const QByteArray &entries)
{
    return built(name, reason, [entries](const Forge &f) {
        return Bodies{{f.catalog(), f.with(f.catalog(), entries)}};
    });
}

Attack inPage(const char *name, Reason reason, const QByteArray &entries)
{
    return built(name, reason, [entries](const Forge &f) { return Bodies{{f.page(), f.with(f.page(), entries)}}; });
}

Attack inField(const char *name, Reason reason, const QByteArray &from, const QByteArray &to)
{
    return built(name, reason, [from, to](const Forge &f) {
        const int field = f.field("approver");
        return Bodies{{field, f.edited(field, from, to)}};
    });
}

/// A stream with more bytes at its end than it needs, its length right
QByteArray longer(QByteArray body, const QByteArray &more)
{
    const qsizetype length = body.indexOf("/Length ") + 8;
    const QByteArray old = body.mid(length, body.indexOf(' ', length) - length);
    body.replace(length, old.size(), QByteArray::number(old.toInt() + more.size()));
    return replacedLast(body, "\nendstream", more + "\nendstream");
}

/// Page content between the right marks
Attack drawing(const char *name, Reason reason, const QByteArray &operators)
{
    return built(name, reason, [operators](const Forge &f) {
        const QByteArray hash = QCryptographicHash::hash(f.data(f.embedded()), QCryptographicHash::Sha256).toHex();
        return Bodies{{f.content(), stream({}, pageMark(hash) + operators + pageMarkEnd())}};
    });
}

Attack renamed(const char *name, const QByteArray &to, Reason reason = Reason::J2)
{
    return built(name, reason, [to](const Forge &f) {
        const QByteArray from = "(submission.json)";
        return Bodies{{f.filespec(), f.body(f.filespec()).replace(from, to)},
                      {f.catalog(), f.edited(f.catalog(), from, to)}};
    });
}

Attack inFilespec(const char *name, const QByteArray &from, const QByteArray &to)
{
    return built(name, Reason::J2, [from, to](const Forge &f) {
        return Bodies{{f.filespec(), f.edited(f.filespec(), from, to)}};
    });
}

Attack inFile(const char *name, Reason reason, const QByteArray &from, const QByteArray &to)
{
    return built(name, reason, [from, to](const Forge &f) {
        return Bodies{{f.embedded(), f.edited(f.embedded(), from, to)}};
    });
}

/// What may not stand in a document, whoever signs it
const QList<Attack> kContentAttacks = {
    inCatalog("script on opening", Reason::A1, "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"),
    inCatalog("additional actions", Reason::A1, "/AA << /WC << /S /JavaScript /JS (x) >> >>"),
    inCatalog("optional content", Reason::A1, "/OCProperties << /OCGs [ ] /D << >> >>"),
    inCatalog("portfolio", Reason::A1, "/Collection << /View /H >>"),
    inCatalog("another page order", Reason::A3, "/PageLabels << >>"),
    inCatalog("DSS before any signature", Reason::D1, "/DSS << /Certs [ ] >>"),
    inCatalog("DSS with a key that no DSS has", Reason::D4, "/DSS << /VRI << >> >>"),
    built("file in a DSS before any signature", Reason::D1,
          [](const Forge &f) {
              const QByteArray dss = "/DSS << /Certs [ " + reference(f.next()) + " ] >>";
              return Bodies{{f.next(), stream({}, "MZ program")}, {f.catalog(), f.with(f.catalog(), dss)}};
          }),
    inPage("page action", Reason::A1, "/AA << /O << /S /URI /URI (http://x) >> >>"),
    inPage("rotated page", Reason::A3, "/Rotate 180"),
    inPage("crop box", Reason::A3, "/CropBox [ 0 0 1 1 ]"),
    inPage("unit of another size", Reason::A3, "/UserUnit 2"),
    built("script in the name tree", Reason::A1,
          [](const Forge &f) {
              return Bodies{
                  {f.catalog(), f.edited(f.catalog(), "/Names << ", "/Names << /JavaScript << /Names [ ] >> ")}};
          }),
    built("XFA form", Reason::A1,
          [](const Forge &f) {
              return Bodies{{f.form(), f.with(f.form(), "/XFA (x)")}};
          }),
    built("form asks for appearances", Reason::A3,
          [](const Forge &f) {
              return Bodies{{f.form(), f.with(f.form(), "/NeedAppearances true")}};
          }),
    built("signature flags gone", Reason::A3,
          [](const Forge &f) {
              return Bodies{{f.form(), f.edited(f.form(), "/SigFlags 3", "/SigFlags 0")}};
          }),
    inField("link that acts", Reason::A1, "/FT /Sig", "/FT /Sig /A << /S /URI /URI (http://x) >>"),
    inField("text field", Reason::A3, "/FT /Sig", "/FT /Tx"),
    inField("stamp", Reason::A3, "/Subtype /Widget", "/Subtype /Stamp"),
    inField("hidden field", Reason::A3, "/F 132", "/F 134"),
    inField("field outside the page", Reason::A3, "/Rect [ 40", "/Rect [ 4000"),
    built("field that names another page", Reason::A3,
          [](const Forge &f) {
              const int field = f.field("approver");
              return Bodies{{field, f.setting(field, "P", reference(f.page(1)))}};
          }),
    inField("field named otherwise", Reason::A3, "(approver)", "(mayor)"),
    inField("field that locks others", Reason::A3, "/FT /Sig", "/FT /Sig /Lock << /Action /All >>"),
    built("one more annotation", Reason::A3,
          [](const Forge &f) {
              const QByteArray note = "<< /Type /Annot /Subtype /FreeText /Rect [ 10 10 90 90 ] /Contents (x) /P "
                  + reference(f.page()) + " >>";
              return Bodies{{f.next(), note},
                            {f.page(), f.edited(f.page(), "/Annots [ ", "/Annots [ " + reference(f.next()) + ' ')}};
          }),
    built("one more widget beside the form", Reason::A3,
          [](const Forge &f) {
              const QByteArray twin = f.edited(f.field("approver"), "(approver)", "(approver2)");
              const int own = f.next();
              return Bodies{{own, f.edited(f.field("archive"), "(archive)", "(archive2)")},
                            {f.page(), f.edited(f.page(), "/Annots [ ", "/Annots [ " + reference(own) + ' ')}};
          }),
    built("external stream", Reason::A2,
          [](const Forge &f) {
              return Bodies{{f.content(), f.with(f.content(), "/F (page.bin)")}};
          }),
    built("another filter", Reason::A2,
          [](const Forge &f) {
              return Bodies{{f.content(), f.edited(f.content(), "/FlateDecode", "/LZWDecode")}};
          }),
    built("chain of filters", Reason::A2,
          [](const Forge &f) {
              return Bodies{{f.content(), f.edited(f.content(), "/FlateDecode", "[ /FlateDecode /FlateDecode ]")}};
          }),
    built("predictor", Reason::A3,
          [](const Forge &f) {
              return Bodies{{f.content(), f.with(f.content(), "/DecodeParms << /Predictor 12 >>")}};
          }),
    built("bytes behind the packed stream", Reason::A2,
          [](const Forge &f) {
              return Bodies{{f.content(), longer(f.body(f.content()), "more")}};
          }),
    built("bytes behind the JPEG image", Reason::A2,
          [](const Forge &f) {
              const int image = f.withEntry("/DCTDecode");
              return Bodies{{image, longer(f.body(image), "more\xff\xd9")}};
          }),
    built("bomb of 200 MB", Reason::A2,
          [](const Forge &f) {
              return Bodies{{f.content(), stream({}, QByteArray(200 * 1024 * 1024, ' '))}};
          }),
    built("bomb in a font", Reason::A2,
          [](const Forge &f) {
              const int font = f.withEntry("/Length1 ");
              return Bodies{{font, stream("/Length1 1", QByteArray(100 * 1024 * 1024, '\0'))}};
          }),
    built("font that is not embedded", Reason::A4,
          [](const Forge &f) {
              return Bodies{{f.withEntry("/Subtype /Type0"), "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"}};
          }),
    built("font file gone", Reason::A4,
          [](const Forge &f) {
              const int descriptor = f.withEntry("/FontFile2");
              return Bodies{{descriptor, f.edited(descriptor, "/FontFile2", "/FontFile3")}};
          }),
    built("form in a page", Reason::A3,
          [](const Forge &f) {
              const int image = f.withEntry("/Subtype /Image");
              return Bodies{{image, smallForm()}};
          }),
    built("JPEG that is none", Reason::A2,
          [](const Forge &f) {
              const int image = f.withEntry("/DCTDecode");
              return Bodies{{image, f.edited(image, "\xff\xd8\xff", "\xff\xd8\xfe")}};
          }),
    drawing("inline image", Reason::A3, "BI /W 1 /H 1 ID x EI"),
    drawing("plain text", Reason::A3, "BT (YES) Tj ET"),
    drawing("second mark inside", Reason::A3, "EMC /Tenken <</SHA256 (00)>> BDC"),
    drawing("optional content in a page", Reason::A3, "/OC /X BDC EMC"),
    drawing("PostScript", Reason::A3, "1 1 PS"),
    built("page without the mark", Reason::J4,
          [](const Forge &f) {
              return Bodies{{f.content(1), stream({}, "q Q")}};
          }),
    built("page with another mark", Reason::J4,
          [](const Forge &f) {
              return Bodies{{f.content(1), stream({}, pageMark(QByteArray(64, 'a')) + "q Q" + pageMarkEnd())}};
          }),
    built("all pages of other data", Reason::J4,
          [](const Forge &f) {
              Bodies pages;
              for (int i = 0; i < 3; ++i)
                  pages.insert(f.content(i), stream({}, pageMark(QByteArray(64, 'a')) + "q Q" + pageMarkEnd()));
              return pages;
          }),
    built("XMP of another document", Reason::A3,
          [](const Forge &f) {
              const int xmp = f.withEntry("/Subtype /XML");
              return Bodies{{xmp, f.edited(xmp, "KC-B (r1)", "KC-C (r1)")}};
          }),
    built("page count that lies", Reason::A3,
          [](const Forge &f) {
              return Bodies{{f.pages(), f.edited(f.pages(), "/Count 3", "/Count 2")}};
          }),
    built("tree of page trees", Reason::A3,
          [](const Forge &f) {
              return Bodies{{f.next(), f.body(f.pages())},
                            {f.pages(), "<< /Type /Pages /Count 1 /Kids [ " + reference(f.next()) + " ] >>"}};
          }),
    built("page of another parent", Reason::A3,
          [](const Forge &f) {
              return Bodies{
                  {f.page(),
                   f.edited(f.page(), "/Parent " + reference(f.pages()), "/Parent " + reference(f.catalog()))}};
          }),
    built("object without use", Reason::S8,
          [](const Forge &f) {
              return Bodies{{f.next(), "<< /Hidden (x) >>"}};
          }),
    built("reference into nothing", Reason::S8,
          [](const Forge &f) {
              return Bodies{{f.page(), f.edited(f.page(), "/Parent " + reference(f.pages()), "/Parent 99999 0 R")}};
          }),
    built("one object in two roles", Reason::A3,
          [](const Forge &f) {
              const int xmp = f.withEntry("/Subtype /XML");
              return Bodies{
                  {f.catalog(),
                   f.edited(f.catalog(), "/Metadata " + reference(xmp), "/Metadata " + reference(f.embedded()))}};
          }),
};

const QList<Attack> kAttachmentAttacks = {
    renamed("path in the name", "(../../submission.json)"),
    renamed("absolute path", "(C:\\\\submission.json)"),
    renamed("another constant name", "(receipt.json)", Reason::A3),
    renamed("program", "(submission.exe)"),
    inFilespec("F and UF differ", "/F (submission.json)", "/F (receipt.json)"),
    inFilespec("no UF", "/UF (submission.json) ", ""),
    inFilespec("another relationship", "/AFRelationship /Data", "/AFRelationship /Source"),
    inFile("size that lies", Reason::J3, "/Size " + QByteArray::number(sampleData().size()), "/Size 1"),
    inFile("checksum that lies", Reason::J3, "/CheckSum <", "/CheckSum <00"),
    built("no data at all", Reason::J3,
          [](const Forge &f) {
              Bodies bodies{{f.embedded(), embeddedFile({})}};
              for (int page = 0; page < 3; ++page)
                  bodies[f.content(page)] = stream({}, markedPage({}, "q Q\n"));
              return bodies;
          }),
    inFile("another type of file", Reason::J2, "application#2fjson", "text#2fhtml"),
    built("two streams in one specification", Reason::J2,
          [](const Forge &f) {
              const QByteArray old = "/UF " + reference(f.embedded());
              return Bodies{{f.next(), f.body(f.embedded())},
                            {f.filespec(), f.edited(f.filespec(), old, "/UF " + reference(f.next()))}};
          }),
    built("two attachments", Reason::J2,
          [](const Forge &f) {
              const QByteArray pair = "(submission.json) " + reference(f.filespec());
              return Bodies{{f.catalog(), f.edited(f.catalog(), "/Names [ " + pair, "/Names [ " + pair + ' ' + pair)}};
          }),
    built("name tree with another file", Reason::J2,
          [](const Forge &f) {
              const QByteArray pair = "/Names [ (submission.json) ";
              return Bodies{
                  {f.next(), f.body(f.filespec())},
                  {f.catalog(), f.edited(f.catalog(), pair + reference(f.filespec()), pair + reference(f.next()))}};
          }),
    built("no attachment", Reason::J2,
          [](const Forge &f) {
              return Bodies{{f.catalog(), f.edited(f.catalog(), "/AF [ " + reference(f.filespec()) + " ]", "/AF [ ]")}};
          }),
    built("other data under the same pages", Reason::J4,
          [](const Forge &f) {
              return Bodies{{f.embedded(), otherData()}};
          }),
    built("attachment bomb", Reason::A2,
          [](const Forge &f) {
              return Bodies{{f.embedded(),
                             stream("/Type /EmbeddedFile /Subtype /application#2fjson /Params << /Size 1 /CheckSum "
                                    "<> /ModDate () >>",
                                    QByteArray(100 * 1024 * 1024, ' '))}};
          }),
};

} // namespace

QList<Attack> contentAttacks() { return kContentAttacks; }

QList<Attack> attachmentAttacks() { return kAttachmentAttacks; }

} // namespace tenken::test
