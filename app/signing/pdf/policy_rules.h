#pragma once

#include "signing/keys/certificate.h"
#include "signing/pdf/byte_range_rules.h"
#include "signing/pdf/document_content.h"

#include <QList>

#include <optional>

namespace tenken {

/// A person's signature (no document timestamp) with what its certificate says
struct SignedField {
    QByteArray field;
    std::optional<Role> role;
    std::optional<Certificate> signer;
};

/// V1–V4 and their names: required signer present, role fits the field, order kept, two persons (different key and
/// different subject). In order of signing; V5 needs the data and is the workflow's.
QList<Reason> checkPolicy(const DocumentContent &content, const QList<SignedField> &signatures);

} // namespace tenken
