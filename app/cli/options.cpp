#include "cli/options.h"

#include "cli/prompt.h"
#include "workflow/files.h"
#include "workflow/key_source.h"
#include "workflow/program_data.h"
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

Option overlayOption()
{
    Option overlay = optional("overlay", "FILE");
    overlay.repeatable = true;
    return overlay;
}

QList<Option> trustOptions(bool trustRequired)
{
    Option trust = optional("trust", "CA.pem");
    trust.required = trustRequired;
    trust.repeatable = true;
    Option crl = optional("crl", "FILE");
    crl.repeatable = true;
    return {trust, crl, optional("roles", "FILE.csv"), flag("allow-rsa-2048")};
}

QList<Option> signerOptions()
{
    return {optional("key", "FILE.p12"),       optional("pkcs11-module", "LIBRARY"), optional("token", "LABEL"),
            optional("certificate", "SHA256"), optional("passphrase-file", "FILE"),  optional("signer-name", "NAME"),
            optional("signer-post", "POST")};
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

Result<SecretBytes> newPassphraseOf(const Arguments &arguments)
{
    Result<SecretBytes> passphrase = passphraseOf(arguments);
    if (passphrase && passphrase->isEmpty()) {
        return fail(ErrorCode::InvalidValue, QStringLiteral("--passphrase-file"));
    }
    return passphrase;
}

Result<QDate> dateOf(const Arguments &arguments, const QString &option)
{
    const QString typed = arguments.value(option);
    if (typed.isEmpty()) {
        return QDate();
    }
    const Result<EraTable> eras = ProgramData::eras();
    if (!eras) {
        return fail(eras);
    }
    const std::optional<QDate> date = eras->parseDate(typed);
    return date ? Result<QDate>(*date) : fail(ErrorCode::InvalidDate, typed);
}

Author authorOf(const Arguments &arguments)
{
    return {arguments.value(QStringLiteral("signer-name")), arguments.value(QStringLiteral("signer-post"))};
}

bool namesKey(const Arguments &arguments)
{
    return arguments.has(QStringLiteral("key")) || arguments.has(QStringLiteral("pkcs11-module"));
}

Result<std::unique_ptr<Signer>> signerOf(const Arguments &arguments)
{
    const bool isFile = arguments.has(QStringLiteral("key"));
    if (isFile == arguments.has(QStringLiteral("pkcs11-module"))) {
        return fail(ErrorCode::Usage, QStringLiteral("--key"));
    }
    for (const QString &option : {QStringLiteral("token"), QStringLiteral("certificate")}) {
        if (isFile && arguments.has(option)) {
            return fail(ErrorCode::Usage, QStringLiteral("--") + option);
        }
    }
    const KeySource source{arguments.value(QStringLiteral("key")), arguments.value(QStringLiteral("pkcs11-module")),
                           arguments.value(QStringLiteral("token")), arguments.value(QStringLiteral("certificate"))};
    const Result<SecretBytes> passphrase = passphraseOf(arguments);
    if (!passphrase) {
        return fail(passphrase);
    }
    return openKey(source, *passphrase);
}

} // namespace tenken::cli
