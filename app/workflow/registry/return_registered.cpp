#include "workflow/registry/return_registered.h"

#include "storage/return_log.h"
#include "workflow/documents/return_submission.h"
#include "workflow/files.h"

#include <QCryptographicHash>

namespace tenken {

namespace {
constexpr qint64 largestPdf = 64 << 20;
}

Result<QByteArray> registeredPdf(Registry &registry, const QUuid &submission)
{
    const Result<RegisteredDocument> document = RegistryRepository(registry).document(submission);
    if (!document) {
        return fail(document);
    }
    if (!document->pdf.isEmpty()) {
        return document->pdf;
    }
    const Result<QByteArray> pdf = readFile(document->source, largestPdf);
    if (!pdf) {
        return pdf;
    }
    const QByteArray hash = QCryptographicHash::hash(*pdf, QCryptographicHash::Sha256).toHex();
    return QString::fromLatin1(hash) == document->sha256 ? pdf : fail(ErrorCode::FileChanged, document->source);
}

Status ReturnRegistered::sendBack(const QUuid &submission, const QString &reason, const SigningAct &act,
                                  const QString &file)
{
    const Result<std::optional<RegistryEntry>> entry = RegistryRepository(m_registry).findBySubmission(submission);
    if (!entry) {
        return fail(entry);
    }
    const Result<QByteArray> pdf = registeredPdf(m_registry, submission);
    if (!pdf) {
        return fail(pdf);
    }
    const Result<QByteArray> sealed =
        ReturnSubmission(m_trust, m_eras, m_book).sendBack(*pdf, (*entry)->fileName, reason, act);
    if (!sealed) {
        return fail(sealed);
    }
    if (const Status written = writeFile(file, *sealed); !written) {
        return written;
    }
    return ReturnLog(m_registry).record({submission, reason, signingAuthor(act).name, act.at});
}

} // namespace tenken
