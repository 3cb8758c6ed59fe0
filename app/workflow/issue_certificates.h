#pragma once

#include "core/department.h"
#include "core/result.h"
#include "signing/keys/authority.h"
#include "signing/keys/secret.h"

#include <QDateTime>

#include <functional>
#include <optional>

namespace tenken {

/// Issues an inspector's and an approver's certificate for every department of an organisation, each as a PKCS#12
/// file with a random passphrase of its own. passphrases.csv (readable by the owner only) tells them; it is written
/// before each key, and what it tells of other keys of the folder stays.
class IssueCertificates {
public:
    /// done of total; false cancels before the next department
    using Progress = std::function<bool(int done, int total)>;
    struct Outcome {
        int issued = 0;
        QStringList files;
        QString passphraseFile;
    };

    /// What IssueRequest says of both
    struct Validity {
        std::optional<QDateTime> notBefore;
        std::optional<QDateTime> notAfter;
    };

    explicit IssueCertificates(Authority &authority) : m_authority(authority) { }
    /// MalformedCsv, and nothing issued, when the folder's passphrases.csv is not one
    Result<Outcome> issueAll(const Organisation &organisation, const QString &folder, const Validity &validity,
                             const Progress &progress);
    /// One file with a passphrase that the caller chose
    Result<IssuedCertificate> issueOne(const IssueRequest &request, const SecretBytes &passphrase, const QString &file);

private:
    struct Made {
        IssuedCertificate issued;
        QByteArray pkcs12;
    };
    Result<Made> make(const IssueRequest &request, const SecretBytes &passphrase);

    Authority &m_authority;
};

} // namespace tenken
