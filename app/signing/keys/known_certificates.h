#pragma once

#include "signing/keys/certificate.h"

#include <QByteArray>
#include <QHash>
#include <QMutex>

namespace tenken {

/// Certificates by their bytes, read once however many signatures carry them: in OpenSSL 3 to decode one takes as long
/// as to verify with it. For many threads; forgets everything rather than growing beyond a whole city's signers.
class KnownCertificates {
public:
    /// As Certificate::fromDer
    Result<Certificate> read(const QByteArray &der);

private:
    QMutex m_mutex;
    QHash<QByteArray, Certificate> m_known;
};

} // namespace tenken
