#include "cli/options.h"

#include "cli/prompt.h"
#include "signing/keys/pkcs12_signer.h"
#include "workflow/files.h"
#include "workflow/trust_files.h"

namespace tenken::cli {

Option optional(const char *name, const char *value)
{
    return {QString::fromLatin1(name), QString::fromLatin1(value), false, false};
}

Option required(const char *name, const char *value)
{
    return {QString::fromLatin1(name), QString::fromLatin1(value), true, false};
}

Option flag(const char *name) { return {QString::fromLatin1(name), {}, false, false}; }

QList<Option> trustOptions(bool trustRequired)
{
    Option trust = optional("trust", "CA.pem");
    trust.required = trustRequired;
    trust.repeatable = true;
    Option crl = optional("crl", "FILE");
    crl.repeatable = true;
    return {trust, crl, optional("roles", "FILE.csv"), flag("allow-rsa-2048")};
}

QList<Option> signerOptions(bool keyRequired)
{
    Option key = optional("key", "FILE.p12");
    key.required = keyRequired;
    return {key, optional("passphrase-file", "FILE"), optional("signer-name", "NAME"), optional("signer-post", "POST")};
}

Result<TrustPolicy> trustOf(const Arguments &arguments)
{
    TrustFiles files;
    files.anchors = arguments.values(QStringLiteral("trust"));
    files.crls = arguments.values(QStringLiteral("crl"));
    files.roles = arguments.value(QStringLiteral("roles"));
    files.allowRsa2048 = arguments.has(QStringLiteral("allow-rsa-2048"));
    return loadTrust(files);
}

Result<SecretBytes> passphraseOf(const Arguments &arguments, const QString &option)
{
    if (arguments.has(option)) {
        Result<QByteArray> content = readPassphrase(arguments.value(option));
        if (!content) {
            return fail(content);
        }
        SecretBytes secret(*content);
        content->fill('\0');
        return secret;
    }
    return promptForPassphrase(option);
}

Author authorOf(const Arguments &arguments)
{
    return {arguments.value(QStringLiteral("signer-name")), arguments.value(QStringLiteral("signer-post"))};
}

Result<std::unique_ptr<Signer>> signerOf(const Arguments &arguments)
{
    const Result<SecretBytes> passphrase = passphraseOf(arguments);
    if (!passphrase) {
        return fail(passphrase);
    }
    return openPkcs12(arguments.value(QStringLiteral("key")), *passphrase);
}

} // namespace tenken::cli
