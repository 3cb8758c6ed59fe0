#pragma once

#include "core/result.h"
#include "core/verification.h"

#include <QByteArray>
#include <QDateTime>

namespace tenken {

class HashedBytes;
struct TrustPolicy;

/// Judges one file by the closed profile of docs/verification-profile.md: rules S, A, B, C, D, V1–V4, J2, J4 and
/// the outer half of J3 (size and checksum). Bytes in, report out: never throws, never repairs, bounded in time and
/// memory. The meaning of the attachment (J1, J3, V5) is the workflow's.
SignatureReport verifyDocument(const QByteArray &pdf, const TrustPolicy &policy, const QDateTime &now);
/// The same for bytes whose own SHA-256 was or will be asked for
SignatureReport verifyDocument(HashedBytes &pdf, const TrustPolicy &policy, const QDateTime &now);

/// The attachment of a document whose construction and signatures' integrity hold; who signed does not matter.
/// MalformedPdf otherwise.
Result<QByteArray> extractAttachment(const QByteArray &pdf);

} // namespace tenken
