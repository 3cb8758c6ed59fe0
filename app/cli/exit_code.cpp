#include "cli/exit_code.h"

namespace tenken::cli {

ExitCode exitCodeOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::AnswerNotAllowed:
    case ErrorCode::ReasonRequired:
    case ErrorCode::ReadOnly:
    case ErrorCode::AlreadyExists:
    case ErrorCode::NothingToUndo:
    case ErrorCode::Incomplete:
    case ErrorCode::NotAccepted:
    case ErrorCode::GlyphMissing:
    case ErrorCode::Cancelled:
        return Negative;
    case ErrorCode::Usage:
    case ErrorCode::UnknownChecklist:
    case ErrorCode::UnknownItem:
    case ErrorCode::UnknownInspection:
    case ErrorCode::UnknownDepartment:
    case ErrorCode::UnknownFlag:
    case ErrorCode::InvalidDate:
    case ErrorCode::InvalidValue:
    case ErrorCode::NotSupportedYet:
        return WrongUsage;
    case ErrorCode::FileNotFound:
    case ErrorCode::FileUnreadable:
    case ErrorCode::FileUnwritable:
    case ErrorCode::FileTooLarge:
    case ErrorCode::FileChanged:
    case ErrorCode::FontMissing:
    case ErrorCode::NotUtf8:
    case ErrorCode::MalformedJson:
    case ErrorCode::MalformedCsv:
    case ErrorCode::MalformedXlsx:
    case ErrorCode::MalformedPdf:
    case ErrorCode::InvalidContent:
    case ErrorCode::UnknownFormat:
    case ErrorCode::NewerFormat:
        return UnreadableFile;
    case ErrorCode::DiskFull:
    case ErrorCode::StoreLocked:
    case ErrorCode::StoreBusy:
    case ErrorCode::StoreCorrupt:
    case ErrorCode::StoreNewer:
    case ErrorCode::StoreForeign:
    case ErrorCode::StoreOnNetwork:
    case ErrorCode::StoreUnwritable:
    case ErrorCode::StoreFailed:
    case ErrorCode::StoreConflict:
        return StorageFailed;
    case ErrorCode::WrongPassphrase:
    case ErrorCode::KeyUnreadable:
    case ErrorCode::KeyWithoutCertificate:
    case ErrorCode::CertificateExpired:
    case ErrorCode::CertificateNotYetValid:
    case ErrorCode::CertificateWrongRole:
    case ErrorCode::CertificateWrongDepartment:
    case ErrorCode::CertificateWeak:
    case ErrorCode::CertificateUnreadable:
    case ErrorCode::SamePerson:
    case ErrorCode::SigningFailed:
    case ErrorCode::TimestampFailed:
    case ErrorCode::TokenFailed:
    case ErrorCode::RenderFailed:
        return SigningFailed;
    }
    Q_UNREACHABLE();
}

} // namespace tenken::cli
