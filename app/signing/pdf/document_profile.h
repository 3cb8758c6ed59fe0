#pragma once

#include "core/verification.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>

namespace tenken {

/// Version of the PDF construction; stands in /Producer as "Tenken PDF 1". A reader refuses a higher one.
inline constexpr int kDocumentProfile = 1;
/// Name of the hidden field that only a document timestamp fills (ETSI EN 319 142-1, 5.4.3)
inline constexpr QByteArrayView kArchiveField = "archive";

/// The constant name of the one attachment: submission.json, receipt.json, …
QByteArray attachmentName(DocumentKind kind);
std::optional<DocumentKind> documentKindFromAttachment(QByteArrayView name);

/// The sets of signature fields that a document of this kind may have, in signing order. Only a return has a
/// choice: the approver's or the division's.
QList<QList<Role>> fieldSets(DocumentKind kind);

/// /Reason of a signature: a constant, so that no signer can put own words there. onBehalf (代決) has a constant of its
/// own for the approver of a submission and changes nothing elsewhere.
QString signingReason(DocumentKind kind, Role role, bool onBehalf = false);
/// Whether a signature says that it was given for another; nothing when the text is none of our constants
std::optional<bool> isOnBehalf(DocumentKind kind, Role role, const QString &reason);

/// Whether /Name may say this: whole characters, none that control or turn text round, at most 200
bool isSignerName(const QString &text);

/// What every page says about the data: /Tenken <</SHA256 (…)>> BDC
QByteArray pageMark(QByteArrayView sha256Hex);
QByteArray pageMarkEnd();

} // namespace tenken
