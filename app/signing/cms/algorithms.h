#pragma once

#include "signing/keys/certificate.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QCryptographicHash>

#include <optional>

namespace tenken {

using Digest = QCryptographicHash::Algorithm;

/// Object identifiers as DER contents
namespace oid {
inline constexpr QByteArrayView kData("\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01");
inline constexpr QByteArrayView kSignedData("\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02");
inline constexpr QByteArrayView kContentType("\x2a\x86\x48\x86\xf7\x0d\x01\x09\x03");
inline constexpr QByteArrayView kMessageDigest("\x2a\x86\x48\x86\xf7\x0d\x01\x09\x04");
inline constexpr QByteArrayView kTstInfo("\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x01\x04");
inline constexpr QByteArrayView kSigningCertificate("\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x02\x0c");
inline constexpr QByteArrayView kSigningCertificateV2("\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x02\x2f");
inline constexpr QByteArrayView kSignaturePolicy("\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x02\x0f");
inline constexpr QByteArrayView kCommitmentType("\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x02\x10");
inline constexpr QByteArrayView kSignatureTimestamp("\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x02\x0e");
} // namespace oid

/// SHA-256, 384 or 512 from an AlgorithmIdentifier in DER, parameters absent or NULL; nothing for any other
std::optional<Digest> digestFromIdentifier(QByteArrayView identifier);
/// Parameters absent (RFC 5754, 2)
QByteArray digestIdentifier(Digest digest);
/// sha…WithRSAEncryption with NULL or ecdsa-with-SHA… without parameters (RFC 5754, 3); empty for another key
QByteArray signatureIdentifier(KeyAlgorithm key, Digest digest);
/// As signatureIdentifier, or for RSA the key's own identifier, which older timestamp authorities write
bool fitsSignature(QByteArrayView identifier, KeyAlgorithm key, Digest digest);

/// RSA with at least so many bits, P-256, P-384
bool isStrong(const Certificate &certificate, int minimumRsaBits);
/// RSA PKCS#1 v1.5 or ECDSA, as the certificate's key says
bool verifySignature(const Certificate &certificate, Digest digest, QByteArrayView message, QByteArrayView signature);

} // namespace tenken
