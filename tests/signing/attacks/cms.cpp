#include "signing/attacks/attack.h"

#include "support/crafted_cms.h"
#include "support/local_tsa.h"

namespace tenken::test {

namespace {

using testing::CraftedCms;
using testing::Identity;
using V = Verdict;
using Spoil = std::function<void(CraftedCms &)>;
using Respell = std::function<QByteArray(const QByteArray &)>;

/// An authority that the city believes; the embedded one makes no certificates that are wrong
const Identity &root()
{
    static const Identity identity = testing::makeRoot(testing::authoritySpec("肥後市認証局"));
    return identity;
}

const Identity &inspector()
{
    static const Identity identity = testing::issueTo(testing::signerSpec(), root());
    return identity;
}

void believe(TrustPolicy &policy) { policy.anchors.append(root().certificate); }

QByteArray signedWith(const Victim &v, const std::function<QByteArray(const QByteArray &)> &cms)
{
    return signRaw(v.city, v.draft, {.cms = cms});
}

/// The inspector's CMS, spoilt before it is signed and put together
Attack spoilt(const char *name, Reason reason, const Spoil &spoil, Verdict verdict = V::Malformed)
{
    return {name,
            [spoil](const Victim &v) {
                return signedWith(v, [&spoil](const QByteArray &sha256) {
                    CraftedCms cms(inspector(), sha256);
                    spoil(cms);
                    return cms.encode();
                });
            },
            verdict,
            reason,
            {},
            believe};
}

/// The inspector's CMS in other bytes
Attack respelled(const char *name, const Respell &respell, Reason reason = Reason::C1)
{
    return {name,
            [respell](const Victim &v) {
                return signedWith(v, [&respell](const QByteArray &sha256) {
                    return respell(CraftedCms(inspector(), sha256).encode());
                });
            },
            V::Malformed,
            reason,
            {},
            believe};
}

using Specify = std::function<void(testing::CertificateSpec &)>;

/// A sound signature by somebody with a certificate that is none for it
Attack certified(const char *name, Reason reason, const Specify &specify, NewKey key = NewKey::EcP256)
{
    return {name,
            [specify, key](const Victim &v) {
                return signedWith(v, [&](const QByteArray &sha256) {
                    testing::CertificateSpec spec = testing::signerSpec();
                    specify(spec);
                    const Identity signer = testing::issueTo(spec, root(), key);
                    return CraftedCms(signer, sha256).encode();
                });
            },
            V::Untrusted,
            reason,
            {},
            believe};
}

/// One extension another, or none
Specify extension(int nid, const char *value)
{
    return [=](testing::CertificateSpec &spec) { spec = testing::with(spec, nid, value); };
}

QByteArray anyAttribute(QByteArrayView type) { return testing::attributeOf(type, {der::tlv(der::Oid, oid::kData)}); }

/// A token of the city's own authority over this
QByteArray tokenOver(const QByteArray &value)
{
    static const testing::LocalTsa tsa(testing::issueTo(testing::timestamperSpec(), root()), sampleTime());
    return valueOrDie(tsa.requestToken(QCryptographicHash::hash(value, QCryptographicHash::Sha256)), "token");
}

QByteArray stamp(const QByteArray &token) { return testing::attributeOf(oid::kSignatureTimestamp, {token}); }

/// Fields of the SignedData that are there too often, not at all, or in nobody's signature
const QList<Attack> kSpoiltAttacks = {
    spoilt("two signers", Reason::C2, [](CraftedCms &cms) { cms.signerCount = 2; }),
    spoilt("no signer", Reason::C2, [](CraftedCms &cms) { cms.signerCount = 0; }),
    spoilt("content inside", Reason::C2,
           [](CraftedCms &cms) {
               cms.encapsulated = der::sequence(
                   {der::tlv(der::Oid, oid::kData), der::tlv(der::Context0, der::octetString("other words"))});
           }),
    spoilt("content of another type", Reason::C2,
           [](CraftedCms &cms) { cms.encapsulated = der::sequence({der::tlv(der::Oid, oid::kTstInfo)}); }),
    spoilt("no signed attributes", Reason::C3, [](CraftedCms &cms) { cms.attributes.clear(); }),
    spoilt("no ESS", Reason::C3, [](CraftedCms &cms) { cms.attributes.removeAt(2); }),
    spoilt("signing-time", Reason::C3,
           [](CraftedCms &cms) {
               cms.attributes.append(testing::hexDer("301c06092a864886f70d010905310f170d3236313132323031303030305a"));
           }),
    spoilt("attribute twice", Reason::C3, [](CraftedCms &cms) { cms.attributes.append(cms.attributes.at(1)); }),
    spoilt("SHA-1", Reason::C4,
           [](CraftedCms &cms) {
               cms.digestAlgorithm = der::sequence({testing::hexDer("06052b0e03021a")});
               cms.digestAlgorithms = {cms.digestAlgorithm};
               cms.hash = EVP_sha1();
           }),
    spoilt(
        "digest of another document", Reason::C5,
        [](CraftedCms &cms) {
            cms.attributes[1] = testing::attributeOf(oid::kMessageDigest, {der::octetString(QByteArray(32, 'x'))});
        },
        V::Altered),
    spoilt(
        "transplanted signature", Reason::C5,
        [](CraftedCms &cms) { cms.transplanted = inspector().key.sign("other attributes").value(); }, V::Altered),
    spoilt("ESS of another", Reason::C6, [](CraftedCms &cms) { cms.attributes[2] = essAttribute(root().certificate); }),
    spoilt("no certificate", Reason::C6, [](CraftedCms &cms) { cms.certificates.clear(); }),
    spoilt("unsigned attribute", Reason::C7,
           [](CraftedCms &cms) { cms.unsignedAttributes = {anyAttribute(oid::kContentType)}; }),
    spoilt("stamp of another signature", Reason::C7,
           [](CraftedCms &cms) { cms.unsignedAttributes = {stamp(tokenOver("another"))}; }),
    spoilt("two stamps", Reason::C7,
           [](CraftedCms &cms) {
               cms.transplanted = cms.signature(); // ECDSA: each signature is another
               cms.unsignedAttributes = QList<QByteArray>(2, stamp(tokenOver(cms.transplanted)));
           }),
    spoilt("version 3", Reason::C9, [](CraftedCms &cms) { cms.version = testing::hexDer("020103"); }),
    spoilt("signer of version 3", Reason::C9, [](CraftedCms &cms) { cms.signerVersion = testing::hexDer("020103"); }),
    spoilt("one more hash function", Reason::C9,
           [](CraftedCms &cms) { cms.digestAlgorithms.append(digestIdentifier(QCryptographicHash::Sha512)); }),
    spoilt("revocation list inside", Reason::C9, [](CraftedCms &cms) { cms.crls = {testing::makeCrlOf(root(), {})}; }),
    spoilt("root inside", Reason::C9, [](CraftedCms &cms) { cms.certificates.append(root().certificate.der()); }),
    spoilt("stranger inside", Reason::C9,
           [](CraftedCms &cms) {
               cms.certificates.append(testing::makeRoot(testing::authoritySpec("stranger")).certificate.der());
           }),
    spoilt("attributes out of order", Reason::C9,
           [](CraftedCms &cms) {
               cms.sortAttributes = false;
               std::swap(cms.attributes[0], cms.attributes[2]);
           }),
};

/// The outer SEQUENCE has a length of two bytes: 30 82 hh ll
const QList<Attack> kRespelledAttacks = {
    respelled("BER: indefinite length",
              [](const QByteArray &der) { return "\x30\x80" + der.mid(4) + QByteArray(2, '\0'); }),
    respelled("BER: longer length",
              [](const QByteArray &der) { return "\x30\x83" + QByteArray(1, '\0') + der.mid(2); }),
    respelled("BER: constructed OID",
              [](const QByteArray &der) {
                  QByteArray changed = der;
                  changed[changed.indexOf("\x06\x09\x2a\x86\x48")] = '\x26';
                  return changed;
              }),
    respelled("bytes in the padding", [](const QByteArray &der) { return der + QByteArray(9, '\0') + "more"; }),
    respelled("second CMS in the padding", [](const QByteArray &der) { return der + der; }),
    respelled("deep nesting",
              [](const QByteArray &) {
                  QByteArray nested;
                  for (int i = 0; i < 3000; ++i)
                      nested = der::sequence({nested});
                  return nested;
              }),
    respelled(
        "no SignedData",
        [](const QByteArray &der) {
            QByteArray changed = der;
            changed[changed.indexOf("\x06\x09\x2a\x86\x48") + 10] = 3; // id-envelopedData
            return changed;
        },
        Reason::C2),
};

const QList<Attack> kCertifiedAttacks = {
    certified(
        "key of RSA-2048", Reason::C4, [](auto &) {}, NewKey::Rsa2048),
    certified("certificate for encryption", Reason::C8, extension(NID_key_usage, "critical,keyEncipherment")),
    certified("certificate for nothing in particular", Reason::C8, extension(NID_key_usage, "")),
    certified("certificate of a web server", Reason::C8, extension(NID_ext_key_usage, "serverAuth")),
    certified("certificate for timestamps", Reason::C8, extension(NID_ext_key_usage, "critical,timeStamping")),
    certified("certificate of an authority", Reason::C8, extension(NID_basic_constraints, "critical,CA:TRUE")),
    certified("certificate with something critical", Reason::C8, extension(NID_netscape_comment, "critical,x")),
    certified("certificate signed with SHA-1", Reason::C8, [](auto &spec) { spec.digest = EVP_sha1(); }),
    certified("certificate of no role", Reason::RoleMismatch, extension(NID_certificate_policies, "1.2.3.4")),
};

} // namespace

QList<Attack> cmsAttacks() { return kSpoiltAttacks + kRespelledAttacks + kCertifiedAttacks; }

} // namespace tenken::test
