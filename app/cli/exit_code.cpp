#include "cli/exit_code.h"

namespace tenken::cli {

// Several codes a line, one group an exit code
// clang-format off
ExitCode exitCodeOf(ErrorCode code)
{
    using enum ErrorCode;
    switch (code) {
    case AnswerNotAllowed: case ReasonRequired: case ReadOnly: case AlreadyExists: case NothingToUndo:
    case Incomplete: case NotAccepted: case GlyphMissing: case Cancelled:
        return ExitCode::Negative;
    case Usage: case UnknownChecklist: case UnknownItem: case UnknownInspection: case UnknownDepartment:
    case UnknownFlag: case InvalidDate: case InvalidValue: case NotSupportedYet:
        return WrongUsage;
    case FileNotFound: case FileUnreadable: case FileUnwritable: case FileTooLarge: case FileChanged: case FontMissing:
    case NotUtf8: case MalformedJson: case MalformedCsv: case MalformedXlsx: case MalformedPdf: case InvalidContent:
    case UnknownFormat: case NewerFormat: case CertificateUnreadable:
        return UnreadableFile;
    case DiskFull: case StoreLocked: case StoreBusy: case StoreCorrupt: case StoreNewer: case StoreForeign:
    case StoreOnNetwork: case StoreUnwritable: case StoreFailed: case StoreConflict:
        return StorageFailed;
    case WrongPassphrase: case KeyUnreadable: case KeyWithoutCertificate: case CertificateExpired:
    case CertificateNotYetValid: case CertificateWrongRole: case CertificateWrongDepartment: case CertificateWeak:
    case SamePerson: case ErrorCode::SigningFailed: case TimestampFailed: case TokenFailed:
    case RenderFailed:
        return ExitCode::SigningFailed;
    }
    Q_UNREACHABLE();
}
// clang-format on

} // namespace tenken::cli
