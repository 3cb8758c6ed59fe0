#pragma once

#include "signing/cms/cms_builder.h"
#include "signing/cms/cms_verifier.h"
#include "support/crafted_cms.h"
#include "support/local_tsa.h"

#include <QStringList>

/// An authority with everything that hangs on it, and short words for verifying against it. For tests of signing only.
namespace tenken::testing {

inline const QByteArray kDocument = "点検結果 2026";
inline const QDateTime kNow = utc(2026, 11, 22);

inline QByteArray hashOf(Digest digest) { return QCryptographicHash::hash(kDocument, digest); }

inline QByteArray padded(const QByteArray &der) { return der + QByteArray(kCmsReserve - der.size(), '\0'); }

inline QStringList codes(const QList<Reason> &reasons)
{
    QStringList list;
    for (const Reason reason : reasons)
        list.append(toCode(reason));
    return list;
}

inline QStringList codes(const QList<Warning> &warnings)
{
    QStringList list;
    for (const Warning warning : warnings)
        list.append(toCode(warning));
    return list;
}

/// One authority with everything that hangs on it; made once, keys are slow.
struct World {
    Identity root = makeRoot(authoritySpec("肥後市認証局"));
    Identity signer = issueTo(signerSpec(), root);
    Identity other = issueTo(withSerial(signerSpec(), 4712), root);
    Identity timestamper = issueTo(withSerial(timestamperSpec(), 4713), root);
    Identity stranger = makeRoot(authoritySpec("見知らぬ認証局"));
    QByteArray emptyCrl = makeCrlOf(root, {});
    TrustPolicy policy{{root.certificate}, {emptyCrl}, {}, false};

    static CertificateSpec withSerial(CertificateSpec spec, long serial)
    {
        spec.serial = serial;
        return spec;
    }
};

inline CmsFinding verify(const QByteArray &contents, const TrustPolicy &policy, const QDateTime &now = kNow)
{
    return verifyCms(contents, hashOf(Digest::Sha256), hashOf, policy, now);
}

} // namespace tenken::testing
