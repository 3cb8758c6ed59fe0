#pragma once

#include "signing/keys/authority.h"
#include "signing/keys/openssl_ptr.h"
#include "signing/keys/pkcs11_library.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLibrary>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <openssl/pem.h>

#include <iterator>

/// A token of SoftHSM2 in a folder of its own. SOFTHSM2_CONF points to it for this process and those that it starts.
namespace tenken::support {

class SoftToken {
public:
    static inline const QByteArray kPin = "1234";
    static inline const QString kLabel = QStringLiteral("点検");

    SoftToken()
    {
        QDir(m_folder.path()).mkdir(QStringLiteral("tokens"));
        const QByteArray tokens = m_folder.filePath(QStringLiteral("tokens")).toUtf8();
        save(QStringLiteral("softhsm2.conf"), "directories.tokendir = " + tokens + "\nlog.level = ERROR\n");
        qputenv("SOFTHSM2_CONF", m_folder.filePath(QStringLiteral("softhsm2.conf")).toUtf8());
    }

    /// Empty when SoftHSM2 is not installed. On Windows it lies beside its tool.
    static QString module()
    {
        const QDir besideTool = QFileInfo(QStandardPaths::findExecutable(QStringLiteral("softhsm2-util"))).dir();
        for (const QString &path : {QStringLiteral("/usr/lib/softhsm/libsofthsm2.so"),
                                    QStringLiteral("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
                                    besideTool.filePath(QStringLiteral("libsofthsm2.dll"))}) {
            if (QLibrary::isLibrary(path) && QFileInfo(path).isFile()) { // Wine shows Linux's file, too
                return path;
            }
        }
        return {};
    }

    /// By the module itself: on Windows its tool would not get a Japanese label as UTF-8.
    bool create() const
    {
        using namespace pkcs11;
        constexpr Ulong officer = 0;
        const QByteArray officersPin = "12345678";
        const auto library = Pkcs11Library::load(module());
        if (!library) {
            return false;
        }
        const Pkcs11Library &token = **library;
        const SlotId empty = token.slotsWithToken().value().first();
        const QByteArray label = kLabel.toUtf8().leftJustified(sizeof(TokenInfo::label), ' ');
        const auto initToken = reinterpret_cast<Rv (*)(SlotId, const Byte *, Ulong, const Byte *)>(token->initToken);
        const auto initPin = reinterpret_cast<Rv (*)(Session, const Byte *, Ulong)>(token->initPin);
        Session session = 0;
        return initToken(empty, bytes(officersPin), size(officersPin), bytes(label)) == kOk
            && open(token, officer, officersPin, &session) && initPin(session, bytes(kPin), size(kPin)) == kOk
            && token->closeSession(session) == kOk;
    }

    /// id: CKA_ID, hex
    bool putKey(const PrivateKey &key, const QString &id) const
    {
        const BioPtr pem(BIO_new(BIO_s_mem()));
        PEM_write_bio_PKCS8PrivateKey(pem.get(), key.handle(), nullptr, nullptr, 0, nullptr, nullptr);
        char *content = nullptr;
        const long length = BIO_get_mem_data(pem.get(), &content);
        const auto slot = tokensSlot();
        return slot && save(QStringLiteral("key.pem"), QByteArray(content, length))
            && QProcess::execute(QStringLiteral("softhsm2-util"),
                                 {QStringLiteral("--import"), m_folder.filePath(QStringLiteral("key.pem")),
                                  QStringLiteral("--slot"), QString::number(*slot), QStringLiteral("--label"), id,
                                  QStringLiteral("--id"), id, QStringLiteral("--pin"), QString::fromLatin1(kPin)})
            == 0;
    }

    /// As a public object
    bool putCertificate(const Certificate &certificate, const QString &id) const
    {
        using namespace pkcs11;
        const auto library = Pkcs11Library::load(module());
        Session session = 0;
        if (!library || !open(**library, kUser, kPin, &session)) {
            return false;
        }
        Ulong objectClass = kClassCertificate;
        Ulong type = kCertificateX509;
        Byte yes = 1;
        Byte no = 0;
        QByteArray value = certificate.der();
        QByteArray subject = certificate.subjectDer();
        QByteArray name = QByteArray::fromHex(id.toLatin1());
        Attribute attributes[]{{kClass, &objectClass, sizeof objectClass},
                               {kCertificateType, &type, sizeof type},
                               {kToken, &yes, 1},
                               {kPrivate, &no, 1},
                               {kValue, value.data(), size(value)},
                               {kSubject, subject.data(), size(subject)},
                               {kId, name.data(), size(name)}};
        Object object = 0;
        return (**library)->createObject(session, attributes, std::size(attributes), &object) == kOk
            && (**library)->closeSession(session) == kOk;
    }

    /// Key and certificate under one CKA_ID
    bool put(const IssuedCertificate &issued, const QString &id) const
    {
        return putKey(issued.key, id) && putCertificate(issued.certificate, id);
    }

private:
    static const pkcs11::Byte *bytes(const QByteArray &of)
    {
        return reinterpret_cast<const pkcs11::Byte *>(of.constData());
    }
    static pkcs11::Ulong size(const QByteArray &of) { return static_cast<pkcs11::Ulong>(of.size()); }

    static std::optional<pkcs11::SlotId> slotOf(const Pkcs11Library &library)
    {
        const QList<pkcs11::SlotId> present = library.slotsWithToken().value();
        for (const pkcs11::SlotId slot : present) {
            if (library.tokenLabel(slot).value() == kLabel) {
                return slot;
            }
        }
        return {};
    }
    static std::optional<pkcs11::SlotId> tokensSlot()
    {
        const auto library = Pkcs11Library::load(module());
        return library ? slotOf(**library) : std::nullopt;
    }
    static bool open(const Pkcs11Library &library, pkcs11::Ulong user, const QByteArray &pin, pkcs11::Session *session)
    {
        using namespace pkcs11;
        const auto slot = slotOf(library);
        return slot && library->openSession(*slot, kSerialSession | kReadWriteSession, nullptr, nullptr, session) == kOk
            && library->login(*session, user, bytes(pin), size(pin)) == kOk;
    }

    bool save(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }

    QTemporaryDir m_folder;
};

} // namespace tenken::support
