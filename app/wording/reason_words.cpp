#include "wording/verdict_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <span>

namespace tenken::wording {

namespace {

struct Line {
    Reason reason;
    const char *text;
};

struct Part {
    const char *word; ///< one for the whole part; nullptr: each reason has its own
    std::span<const Line> lines;
};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::ReasonWords)

public:
    static constexpr Line structure[] = {
        {Reason::S1, QT_TR_NOOP("The file is too large, or does not begin and end as a file of Tenken does.")},
        {Reason::S2,
         QT_TR_NOOP("The file's table of contents has a form that Tenken does not write, or the file is "
                    "encrypted.")},
        {Reason::S3, QT_TR_NOOP("The versions inside the file do not follow each other.")},
        {Reason::S4, QT_TR_NOOP("The file holds bytes that belong to no part of it.")},
        {Reason::S5, QT_TR_NOOP("A later version of the file contains parts that the first one did not provide for.")},
        {Reason::S6, QT_TR_NOOP("The file uses a notation that Tenken does not write.")},
        {Reason::S7, QT_TR_NOOP("The file changes its identity from one version to the next.")},
        {Reason::S8, QT_TR_NOOP("The file refers to missing parts, or has parts that nothing refers to.")},
    };
    static constexpr Line content[] = {
        {Reason::A1, QT_TR_NOOP("The file contains active content such as scripts, links or forms.")},
        {Reason::A2,
         QT_TR_NOOP("The file contains data in a packing that Tenken does not use, or larger than stated.")},
        {Reason::A3, QT_TR_NOOP("The file contains entries or annotations that Tenken does not write.")},
        {Reason::A4, QT_TR_NOOP("A font is not embedded, so the pages may look different elsewhere.")},
    };
    static constexpr Line range[] = {
        {Reason::B1, QT_TR_NOOP("A signature does not say properly which part of the file it covers.")},
        {Reason::B2, QT_TR_NOOP("A signature leaves out more of the file than the signature itself.")},
        {Reason::B3, QT_TR_NOOP("A signature does not cover its version of the file to the end.")},
        {Reason::B4, QT_TR_NOOP("A signature is not tied to exactly one place in the file.")},
    };
    static constexpr Line signature[] = {
        {Reason::C1, QT_TR_NOOP("The signature is not encoded as the standard asks.")},
        {Reason::C2, QT_TR_NOOP("The signature has several signers, or content of its own.")},
        {Reason::C3, QT_TR_NOOP("The signature lacks required attributes, or carries others.")},
        {Reason::C4, QT_TR_NOOP("The signature uses a method or a key that is too weak.")},
        {Reason::C5, QT_TR_NOOP("The content is not what was signed.")},
        {Reason::C6, QT_TR_NOOP("The signature names another certificate than the one it carries.")},
        {Reason::C7, QT_TR_NOOP("The signature carries unsigned additions, or an invalid timestamp.")},
        {Reason::C8, QT_TR_NOOP("The certificate is not valid for this signature.")},
        {Reason::C9, QT_TR_NOOP("The signature contains parts that it does not protect.")},
    };
    static constexpr Line change[] = {
        {Reason::D1, QT_TR_NOOP("Something other than a signature was added after signing.")},
        {Reason::D2, QT_TR_NOOP("A later signature changed more than its own field.")},
        {Reason::D3, QT_TR_NOOP("The file's main entry was changed after signing.")},
        {Reason::D4, QT_TR_NOOP("The proofs added for long-term verification contain other things.")},
        {Reason::D5, QT_TR_NOOP("The first signature does not limit later changes as Tenken's does.")},
        {Reason::D6, QT_TR_NOOP("A later signer changed what had been signed before.")},
    };
    static constexpr Line rules[] = {
        {Reason::V1, QT_TR_NOOP("A signature that this document needs is missing.")},
        {Reason::V2, QT_TR_NOOP("A signature stands in a field for another role.")},
        {Reason::V3, QT_TR_NOOP("Inspector and approver are the same person or use the same key.")},
        {Reason::V4, QT_TR_NOOP("The signatures were made in the wrong order.")},
        {Reason::V5, QT_TR_NOOP("The signer's certificate belongs to another department than the submission.")},
    };
    static constexpr Line data[] = {
        {Reason::J1, QT_TR_NOOP("The data are not those that the inspector signed.")},
        {Reason::J2, QT_TR_NOOP("The file does not contain exactly one set of data.")},
        {Reason::J3, QT_TR_NOOP("The data in the file are damaged or not in Tenken's format.")},
        {Reason::J4, QT_TR_NOOP("The printed pages do not belong to the data in the file.")},
    };
    static constexpr Line certificate[] = {
        {Reason::UnknownIssuer, QT_TR_NOOP("The issuer of the certificate is not among those trusted here.")},
        {Reason::Expired, QT_TR_NOOP("The certificate had expired at the time of the check.")},
        {Reason::NotYetValid, QT_TR_NOOP("The certificate was not valid yet at the time of the check.")},
        {Reason::Revoked, QT_TR_NOOP("The issuer has revoked the certificate.")},
        {Reason::RoleMismatch, QT_TR_NOOP("The certificate does not entitle its holder to this signature.")},
        {Reason::DepartmentMismatch, QT_TR_NOOP("The certificate belongs to another department.")},
        {Reason::SamePerson, QT_TR_NOOP("Inspector and approver are the same person.")},
    };
    static constexpr Line foreign[] = {
        {Reason::ForeignPdf, QT_TR_NOOP("This is no PDF that Tenken made.")},
        {Reason::ForeignSigned, QT_TR_NOOP("The PDF was made and signed with another program.")},
        {Reason::Scan, QT_TR_NOOP("The PDF is a scan: a picture of paper without data.")},
    };
    static constexpr Line registry[] = {
        {Reason::ApprovalMissing, QT_TR_NOOP("The approver has not signed; ask for the approved file.")},
        {Reason::WrongRound, QT_TR_NOOP("The submission belongs to another inspection round.")},
        {Reason::Rollback, QT_TR_NOOP("The registry already holds this submission with more signatures.")},
        {Reason::Conflict,
         QT_TR_NOOP("The registry already holds another submission for the same subject, round and revision.")},
    };
    static Part partOf(Reason reason);
    static const char *ownWord(Reason reason);
};

/// Closed: a reason that is new in core/verification.h does not compile until it belongs somewhere here.
Part Words::partOf(Reason reason)
{
    using enum Reason;
    switch (reason) {
    // clang-format off
    case S1: case S2: case S3: case S4: case S5: case S6: case S7: case S8:
        return {QT_TR_NOOP("Structure of the file"), structure};
    case A1: case A2: case A3: case A4:
        return {QT_TR_NOOP("Foreign content"), content};
    case B1: case B2: case B3: case B4:
        return {QT_TR_NOOP("Range of a signature"), range};
    case C1: case C2: case C3: case C4: case C5: case C6: case C7: case C8: case C9:
        return {QT_TR_NOOP("Signature"), signature};
    case D1: case D2: case D3: case D4: case D5: case D6:
        return {QT_TR_NOOP("Change after signing"), change};
    case V1: case V2: case V3: case V4: case V5:
        return {QT_TR_NOOP("Rules for signers"), rules};
    case J1: case J2: case J3: case J4:
        return {QT_TR_NOOP("Data in the file"), data};
    case UnknownIssuer: case Expired: case NotYetValid: case Revoked: case RoleMismatch: case DepartmentMismatch:
    case SamePerson:
        return {nullptr, certificate};
    case ForeignPdf: case ForeignSigned: case Scan:
        return {nullptr, foreign};
    case ApprovalMissing: case WrongRound: case Rollback: case Conflict:
        return {nullptr, registry};
        // clang-format on
    }
    Q_UNREACHABLE();
}

/// Reasons outside the numbered rules have a word each
const char *Words::ownWord(Reason reason)
{
    static constexpr Line words[] = {
        {Reason::UnknownIssuer, QT_TR_NOOP("Unknown issuer")},
        {Reason::Expired, QT_TR_NOOP("Expired")},
        {Reason::NotYetValid, QT_TR_NOOP("Not yet valid")},
        {Reason::Revoked, QT_TR_NOOP("Revoked")},
        {Reason::RoleMismatch, QT_TR_NOOP("Wrong role")},
        {Reason::DepartmentMismatch, QT_TR_NOOP("Wrong department")},
        {Reason::SamePerson, QT_TR_NOOP("Same person")},
        {Reason::ForeignPdf, QT_TR_NOOP("PDF of another program")},
        {Reason::ForeignSigned, QT_TR_NOOP("Signed with another program")},
        {Reason::Scan, QT_TR_NOOP("Scan of paper")},
        {Reason::ApprovalMissing, QT_TR_NOOP("Not approved yet")},
        {Reason::WrongRound, QT_TR_NOOP("Another round")},
        {Reason::Rollback, QT_TR_NOOP("Fewer signatures than before")},
        {Reason::Conflict, QT_TR_NOOP("Conflicting submission")},
    };
    const auto line =
        std::find_if(std::begin(words), std::end(words), [&](const Line &l) { return l.reason == reason; });
    return line == std::end(words) ? "" : line->text;
}

} // namespace

QString word(Reason reason)
{
    const Part part = Words::partOf(reason);
    return Words::tr(part.word ? part.word : Words::ownWord(reason));
}

QString explanation(Reason reason)
{
    const Part part = Words::partOf(reason);
    const auto line =
        std::find_if(part.lines.begin(), part.lines.end(), [&](const Line &l) { return l.reason == reason; });
    return line == part.lines.end() ? QString() : Words::tr(line->text);
}

} // namespace tenken::wording
