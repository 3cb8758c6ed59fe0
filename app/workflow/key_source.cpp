#include "workflow/key_source.h"

#include "signing/keys/pkcs11_signer.h"
#include "signing/keys/pkcs12_signer.h"

namespace tenken {

namespace {

bool isForSigning(const Certificate &certificate) { return certificate.allowsSigning() && !certificate.isAuthority(); }

bool fits(const TokenCertificate &offered, const KeySource &source)
{
    const bool isTheOne = source.certificateSha256.isEmpty()
        || source.certificateSha256.compare(offered.certificate.sha256Hex(), Qt::CaseInsensitive) == 0;
    return isTheOne && isForSigning(offered.certificate)
        && (source.token.isEmpty() || source.token == offered.tokenLabel);
}

} // namespace

Result<QList<TokenChoice>> signingCertificates(const QString &module)
{
    const Result<Pkcs11Module> loaded = Pkcs11Module::load(module);
    if (!loaded) {
        return fail(loaded);
    }
    const Result<QList<TokenCertificate>> offered = loaded->certificates();
    if (!offered) {
        return fail(offered);
    }
    QList<TokenChoice> choices;
    for (const TokenCertificate &one : *offered) {
        if (isForSigning(one.certificate)) {
            choices << TokenChoice{one.tokenLabel, one.certificate};
        }
    }
    return choices;
}

Result<std::unique_ptr<Signer>> openKey(const KeySource &source, const SecretBytes &secret)
{
    if (!source.file.isEmpty()) {
        return openPkcs12(source.file, secret);
    }
    const Result<Pkcs11Module> module = Pkcs11Module::load(source.module);
    if (!module) {
        return fail(module);
    }
    const Result<QList<TokenCertificate>> offered = module->certificates();
    if (!offered) {
        return fail(offered);
    }
    QList<TokenCertificate> fitting;
    for (const TokenCertificate &one : *offered) {
        if (fits(one, source)) {
            fitting << one;
        }
    }
    if (fitting.size() != 1) {
        return fail(ErrorCode::TokenFailed, source.module,
                    fitting.isEmpty() ? QStringLiteral("no-certificate") : QStringLiteral("several-certificates"));
    }
    return module->open(fitting.first(), secret);
}

} // namespace tenken
