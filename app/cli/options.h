#pragma once

#include "cli/command.h"
#include "core/inspection.h"
#include "signing/cms/trust_policy.h"
#include "signing/keys/secret.h"
#include "signing/keys/signer.h"

#include <QDate>

#include <memory>

namespace tenken::cli {

/// --name VALUE, not needed
Option optional(const char *name, const char *value);
/// --name VALUE, needed
Option required(const char *name, const char *value);
/// A switch
Option flag(const char *name);
/// --overlay, any number of them
Option overlayOption();
/// --trust --crl --roles --allow-rsa-2048
QList<Option> trustOptions(bool trustRequired);
/// --key, or --pkcs11-module --token --certificate; --passphrase-file --signer-name --signer-post
QList<Option> signerOptions();

Result<TrustPolicy> trustOf(const Arguments &arguments);
/// From the file that --<option> names, or from a prompt on the terminal; never from an argument
Result<SecretBytes> passphraseOf(const Arguments &arguments, const QString &option = QStringLiteral("passphrase-file"));
/// The same for a key that is made now: an empty one would protect nothing
Result<SecretBytes> newPassphraseOf(const Arguments &arguments);
/// The day that --<option> names, as 2026-09-30 or R8.9.30; an invalid one when it is not given
Result<QDate> dateOf(const Arguments &arguments, const QString &option);
/// --signer-name --signer-post
Author authorOf(const Arguments &arguments);
/// Whether one is named
bool namesKey(const Arguments &arguments);
/// Opens the one key that is named, with its passphrase or PIN; Usage when it is none, or two
Result<std::unique_ptr<Signer>> signerOf(const Arguments &arguments);

} // namespace tenken::cli
