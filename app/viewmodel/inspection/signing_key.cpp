#include "viewmodel/inspection/signing_key.h"

#include "signing/keys/system_store.h"
#include "workflow/key_source.h"

namespace tenken {

namespace {

Result<std::unique_ptr<Signer>> openFromSystem(const SigningKey &key)
{
    const SystemStore store;
    const Result<QList<Certificate>> certificates = store.certificates();
    if (!certificates) {
        return fail(certificates);
    }
    for (const Certificate &one : *certificates) {
        if (one.sha256Hex() == key.certificate) {
            return store.open(one);
        }
    }
    return fail(ErrorCode::TokenFailed, {}, QStringLiteral("key-missing"));
}

} // namespace

bool hasSystemStore() { return SystemStore::isSupported(); }

KeyFacts factsOf(const Certificate &certificate)
{
    return {certificate.sha256Hex(),
            certificate.commonName(),
            certificate.organisationalUnit(),
            certificate.role(),
            certificate.issuerName(),
            certificate.notAfter(),
            {}};
}

Result<std::unique_ptr<Signer>> openKey(const SigningKey &key)
{
    switch (key.place) {
    case KeyPlace::File:
        return openKey(KeySource{key.file, {}, {}, {}}, key.passphrase);
    case KeyPlace::Token:
        return openKey(KeySource{{}, key.file, {}, key.certificate}, key.passphrase);
    case KeyPlace::System:
        return openFromSystem(key);
    }
    Q_UNREACHABLE();
}

Result<QList<KeyFacts>> keysInSystemStore()
{
    const Result<QList<Certificate>> certificates = SystemStore().certificates();
    if (!certificates) {
        return fail(certificates);
    }
    QList<KeyFacts> keys;
    for (const Certificate &one : *certificates) {
        keys << factsOf(one);
    }
    return keys;
}

Result<QList<KeyFacts>> keysOnTokens(const QString &module)
{
    const Result<QList<TokenChoice>> choices = signingCertificates(module);
    if (!choices) {
        return fail(choices);
    }
    QList<KeyFacts> keys;
    for (const TokenChoice &one : *choices) {
        KeyFacts facts = factsOf(one.certificate);
        facts.token = one.token;
        keys << facts;
    }
    return keys;
}

} // namespace tenken
