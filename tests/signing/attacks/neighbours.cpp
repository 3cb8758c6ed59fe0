#include "signing/attacks/attack.h"

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

/// Files of others
QList<Attack> strangers()
{
    using V = Verdict;
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
        {"a scan", [](auto &) { return picture(); }, V::NotASubmission, Reason::Scan},
    };
}

/// Files of ours that somebody meant well with
QList<Attack> relatives()
{
    using V = Verdict;
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
QList<Attack> neighbours() { return strangers() + relatives(); }

} // namespace tenken::test
