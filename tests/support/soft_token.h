#pragma once

#include "signing/keys/authority.h"
#include "signing/keys/openssl_ptr.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLibrary>
#include <QProcess>
#include <QTemporaryDir>

#include <openssl/pem.h>

/// A token of SoftHSM2 in a folder of its own. SOFTHSM2_CONF points to it for this process and those that it starts.
namespace tenken::support {

class SoftToken {
public:
    static inline const QByteArray kPin = "1234";
    static inline const QString kLabel = QStringLiteral("点検");

    /// Empty when SoftHSM2 is not installed
    static QString module()
    {
        for (const QString &path : {QStringLiteral("/usr/lib/softhsm/libsofthsm2.so"),
                                    QStringLiteral("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so")}) {
            if (QLibrary::isLibrary(path) && QFileInfo::exists(path)) {
                return path;
            }
        }
        return {};
    }

    bool create() const
    {
        QDir(m_folder.path()).mkdir(QStringLiteral("tokens"));
        const QByteArray tokens = m_folder.filePath(QStringLiteral("tokens")).toUtf8();
        const bool configured =
            save(QStringLiteral("softhsm2.conf"), "directories.tokendir = " + tokens + "\nlog.level = ERROR\n");
        qputenv("SOFTHSM2_CONF", m_folder.filePath(QStringLiteral("softhsm2.conf")).toUtf8());
        return configured
            && runs(QStringLiteral("softhsm2-util"),
                    {QStringLiteral("--init-token"), QStringLiteral("--free"), QStringLiteral("--label"), kLabel,
                     QStringLiteral("--pin"), QString::fromLatin1(kPin), QStringLiteral("--so-pin"),
                     QStringLiteral("12345678")});
    }

    /// Key and certificate under one CKA_ID (hex); without the key when withKey is false
    bool put(const IssuedCertificate &issued, const QString &id, bool withKey = true) const
    {
        const BioPtr pem(BIO_new(BIO_s_mem()));
        PEM_write_bio_PKCS8PrivateKey(pem.get(), issued.key.handle(), nullptr, nullptr, 0, nullptr, nullptr);
        char *bytes = nullptr;
        const long length = BIO_get_mem_data(pem.get(), &bytes);
        const bool saved = save(QStringLiteral("key.pem"), QByteArray(bytes, length))
            && save(QStringLiteral("certificate.der"), issued.certificate.der());
        const QString pin = QString::fromLatin1(kPin);
        const bool imported = !withKey
            || runs(QStringLiteral("softhsm2-util"),
                    {QStringLiteral("--import"), m_folder.filePath(QStringLiteral("key.pem")),
                     QStringLiteral("--token"), kLabel, QStringLiteral("--label"), id, QStringLiteral("--id"), id,
                     QStringLiteral("--pin"), pin});
        return saved && imported
            && runs(QStringLiteral("pkcs11-tool"),
                    {QStringLiteral("--module"), module(), QStringLiteral("--token-label"), kLabel,
                     QStringLiteral("--login"), QStringLiteral("--pin"), pin, QStringLiteral("--type"),
                     QStringLiteral("cert"), QStringLiteral("--id"), id, QStringLiteral("--write-object"),
                     m_folder.filePath(QStringLiteral("certificate.der"))});
    }

private:
    bool save(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }
    static bool runs(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    }

    QTemporaryDir m_folder;
};

} // namespace tenken::support
