#include "core/error.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tenken {

namespace {

constexpr std::pair<ErrorCode, const char *> codes[] = {
    {ErrorCode::Usage, "usage"},
    {ErrorCode::UnknownChecklist, "unknown-checklist"},
    {ErrorCode::UnknownItem, "unknown-item"},
    {ErrorCode::UnknownInspection, "unknown-inspection"},
    {ErrorCode::UnknownDepartment, "unknown-department"},
    {ErrorCode::UnknownFlag, "unknown-flag"},
    {ErrorCode::InvalidDate, "invalid-date"},
    {ErrorCode::InvalidValue, "invalid-value"},
    {ErrorCode::AnswerNotAllowed, "answer-not-allowed"},
    {ErrorCode::ReasonRequired, "reason-required"},
    {ErrorCode::ReadOnly, "read-only"},
    {ErrorCode::AlreadyExists, "already-exists"},
    {ErrorCode::NotSupportedYet, "not-supported-yet"},
    {ErrorCode::NothingToUndo, "nothing-to-undo"},
    {ErrorCode::FileNotFound, "file-not-found"},
    {ErrorCode::FileUnreadable, "file-unreadable"},
    {ErrorCode::FileUnwritable, "file-unwritable"},
    {ErrorCode::FileTooLarge, "file-too-large"},
    {ErrorCode::FileChanged, "file-changed"},
    {ErrorCode::DiskFull, "disk-full"},
    {ErrorCode::NotUtf8, "not-utf8"},
    {ErrorCode::MalformedJson, "malformed-json"},
    {ErrorCode::MalformedCsv, "malformed-csv"},
    {ErrorCode::MalformedXlsx, "malformed-xlsx"},
    {ErrorCode::MalformedPdf, "malformed-pdf"},
    {ErrorCode::InvalidContent, "invalid-content"},
    {ErrorCode::UnknownFormat, "unknown-format"},
    {ErrorCode::NewerFormat, "newer-format"},
    {ErrorCode::StoreLocked, "store-locked"},
    {ErrorCode::StoreBusy, "store-busy"},
    {ErrorCode::StoreCorrupt, "store-corrupt"},
    {ErrorCode::StoreNewer, "store-newer"},
    {ErrorCode::StoreForeign, "store-foreign"},
    {ErrorCode::StoreOnNetwork, "store-on-network"},
    {ErrorCode::StoreUnwritable, "store-unwritable"},
    {ErrorCode::StoreFailed, "store-failed"},
    {ErrorCode::StoreConflict, "store-conflict"},
    {ErrorCode::WrongPassphrase, "wrong-passphrase"},
    {ErrorCode::KeyUnreadable, "key-unreadable"},
    {ErrorCode::KeyWithoutCertificate, "key-without-certificate"},
    {ErrorCode::CertificateExpired, "certificate-expired"},
    {ErrorCode::CertificateNotYetValid, "certificate-not-yet-valid"},
    {ErrorCode::CertificateWrongRole, "certificate-wrong-role"},
    {ErrorCode::CertificateWrongDepartment, "certificate-wrong-department"},
    {ErrorCode::CertificateWeak, "certificate-weak"},
    {ErrorCode::CertificateUnreadable, "certificate-unreadable"},
    {ErrorCode::SamePerson, "same-person"},
    {ErrorCode::SigningFailed, "signing-failed"},
    {ErrorCode::TimestampFailed, "timestamp-failed"},
    {ErrorCode::TokenFailed, "token-failed"},
    {ErrorCode::Incomplete, "incomplete"},
    {ErrorCode::NotAccepted, "not-accepted"},
    {ErrorCode::GlyphMissing, "glyph-missing"},
    {ErrorCode::FontMissing, "font-missing"},
    {ErrorCode::RenderFailed, "render-failed"},
    {ErrorCode::Cancelled, "cancelled"},
};

} // namespace

QString toCode(ErrorCode code)
{
    const auto found =
        std::find_if(std::begin(codes), std::end(codes), [&](const auto &entry) { return entry.first == code; });
    Q_ASSERT(found != std::end(codes)); // tests/core walks the whole enum
    return QString::fromLatin1(found->second);
}

} // namespace tenken
