#include "signing/attacks/attack.h"

#include "signing/pdf/document_signer.h"

#include <QProcess>

namespace tenken::test {

namespace {

QByteArray signedBy(const Victim &v, const QByteArray &pdf, Role field, const Signer &signer)
{
    return valueOrDie(signDocument(pdf, v.city.request(field), signer), "sign");
}

/// Another authority that calls itself the same
std::unique_ptr<Signer> lookAlike(const Victim &v)
{
    QTemporaryDir folder;
    Authority other = valueOrDie(Authority::create(folder.filePath(QStringLiteral("ca")), QStringLiteral("熊本市"),
                                                   SecretBytes("x"), AuthorityKey::EcP256, v.city.clock, 1000),
                                 "authority");
    return valueOrDie(other.issue({QStringLiteral("U0004"),
                                   Role::Inspector,
                                   QStringLiteral("職員 inspector"),
                                   {},
                                   {},
                                   AuthorityKey::EcP256}),
                      "issue")
        .toSigner();
}

std::unique_ptr<Signer> validBetween(const Victim &v, int fromDay, int toDay)
{
    IssueRequest request{QStringLiteral("U0004"),     Role::Inspector,
                         QStringLiteral("期限 太郎"), sampleTime().addDays(fromDay),
                         sampleTime().addDays(toDay), AuthorityKey::EcP256};
    return valueOrDie(v.city.authority->issue(request), "issue").toSigner();
}

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

} // namespace

/// Signatures that are right, by the wrong person
QList<Attack> signerAttacks()
{
    using V = Verdict;
    return {
        {"approver alone", [](auto &v) { return v.city.sign(v.draft, Role::Approver); }, V::Untrusted, Reason::V1},
        {"approver before inspector",
         [](auto &v) { return v.city.sign(v.city.sign(v.draft, Role::Approver), Role::Inspector); }, V::Untrusted,
         Reason::V4},
        {"approver's key in the inspector's field",
         [](auto &v) { return signedBy(v, v.draft, Role::Inspector, v.city.signer(Role::Approver)); }, V::Untrusted,
         Reason::RoleMismatch},
        {"auditor's key in the inspector's field",
         [](auto &v) { return signedBy(v, v.draft, Role::Inspector, v.city.signer(Role::Auditor)); }, V::Untrusted,
         Reason::V2},
        {"division's key in the approver's field",
         [](auto &v) { return signedBy(v, v.once, Role::Approver, v.city.signer(Role::Division)); }, V::Untrusted,
         Reason::V2},
        {"inspector approves with the own key",
         [](auto &v) { return signedBy(v, v.once, Role::Approver, v.city.signer(Role::Inspector)); }, V::Untrusted,
         Reason::SamePerson},
        {"one person with two keys",
         [](auto &v) {
             return signedBy(v, v.once, Role::Approver,
                             *v.city.issue(Role::Approver, QStringLiteral("職員 inspector")));
         },
         V::Untrusted, Reason::SamePerson},
        {"authority that looks alike", [](auto &v) { return signedBy(v, v.draft, Role::Inspector, *lookAlike(v)); },
         V::Untrusted, Reason::UnknownIssuer},
        {"certificate run out",
         [](auto &v) { return signedBy(v, v.draft, Role::Inspector, *validBetween(v, -20, -1)); }, V::Untrusted,
         Reason::Expired},
        {"certificate of tomorrow",
         [](auto &v) { return signedBy(v, v.draft, Role::Inspector, *validBetween(v, 20, 40)); }, V::Untrusted,
         Reason::NotYetValid},
    };
}

/// Files that mean no harm
QList<Attack> neighbours()
{
    using V = Verdict;
    return {
        {"nothing", [](auto &) { return QByteArray(); }, V::NotASubmission, Reason::ForeignPdf},
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
        {"signed by another program",
         [](auto &v) { return replacedFirst(v.pages, "trailer\n", "% /ByteRange [0 1 2 3]\ntrailer\n"); },
         V::NotASubmission, Reason::ForeignSigned},
        {"a scan", [](auto &) { return picture(); }, V::NotASubmission, Reason::Scan},
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

} // namespace tenken::test
