#include "signing/attacks/attack.h"

#include "signing/pdf/pdf_serializer.h"

#include <QProcess>

namespace tenken::test {

namespace {

QByteArray outputOf(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    QTemporaryDir folder;
    const QString in = folder.filePath(QStringLiteral("in.pdf"));
    const QString out = folder.filePath(QStringLiteral("out.pdf"));
    QFile file(in);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write");
    file.write(input);
    file.close();
    QStringList all = arguments;
    all.replaceInStrings(QStringLiteral("IN"), in).replaceInStrings(QStringLiteral("OUT"), out);
    QProcess::execute(program, all);
    QFile result(out);
    if (!result.open(QIODevice::ReadOnly))
        qFatal("%s made nothing", qPrintable(program));
    return result.readAll();
}

QByteArray picture()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    QPainter painter(&writer);
    QImage image(400, 600, QImage::Format_RGB32);
    image.fill(Qt::white);
    painter.drawImage(QRectF(0, 0, 4000, 6000), image);
    painter.end();
    return bytes;
}

using V = Verdict;

QByteArray byQpdf(const QByteArray &pdf, const QStringList &options)
{
    return outputOf(QStringLiteral("qpdf"), options + QStringList{QStringLiteral("IN"), QStringLiteral("OUT")}, pdf);
}

/// A PDF as small programs write it: catalog, pages, one page, what it draws, and more
QByteArray plainPdf(const QByteArray &resources, const QByteArray &drawing, const QList<QByteArray> &more)
{
    const QList<QByteArray> objects =
        QList<QByteArray>{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [ 3 0 R ] >>",
                          "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ]"
                          " /Contents 4 0 R /Resources << "
                              + resources + " >> >>",
                          drawing}
        + more;
    QByteArray pdf = "%PDF-1.3 \n";
    QByteArray xref = "xref\n0 " + QByteArray::number(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        xref += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    return pdf + xref + "trailer\n<< /Size " + QByteArray::number(objects.size() + 1) + " /Root 1 0 R >>\nstartxref\n"
        + QByteArray::number(pdf.size()) + "\n%%EOF\n";
}

QByteArray plainStream(const QByteArray &data)
{
    return streamBody("<< /Length " + QByteArray::number(data.size()) + " >>", data);
}

const QByteArray kPixels =
    "/Type /XObject /Subtype /Image /Width 60 /Height 80 /ColorSpace /DeviceGray /BitsPerComponent 8";
const QByteArray kHelvetica = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";

QByteArray pixels() { return stream(kPixels, QByteArray(60 * 80, '\xee')); }

/// As ImageMagick packs a picture: with a font that nothing uses
QByteArray packedByImageMagick()
{
    return plainPdf("/Font << /F0 5 0 R >> /XObject << /Im0 6 0 R >>",
                    plainStream("q\n595 0 0 842 0 0 cm\n/Im0 Do\nQ\n"), {kHelvetica, pixels()});
}

/// As img2pdf does: the JPEG as it is
QByteArray packedJpeg()
{
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    QImage image(60, 80, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    if (!image.save(&buffer, "JPEG"))
        qFatal("no JPEG");
    const QByteArray dictionary =
        "<< " + kPixels + " /Filter /DCTDecode /Length " + QByteArray::number(jpeg.size()) + " >>";
    return plainPdf("/XObject << /Im0 5 0 R >>", stream({}, "q 595 0 0 842 0 0 cm /Im0 Do Q"),
                    {streamBody(dictionary, jpeg)});
}

/// A copier's: what it recognised lies over the picture, not to be seen
QByteArray withRecognisedText(const QByteArray &mode)
{
    return plainPdf(
        "/Font << /F0 5 0 R >> /XObject << /Im0 6 0 R >>",
        stream({}, "q 595 0 0 842 0 0 cm /Im0 Do Q\nBT " + mode + " /F0 10 Tf 30 700 Td [<41>-20<42>]TJ ET"),
        {kHelvetica, pixels()});
}

Attack scan(const char *name, const std::function<QByteArray()> &make, Reason reason = Reason::Scan)
{
    return {name, [make](auto &) { return make(); }, V::NotASubmission, reason};
}

/// Paper that came back as a picture, and what only looks so
QList<Attack> scans()
{
    const QStringList web{QStringLiteral("--linearize"), QStringLiteral("--object-streams=generate")};
    const QStringList cleaned{QStringLiteral("clean"), QStringLiteral("-gggz"), QStringLiteral("IN"),
                              QStringLiteral("OUT")};
    const auto secret = [] {
        return byQpdf(packedByImageMagick(),
                      {QStringLiteral("--encrypt"), QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("256"),
                       QStringLiteral("--")});
    };
    return {
        scan("a scan", picture),
        scan("a scan, packed by ImageMagick", packedByImageMagick),
        scan("a scan, its JPEG as it is", packedJpeg),
        scan("a scan with recognised text", [] { return withRecognisedText("3 Tr"); }),
        scan("a scan, rewritten by qpdf", [web] { return byQpdf(packedByImageMagick(), web); }),
        scan("a JPEG scan, rewritten by qpdf", [web] { return byQpdf(packedJpeg(), web); }),
        scan("a scan, cleaned by mutool",
             [cleaned] { return outputOf(QStringLiteral("mutool"), cleaned, packedByImageMagick()); }),
        scan("a scan with recognised text, cleaned by mutool",
             [cleaned] { return outputOf(QStringLiteral("mutool"), cleaned, withRecognisedText("3 Tr")); }),
        scan(
            "a leaflet", [] { return withRecognisedText("0 Tr"); }, Reason::ForeignPdf),
        scan(
            "a leaflet, rewritten by qpdf", [web] { return byQpdf(withRecognisedText("0 Tr"), web); },
            Reason::ForeignPdf),
        scan("a scan under lock", secret, Reason::ForeignPdf),
    };
}

/// Files of others
QList<Attack> strangers()
{
    return {
        {"nothing", [](auto &) { return QByteArray(); }, V::NotASubmission, Reason::ForeignPdf},
        {"zeros", [](auto &) { return QByteArray(1 << 20, '\0'); }, V::NotASubmission, Reason::ForeignPdf},
        {"a picture file", [](auto &) { return QByteArray("\x89PNG\r\n\x1a\n") + QByteArray(5000, 'x'); },
         V::NotASubmission, Reason::ForeignPdf},
        {"an office file", [](auto &) { return QByteArray("PK\x03\x04") + QByteArray(5000, 'x'); }, V::NotASubmission,
         Reason::ForeignPdf},
        {"a text", [](auto &) { return QByteArray("hello"); }, V::NotASubmission, Reason::ForeignPdf},
        {"report of another program", [](auto &v) { return v.pages; }, V::NotASubmission, Reason::ForeignPdf},
        {"written by qpdf as we do",
         [](auto &v) {
             return outputOf(QStringLiteral("qpdf"),
                             {QStringLiteral("--force-version=1.7"), QStringLiteral("--object-streams=disable"),
                              QStringLiteral("--newline-before-endstream"), QStringLiteral("IN"),
                              QStringLiteral("OUT")},
                             v.pages);
         },
         V::NotASubmission, Reason::ForeignPdf},
        {"encrypted",
         [](auto &v) {
             return outputOf(QStringLiteral("qpdf"),
                             {QStringLiteral("--encrypt"), QStringLiteral("a"), QStringLiteral("b"),
                              QStringLiteral("256"), QStringLiteral("--"), QStringLiteral("IN"), QStringLiteral("OUT")},
                             v.pages);
         },
         V::NotASubmission, Reason::ForeignPdf},
        {"made for the web",
         [](auto &v) {
             return outputOf(QStringLiteral("qpdf"),
                             {QStringLiteral("--linearize"), QStringLiteral("--object-streams=generate"),
                              QStringLiteral("IN"), QStringLiteral("OUT")},
                             v.pages);
         },
         V::NotASubmission, Reason::ForeignPdf},
        {"XFA form",
         [](auto &v) {
             return replacedFirst(v.pages, "/Type /Catalog", "/AcroForm << /XFA (x) /Fields [] >> /Type /Catalog");
         },
         V::NotASubmission, Reason::ForeignPdf},
        {"signed by another program",
         [](auto &v) { return replacedFirst(v.pages, "trailer\n", "% /ByteRange [0 1 2 3]\ntrailer\n"); },
         V::NotASubmission, Reason::ForeignSigned},
    };
}

/// Files of ours that somebody meant well with
QList<Attack> relatives()
{
    return {
        {"ours, encrypted",
         [](auto &v) {
             return outputOf(QStringLiteral("qpdf"),
                             {QStringLiteral("--encrypt"), QStringLiteral("a"), QStringLiteral("b"),
                              QStringLiteral("256"), QStringLiteral("--"), QStringLiteral("IN"), QStringLiteral("OUT")},
                             v.twice);
         },
         V::NotASubmission, Reason::ForeignSigned},
        {"ours, made for the web",
         [](auto &v) {
             return outputOf(QStringLiteral("qpdf"),
                             {QStringLiteral("--linearize"), QStringLiteral("IN"), QStringLiteral("OUT")}, v.twice);
         },
         V::Malformed, Reason::S4},
        {"a later construction", [](auto &v) { return QByteArray(v.twice).replace("Tenken PDF 1", "Tenken PDF 2"); },
         V::NewerFormat, Reason::A3},
        {"sanitised: pages copied",
         [](auto &v) {
             return outputOf(QStringLiteral("qpdf"),
                             {QStringLiteral("--empty"), QStringLiteral("--pages"), QStringLiteral("IN"),
                              QStringLiteral("1-z"), QStringLiteral("--"), QStringLiteral("OUT")},
                             v.twice);
         },
         V::Sanitised, Reason::S4},
        {"sanitised: attachment taken out",
         [](auto &v) {
             return outputOf(
                 QStringLiteral("qpdf"),
                 {QStringLiteral("--remove-attachment=submission.json"), QStringLiteral("IN"), QStringLiteral("OUT")},
                 v.twice);
         },
         V::Sanitised, Reason::S6},
        {"rewritten by mutool, all parts there",
         [](auto &v) {
             return outputOf(QStringLiteral("mutool"),
                             {QStringLiteral("clean"), QStringLiteral("IN"), QStringLiteral("OUT")}, v.twice);
         },
         V::Malformed, Reason::S1},
    };
}

} // namespace

/// Files that mean no harm
QList<Attack> neighbours() { return strangers() + scans() + relatives(); }

} // namespace tenken::test
