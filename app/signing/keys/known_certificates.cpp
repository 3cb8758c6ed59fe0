#include "signing/keys/known_certificates.h"

namespace tenken {

Result<Certificate> KnownCertificates::read(const QByteArray &der)
{
    constexpr qsizetype most = 2048;
    {
        const QMutexLocker lock(&m_mutex);
        if (const auto known = m_known.constFind(der); known != m_known.constEnd())
            return *known;
    }
    const Result<Certificate> certificate = Certificate::fromDer(der);
    if (certificate) {
        const QMutexLocker lock(&m_mutex);
        if (m_known.size() >= most)
            m_known.clear();
        m_known.insert(der, *certificate);
    }
    return certificate;
}

} // namespace tenken
