#pragma once

#include <QString>

namespace tenken {

/// Every way in which a thing that Tenken does can fail. Closed: wording and the command line's exit codes
/// switch over it without a default, so a new code does not compile until it has words and an exit code.
enum class ErrorCode {
    // what the caller asked for
    Usage,
    UnknownChecklist,
    UnknownItem,
    UnknownInspection,
    UnknownDepartment,
    UnknownFlag,
    InvalidDate,
    InvalidValue,
    AnswerNotAllowed,
    ReasonRequired,
    ReadOnly,
    AlreadyExists,
    NotSupportedYet,
    NothingToUndo,
    // files
    FileNotFound,
    FileUnreadable,
    FileUnwritable,
    FileTooLarge,
    FileChanged,
    DiskFull,
    // content of files that somebody else made
    NotUtf8,
    MalformedJson,
    MalformedCsv,
    MalformedXlsx,
    MalformedPdf,
    InvalidContent,
    UnknownFormat,
    NewerFormat,
    // stores
    StoreLocked,
    StoreBusy,
    StoreCorrupt,
    StoreNewer,
    StoreForeign,
    StoreOnNetwork,
    StoreUnwritable,
    StoreFailed,
    StoreConflict,
    // keys and signatures
    WrongPassphrase,
    KeyUnreadable,
    KeyWithoutCertificate,
    CertificateExpired,
    CertificateNotYetValid,
    CertificateWrongRole,
    CertificateWrongDepartment,
    CertificateWeak,
    CertificateUnreadable,
    SamePerson,
    SigningFailed,
    TimestampFailed,
    TokenFailed,
    // outcomes
    Incomplete,
    NotAccepted,
    GlyphMissing,
    FontMissing,
    RenderFailed,
    Cancelled,
};

/// The code's word in JSON and in the log, e.g. wrong-passphrase
QString toCode(ErrorCode code);

/// What went wrong (code), with what (subject: a file, an item, a department) and the technical trace for the
/// log (detail). Neither subject nor detail is a sentence: wording::sentence(error) makes that.
struct Error {
    ErrorCode code = ErrorCode::Usage;
    QString subject;
    QString detail;
    friend bool operator==(const Error &, const Error &) = default;
};

} // namespace tenken
