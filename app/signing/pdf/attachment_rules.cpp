#include "signing/pdf/attachment_rules.h"

#include "signing/keys/sha256.h"
#include "signing/pdf/document_profile.h"

#include <QCryptographicHash>

namespace tenken {

namespace {

constexpr qsizetype kMaxAttachment = 16 * 1024 * 1024;

QList<Violation> broken(Reason rule, const char *what) { return {Violation{rule, 0, QString::fromLatin1(what)}}; }

const PdfObject *attachmentIn(const PdfFile &file, int revision)
{
    const PdfValue associated = file.resolve(file.catalog(revision).find("AF"), revision).element(0);
    const PdfValue embedded = file.resolve(file.resolve(associated, revision).find("EF"), revision);
    return file.object(embedded.find("F").reference(), revision);
}

} // namespace

QList<Violation> readAttachment(const PdfFile &file, InflateBudget &budget, std::optional<DocumentKind> &kind,
                                QByteArray &attachment)
{
    const PdfValue catalog = file.catalog(0);
    const PdfValue associated = file.resolve(catalog.find("AF"), 0).element(0);
    const PdfValue names = file.resolve(catalog.find("Names"), 0);
    const PdfValue tree = file.resolve(file.resolve(names.find("EmbeddedFiles"), 0).find("Names"), 0);
    if (!associated.reference() || tree.element(1).reference() != associated.reference())
        return broken(Reason::J2, "AF and the name tree differ");
    const PdfValue filespec = file.resolve(associated, 0);
    const QByteArray name = tree.element(0).string();
    kind = documentKindFromAttachment(name);
    if (!kind || filespec.find("F").string() != name || filespec.find("UF").string() != name)
        return broken(Reason::J2, "file name");
    const PdfValue embedded = file.resolve(filespec.find("EF"), 0);
    const int number = embedded.find("F").reference();
    if (!number || embedded.find("UF").reference() != number)
        return broken(Reason::J2, "two files in one specification");
    const PdfObject *stream = file.object(number, 0);
    if (!inflate(file.streamData(*stream), budget, attachment, kMaxAttachment))
        return broken(Reason::A2, "attachment cannot be unpacked");
    const PdfValue params = file.resolve(stream->value.find("Params"), 0);
    const bool honest = params.find("Size").integer() == attachment.size()
        && params.find("CheckSum").string() == QCryptographicHash::hash(attachment, QCryptographicHash::Md5);
    if (honest)
        return {};
    attachment.clear();
    return broken(Reason::J3, "size or checksum");
}

QList<Violation> checkAttachmentKept(const PdfFile &file)
{
    const PdfObject *const first = attachmentIn(file, 0);
    for (int revision = 1; revision <= file.lastRevision(); ++revision) {
        if (attachmentIn(file, revision) != first)
            return {Violation{Reason::J1, revision, QStringLiteral("another attachment")}};
    }
    return {};
}

QList<Violation> checkMark(const QByteArray &attachment, const QByteArray &fingerprint)
{
    if (sha256Of(attachment).toHex() == fingerprint)
        return {};
    return broken(Reason::J4, "the pages belong to other data");
}

} // namespace tenken
