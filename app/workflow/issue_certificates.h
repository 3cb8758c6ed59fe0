#pragma once

#include "core/department.h"
#include "core/result.h"
#include "signing/keys/authority.h"
#include "signing/keys/secret.h"

#include <functional>

namespace tenken {

/// Issues an inspector's and an approver's certificate for every department of an organisation, each as a PKCS#12
/// file with a random passphrase of its own. passphrases.csv (readable by the owner only) tells them once.
class IssueCertificates {
public:
    /// done of total; false cancels before the next department
    using Progress = std::function<bool(int done, int total)>;
    struct Outcome {
        int issued = 0;
        QStringList files;
        QString passphraseFile;
    };

    explicit IssueCertificates(Authority &authority) : m_authority(authority) { }
    Result<Outcome> issueAll(const Organisation &organisation, const QString &folder, const Progress &progress);
    /// One file with a passphrase that the caller chose
    Result<IssuedCertificate> issueOne(const IssueRequest &request, const SecretBytes &passphrase, const QString &file);

private:
    Authority &m_authority;
};

} // namespace tenken
