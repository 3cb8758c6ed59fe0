#include "wording/error_words.h"

#include "wording/placeholders.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <span>

namespace tenken::wording {

namespace {

struct Line {
    ErrorCode code;
    const char *text;
};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::ErrorWords)

public:
    static constexpr Line requests[] = {
        {ErrorCode::Usage,
         QT_TR_NOOP("The command or its options are not valid. Run it with --help to see how it is used.")},
        {ErrorCode::UnknownChecklist,
         QT_TR_NOOP("There is no such checklist or edition. Check its name, or put the checklist into the checklist "
                    "folder.")},
        {ErrorCode::UnknownItem, QT_TR_NOOP("The checklist has no such item. Check the number of the item.")},
        {ErrorCode::UnknownInspection,
         QT_TR_NOOP("There is no such inspection here. Choose one from the list of inspections.")},
        {ErrorCode::UnknownDepartment,
         QT_TR_NOOP("The organisation has no such department. Check the department's code.")},
        {ErrorCode::UnknownFlag,
         QT_TR_NOOP("The department profile has no such entry. Check it against the list of entries.")},
        {ErrorCode::InvalidDate, QT_TR_NOOP("There is no such date. Write it like 2026-11-22 or R8.11.22.")},
        {ErrorCode::InvalidValue, QT_TR_NOOP("This value cannot be used here. Check what may be entered.")},
        {ErrorCode::AnswerNotAllowed,
         QT_TR_NOOP("This item does not offer that answer. “Not applicable” can be chosen only where the item states "
                    "when.")},
        {ErrorCode::ReasonRequired, QT_TR_NOOP("A reason is needed. Enter the reason and try again.")},
        {ErrorCode::ReadOnly,
         QT_TR_NOOP("This inspection is signed and cannot be changed any more. Start a new revision to change it.")},
        {ErrorCode::AlreadyExists, QT_TR_NOOP("This exists already and was left as it is. Choose another name.")},
        {ErrorCode::NotSupportedYet, QT_TR_NOOP("This version of Tenken cannot do that. Nothing was changed.")},
        {ErrorCode::NothingToUndo, QT_TR_NOOP("There is nothing to undo.")},
    };
    static constexpr Line files[] = {
        {ErrorCode::FileNotFound, QT_TR_NOOP("The file does not exist. Check its name and folder.")},
        {ErrorCode::FileUnreadable,
         QT_TR_NOOP("The file cannot be read. Check that you may open it and that no other program holds it.")},
        {ErrorCode::FileUnwritable,
         QT_TR_NOOP("The file cannot be written. Check that the folder exists and that you may write to it, or choose "
                    "another one.")},
        {ErrorCode::FileTooLarge, QT_TR_NOOP("The file is larger than Tenken reads. Check that it is the right file.")},
        {ErrorCode::FileChanged,
         QT_TR_NOOP("The file was changed by something else in the meantime. Open it again and repeat the step.")},
        {ErrorCode::DiskFull,
         QT_TR_NOOP("There is no room left on the disk, so nothing was written. Make room and try again.")},
    };
    static constexpr Line contents[] = {
        {ErrorCode::NotUtf8,
         QT_TR_NOOP("The text of the file has an unknown encoding. Save it as UTF-8 and open it again.")},
        {ErrorCode::MalformedJson,
         QT_TR_NOOP(
             "The file is damaged or was edited by hand and cannot be understood. Ask the sender for it again.")},
        {ErrorCode::MalformedCsv,
         QT_TR_NOOP("The table in the file cannot be understood. Save it as CSV (UTF-8) with its heading line.")},
        {ErrorCode::MalformedXlsx,
         QT_TR_NOOP("The Excel file is damaged or is not an Excel file. Save it as .xlsx and open it again.")},
        {ErrorCode::MalformedPdf,
         QT_TR_NOOP("The PDF is damaged or is not a PDF. Ask the sender for the original file.")},
        {ErrorCode::InvalidContent,
         QT_TR_NOOP("The content of the file breaks the rules of its kind. Mend the places listed and try again.")},
        {ErrorCode::UnknownFormat,
         QT_TR_NOOP("Tenken does not know this kind of file. Check that it is the right file.")},
        {ErrorCode::NewerFormat,
         QT_TR_NOOP("The file was made by a newer version of Tenken. Update Tenken to open it.")},
    };
    static constexpr Line stores[] = {
        {ErrorCode::StoreLocked,
         QT_TR_NOOP("The data are in use by another Tenken. Close the other window and try again.")},
        {ErrorCode::StoreBusy,
         QT_TR_NOOP("The data are being written by another program, so nothing was saved. Wait a little and try "
                    "again.")},
        {ErrorCode::StoreCorrupt,
         QT_TR_NOOP("The data file is damaged. Restore the latest backup; keep the damaged file.")},
        {ErrorCode::StoreNewer,
         QT_TR_NOOP("The data were written by a newer version of Tenken and were not touched. Update Tenken.")},
        {ErrorCode::StoreForeign,
         QT_TR_NOOP("This file does not hold data of Tenken and was not touched. Choose another file.")},
        {ErrorCode::StoreOnNetwork,
         QT_TR_NOOP("Data on a shared folder can be damaged, so they are not opened there. Choose a folder on this "
                    "PC.")},
        {ErrorCode::StoreUnwritable,
         QT_TR_NOOP("The data cannot be written. Check that you may write to the folder and to the file.")},
        {ErrorCode::StoreFailed,
         QT_TR_NOOP("The data could not be saved or read, so nothing was changed. Try again; restore a backup if it "
                    "happens again.")},
        {ErrorCode::StoreConflict,
         QT_TR_NOOP("The data have been changed elsewhere, so nothing was saved. Open them again and repeat the "
                    "step.")},
    };
    static constexpr Line keys[] = {
        {ErrorCode::WrongPassphrase, QT_TR_NOOP("The passphrase of the key is wrong. Enter it again.")},
        {ErrorCode::KeyUnreadable,
         QT_TR_NOOP("The key file cannot be read: it is damaged or not a key. Choose another file or ask for a new "
                    "key.")},
        {ErrorCode::KeyWithoutCertificate,
         QT_TR_NOOP("The key has no certificate, so it cannot sign. Ask the issuer for a key with its certificate.")},
        {ErrorCode::CertificateExpired,
         QT_TR_NOOP("The certificate has expired. Ask the issuer for a new one before you sign.")},
        {ErrorCode::CertificateNotYetValid,
         QT_TR_NOOP("The certificate is not valid yet. Check the clock of this PC and the first day of the "
                    "certificate.")},
        {ErrorCode::CertificateWrongRole,
         QT_TR_NOOP("The certificate does not entitle its holder to this signature. Choose a key for this role.")},
        {ErrorCode::CertificateWrongDepartment,
         QT_TR_NOOP("The certificate belongs to another department. Choose a key of this department.")},
        {ErrorCode::CertificateWeak,
         QT_TR_NOOP("The key of the certificate is too weak for a signature. Ask the issuer for a stronger one.")},
        {ErrorCode::CertificateUnreadable,
         QT_TR_NOOP("The certificate cannot be read: it is damaged or not a certificate. Choose another file.")},
        {ErrorCode::SamePerson,
         QT_TR_NOOP("The inspector and the approver must be two persons. Let somebody else approve with another "
                    "key.")},
        {ErrorCode::SigningFailed,
         QT_TR_NOOP("The signature could not be made, so no file was written. Check the key and try again.")},
        {ErrorCode::TimestampFailed,
         QT_TR_NOOP("The timestamp authority gave no valid timestamp. Check the address and the network and try "
                    "again.")},
        {ErrorCode::TokenFailed,
         QT_TR_NOOP("The card or token does not respond. Check that it is inserted and try again.")},
    };
    /// By the detail that signing/keys/pkcs11_signer.h, workflow/key_source.h, import_submissions.h and
    /// core/late_part.h promise
    struct DetailLine {
        const char *detail;
        const char *text;
    };
    static constexpr DetailLine details[] = {
        {"part-missing", QT_TR_NOOP("This part of Tenken is missing or damaged. Install Tenken again.")},
        {"name-not-utf8",
         QT_TR_NOOP("The name of this file cannot be read: its characters are not UTF-8. Rename the file.")},
        {"pin-incorrect",
         QT_TR_NOOP("The PIN is wrong. Check it before you try again: several wrong ones lock the card.")},
        {"pin-locked", QT_TR_NOOP("The PIN is locked. Ask whoever issued the card to unlock it.")},
        {"no-token", QT_TR_NOOP("No card or token is inserted. Insert it and try again.")},
        {"module-unloadable", QT_TR_NOOP("This is no PKCS#11 module. Check the path of the card's library.")},
        {"key-missing",
         QT_TR_NOOP("The token has this certificate, but not its key. Use the card that holds the key.")},
        {"no-certificate",
         QT_TR_NOOP(
             "The token offers no such certificate for signing. Check the card, its label and the certificate.")},
        {"several-certificates",
         QT_TR_NOOP("The token offers several certificates for signing. Name the one to use by its SHA-256.")},
    };
    static constexpr Line outcomes[] = {
        {ErrorCode::Incomplete,
         QT_TR_NOOP("The inspection is not complete yet. Mend what the check lists and export again.")},
        {ErrorCode::NotAccepted,
         QT_TR_NOOP("The file did not pass the verification, so nothing was done with it. See the reasons shown.")},
        {ErrorCode::GlyphMissing,
         QT_TR_NOOP("These characters are not in the fonts and cannot be printed. Write them differently, or install "
                    "the font IPAmj Mincho.")},
        {ErrorCode::FontMissing, QT_TR_NOOP("The font for reports is missing. Install Tenken again.")},
        {ErrorCode::RenderFailed,
         QT_TR_NOOP("The pages could not be made, so no file was written. Close other programs and try again.")},
        {ErrorCode::Cancelled, QT_TR_NOOP("Cancelled. What was done before stays, the rest was left as it was.")},
    };
};

/// Closed: a code that is new in core/error.h does not compile until it belongs somewhere here.
std::span<const Line> partOf(ErrorCode code)
{
    using enum ErrorCode;
    switch (code) {
    // clang-format off
    case Usage: case UnknownChecklist: case UnknownItem: case UnknownInspection: case UnknownDepartment:
    case UnknownFlag: case InvalidDate: case InvalidValue: case AnswerNotAllowed: case ReasonRequired:
    case ReadOnly: case AlreadyExists: case NotSupportedYet: case NothingToUndo:
        return Words::requests;
    case FileNotFound: case FileUnreadable: case FileUnwritable: case FileTooLarge: case FileChanged: case DiskFull:
        return Words::files;
    case NotUtf8: case MalformedJson: case MalformedCsv: case MalformedXlsx: case MalformedPdf: case InvalidContent:
    case UnknownFormat: case NewerFormat:
        return Words::contents;
    case StoreLocked: case StoreBusy: case StoreCorrupt: case StoreNewer: case StoreForeign: case StoreOnNetwork:
    case StoreUnwritable: case StoreFailed: case StoreConflict:
        return Words::stores;
    case WrongPassphrase: case KeyUnreadable: case KeyWithoutCertificate: case CertificateExpired:
    case CertificateNotYetValid: case CertificateWrongRole: case CertificateWrongDepartment: case CertificateWeak:
    case CertificateUnreadable: case SamePerson: case SigningFailed: case TimestampFailed: case TokenFailed:
        return Words::keys;
    case Incomplete: case NotAccepted: case GlyphMissing: case FontMissing: case RenderFailed: case Cancelled:
        return Words::outcomes;
        // clang-format on
    }
    Q_UNREACHABLE();
}

/// nullptr: none of its own
const char *detailSentence(const QString &detail)
{
    for (const auto &line : Words::details) {
        if (detail == QLatin1StringView(line.detail)) {
            return line.text;
        }
    }
    return nullptr;
}

/// A path as the system writes it, anything else as it is
QString shownPath(const QString &subject)
{
    return QDir::isAbsolutePath(subject) ? QDir::toNativeSeparators(subject) : subject;
}

} // namespace

QString sentence(const Error &error)
{
    const std::span<const Line> part = partOf(error.code);
    const auto line = std::find_if(part.begin(), part.end(), [&](const Line &l) { return l.code == error.code; });
    const bool isTold = error.code == ErrorCode::TokenFailed || error.code == ErrorCode::FileUnreadable
        || error.code == ErrorCode::RenderFailed;
    const char *known = isTold ? detailSentence(error.detail) : nullptr;
    const QString text = known ? Words::tr(known) : line == part.end() ? QString() : Words::tr(line->text);
    return error.subject.isEmpty() ? text : shownArgument(shownPath(error.subject)) + QStringLiteral(": ") + text;
}

} // namespace tenken::wording
