#pragma once

#include "core/result.h"
#include "signing/keys/pkcs11_api.h"
#include "signing/keys/secret.h"

#include <QByteArray>
#include <QLibrary>
#include <QList>

#include <memory>
#include <utility>

namespace tenken {

/// A loaded module, initialised until this is destroyed (unless somebody else in the process had initialised it)
class Pkcs11Library {
public:
    static Result<std::shared_ptr<Pkcs11Library>> load(const QString &path);
    ~Pkcs11Library();
    Pkcs11Library(const Pkcs11Library &) = delete;
    Pkcs11Library &operator=(const Pkcs11Library &) = delete;

    const pkcs11::FunctionList *operator->() const { return m_functions; }
    const QString &path() const { return m_path; }
    /// TokenFailed with the detail that Pkcs11Module promises
    [[nodiscard]] tl::unexpected<Error> failure(pkcs11::Rv rv) const;
    [[nodiscard]] tl::unexpected<Error> failure(const QString &detail) const;
    /// Slots with a token; no-token when there is none
    Result<QList<pkcs11::SlotId>> slotsWithToken() const;
    Result<QString> tokenLabel(pkcs11::SlotId slot) const;

private:
    explicit Pkcs11Library(const QString &path) : m_path(path), m_library(path) { }
    QString m_path;
    QLibrary m_library;
    const pkcs11::FunctionList *m_functions = nullptr;
    bool m_ours = false;
};

/// An open session; closing it logs out.
class Pkcs11Session {
public:
    static Result<std::unique_ptr<Pkcs11Session>> open(std::shared_ptr<Pkcs11Library> library, pkcs11::SlotId slot);
    ~Pkcs11Session();
    Pkcs11Session(const Pkcs11Session &) = delete;
    Pkcs11Session &operator=(const Pkcs11Session &) = delete;

    Status login(const SecretBytes &pin, pkcs11::Ulong userType = pkcs11::kUser) const;
    /// All objects of a class, with this CKA_ID unless it is null
    Result<QList<pkcs11::Object>> find(pkcs11::Ulong objectClass, const QByteArray &id = {}) const;
    /// Empty when the object has no such attribute; at most 64 KiB
    QByteArray attribute(pkcs11::Object object, pkcs11::Ulong type) const;
    /// pin: asked again by keys that want it for every signature (CKA_ALWAYS_AUTHENTICATE)
    Result<QByteArray> sign(pkcs11::Object key, pkcs11::Ulong mechanism, const QByteArray &input,
                            const SecretBytes &pin) const;

private:
    Pkcs11Session(std::shared_ptr<Pkcs11Library> library, pkcs11::Session session)
        : m_library(std::move(library)), m_session(session)
    { }
    std::shared_ptr<Pkcs11Library> m_library;
    pkcs11::Session m_session;
};

} // namespace tenken
