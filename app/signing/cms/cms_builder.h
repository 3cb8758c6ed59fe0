#pragma once

#include "signing/cms/timestamp.h"
#include "signing/keys/signer.h"

namespace tenken {

/// Room that a PDF reserves for one signature, in bytes before hex encoding
constexpr qsizetype kCmsReserve = 12 * 1024;

/// A detached CAdES baseline signature (RFC 5652, EN 319 122-1) over bytes whose SHA-256 is given: DER SignedData with
/// the signer's certificate and intermediates. With a timestamp authority the result is B-T: it stamps the signature
/// value. Errors: InvalidValue (digest of another length), CertificateWeak, SigningFailed, TimestampFailed, and the
/// signer's and the authority's own.
Result<QByteArray> buildSignature(const Signer &signer, const QByteArray &sha256Digest,
                                  const TimestampAuthority *timestamps = nullptr);

/// The same signature with a timestamp over its value: B-B becomes B-T. AlreadyExists when it has one; InvalidValue
/// when these bytes are not a signature that buildSignature made; TimestampFailed.
Result<QByteArray> addTimestamp(const QByteArray &cms, const TimestampAuthority &timestamps);

} // namespace tenken
