#pragma once

#include "core/inspection.h"
#include "signing/keys/secret.h"

namespace tenken {

/// The key that a person chose, and the name and post that they gave
struct SigningKey {
    QString file; ///< PKCS#12
    SecretBytes passphrase;
    Author author;
};

} // namespace tenken
