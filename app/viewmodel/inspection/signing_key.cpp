#include "viewmodel/inspection/signing_key.h"

#include "signing/keys/pkcs11_signer.h"
#include "signing/keys/pkcs12_signer.h"
#include "signing/keys/system_store.h"

namespace tenken {

namespace {

Result<std::unique_ptr<Signer>> openToken(const SigningKey &key)
{
    const Result<Pkcs11Module> module = Pkcs11Module::load(key.file);
    if (!module) {
        return fail(module);
    }
    const Result<QList<TokenCertificate>> certificates = module->certificates();
    if (!certificates) {
        return fail(certificates);
    }
    for (const TokenCertificate &one : *certificates) {
        if (one.certificate.sha256Hex() == key.certificate) {
            return module->open(one, key.passphrase);
        }
    }
    return fail(ErrorCode::TokenFailed, key.file, QStringLiteral("key-missing"));
}

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
    switch (key.source) {
    case KeySource::File:
        return openPkcs12(key.file, key.passphrase);
    case KeySource::Token:
        return openToken(key);
    case KeySource::System:
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
    const Result<Pkcs11Module> loaded = Pkcs11Module::load(module);
    if (!loaded) {
        return fail(loaded);
    }
    const Result<QList<TokenCertificate>> certificates = loaded->certificates();
    if (!certificates) {
        return fail(certificates);
    }
    QList<KeyFacts> keys;
    for (const TokenCertificate &one : *certificates) {
        if (one.certificate.allowsSigning() && !one.certificate.isAuthority()) {
            KeyFacts facts = factsOf(one.certificate);
            facts.token = one.tokenLabel;
            keys << facts;
        }
    }
    return keys;
}

} // namespace tenken
