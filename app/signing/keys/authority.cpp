#include "signing/keys/authority.h"

#include "core/fiscal_year.h"
#include "signing/keys/authority_record.h"
#include "signing/keys/certificate_profile.h"
#include "signing/keys/replaced_file.h"

#include <QDir>
#include <QLockFile>

#include <algorithm>

namespace tenken {

namespace {

constexpr int kRootYears = 20;
constexpr int kLeafYears = 6;
constexpr int kJapanOffset = 9 * 3600;
constexpr int kLockWait = 10'000; // ms
constexpr qsizetype kMaxName = 64; // RFC 5280, upper bounds of X.520 names
constexpr qsizetype kMaxKeyFile = 1024 * 1024;
const auto kRootCertificate = QStringLiteral("ca.pem");
const auto kRootKey = QStringLiteral("ca.p12");
const auto kRevocationList = QStringLiteral("ca.crl");
const QStringList kFiles{kRootCertificate, kRootKey, kRevocationList, AuthorityRecord::fileName()};
const auto kLock = QStringLiteral("authority.lock");

NewKey newKey(AuthorityKey algorithm) { return algorithm == AuthorityKey::Rsa3072 ? NewKey::Rsa3072 : NewKey::EcP256; }

/// Certificates know whole seconds
QDateTime wholeSeconds(const QDateTime &at)
{
    return QDateTime::fromSecsSinceEpoch(at.toSecsSinceEpoch(), Qt::OffsetFromUTC, kJapanOffset);
}

QDateTime defaultEnd(const QDateTime &notBefore)
{
    const int fiscalYear = FiscalYear::of(notBefore.toOffsetFromUtc(kJapanOffset).date()).startYear();
    return QDateTime(QDate(fiscalYear + kLeafYears, 3, 31), QTime(23, 59, 59), Qt::OffsetFromUTC, kJapanOffset);
}

bool isName(const QString &text)
{
    const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control; };
    return !text.trimmed().isEmpty() && text.toUcs4().size() <= kMaxName
        && std::none_of(text.cbegin(), text.cend(), isControl);
}

Result<std::unique_ptr<QLockFile>> lockFolder(const QString &folder)
{
    auto lock = std::make_unique<QLockFile>(QDir(folder).filePath(kLock));
    if (lock->tryLock(kLockWait))
        return lock;
    switch (lock->error()) {
    case QLockFile::LockFailedError:
        return fail(ErrorCode::StoreBusy, folder);
    case QLockFile::UnknownError: // its few bytes could not be written
        return fail(ErrorCode::DiskFull, folder);
    default:
        return fail(ErrorCode::FileUnwritable, folder);
    }
}

/// Counts the number up in the record before the list that bears it is written: no two lists share a number.
Result<QByteArray> renewCrl(const QDir &folder, AuthorityRecord record, const IssuedCertificate &root, int validDays,
                            const QDateTime &now)
{
    QList<RevokedSerial> revoked;
    for (const IssuedRecord &entry : record.certificates)
        if (entry.revokedAt.isValid())
            revoked.append({entry.serial, entry.revokedAt});
    ++record.crlNumber;
    const auto pem = makeCrl(revoked, record.crlNumber, now, now.addDays(validDays), root.certificate, root.key);
    if (!pem)
        return fail(pem);
    if (const auto saved = record.save(folder); !saved)
        return fail(saved);
    if (const auto written = replaceFile(folder.filePath(kRevocationList), *pem); !written)
        return fail(written);
    return *pem;
}

} // namespace

Result<QByteArray> IssuedCertificate::toPkcs12(const SecretBytes &passphrase, int iterations) const
{
    return writePkcs12(key, certificate, {}, passphrase, iterations);
}

std::unique_ptr<Signer> IssuedCertificate::toSigner() const { return std::make_unique<KeySigner>(key, certificate); }

Authority::Authority(QString folder, IssuedCertificate root, const Clock &clock)
    : m_folder(std::move(folder)), m_root(std::move(root)), m_clock(&clock)
{ }

Result<Authority> Authority::create(const QString &folder, const QString &name, const SecretBytes &passphrase,
                                    AuthorityKey algorithm, const Clock &clock, int iterations)
{
    if (!isName(name))
        return fail(ErrorCode::InvalidValue, name);
    const bool isNew = !QDir(folder).exists();
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::FileUnwritable, folder);
    auto made = createIn(QDir(folder), name, passphrase, algorithm, clock, iterations);
    if (!made && isNew)
        QDir().rmdir(folder);
    return made;
}

Result<Authority> Authority::createIn(QDir dir, const QString &name, const SecretBytes &passphrase,
                                      AuthorityKey algorithm, const Clock &clock, int iterations)
{
    const auto lock = lockFolder(dir.path());
    if (!lock)
        return fail(lock);
    for (const QString &file : kFiles)
        if (dir.exists(file))
            return fail(ErrorCode::AlreadyExists, dir.filePath(file));
    auto made = make(dir, name, passphrase, algorithm, clock, iterations);
    if (!made) // half an authority would be in the way of the next attempt
        for (const QString &file : kFiles)
            dir.remove(file);
    return made;
}

Result<Authority> Authority::make(const QDir &dir, const QString &name, const SecretBytes &passphrase,
                                  AuthorityKey algorithm, const Clock &clock, int iterations)
{
    const auto key = PrivateKey::generate(newKey(algorithm));
    if (!key)
        return fail(key);
    const QDateTime now = wholeSeconds(clock.now());
    const auto certificate = makeRootCertificate(*key, name, now, now.addYears(kRootYears));
    if (!certificate)
        return fail(certificate);
    IssuedCertificate root{*certificate, *key};
    const auto pkcs12 = root.toPkcs12(passphrase, iterations);
    if (!pkcs12)
        return fail(pkcs12);
    if (const auto list = renewCrl(dir, {}, root, kCrlDays, now); !list)
        return fail(list);
    if (const auto saved = replaceFile(dir.filePath(kRootKey), *pkcs12, ReadableBy::OwnerOnly); !saved)
        return fail(saved);
    if (const auto saved = replaceFile(dir.filePath(kRootCertificate), certificate->pem()); !saved)
        return fail(saved);
    return Authority(dir.path(), std::move(root), clock);
}

Result<Authority> Authority::open(const QString &folder, const SecretBytes &passphrase, const Clock &clock)
{
    const QString path = QDir(folder).filePath(kRootKey);
    const auto content = readAuthorityFile(path, kMaxKeyFile);
    if (!content)
        return fail(content);
    const auto signer = readPkcs12(*content, passphrase, path);
    if (!signer)
        return fail(signer);
    if (!(*signer)->certificate().isAuthority())
        return fail(ErrorCode::KeyUnreadable, path, QStringLiteral("not an authority's key"));
    return Authority(folder, IssuedCertificate{(*signer)->certificate(), (*signer)->key()}, clock);
}

Result<IssuedCertificate> Authority::issue(const IssueRequest &request)
{
    if (!isName(request.name) || !isName(request.department))
        return fail(ErrorCode::InvalidValue, isName(request.name) ? request.department : request.name);
    const QDateTime now = wholeSeconds(m_clock->now());
    const QDateTime notBefore = wholeSeconds(request.notBefore.value_or(now));
    const QDateTime notAfter = wholeSeconds(request.notAfter.value_or(defaultEnd(notBefore)));
    if (notAfter <= notBefore || notAfter > certificate().notAfter())
        return fail(ErrorCode::InvalidValue, toIso(notAfter));
    const auto key = PrivateKey::generate(newKey(request.algorithm));
    if (!key)
        return fail(key);
    const auto made = makeLeafCertificate(*key, request, notBefore, notAfter, certificate(), m_root.key);
    if (!made)
        return fail(made);

    // Recorded before it is handed out: nothing exists that cannot be revoked.
    const auto lock = lockFolder(m_folder);
    if (!lock)
        return fail(lock);
    auto record = AuthorityRecord::load(QDir(m_folder));
    if (!record)
        return fail(record);
    record->certificates.append(
        {made->serialHex(), request.role, request.department, request.name, notBefore, notAfter, now, QDateTime()});
    if (const auto saved = record->save(QDir(m_folder)); !saved)
        return fail(saved);
    return IssuedCertificate{*made, *key};
}

Status Authority::revoke(const QString &serialHex)
{
    const auto lock = lockFolder(m_folder);
    if (!lock)
        return fail(lock);
    auto record = AuthorityRecord::load(QDir(m_folder));
    if (!record)
        return fail(record);
    const QString serial = serialHex.toLower();
    const auto entry = std::find_if(record->certificates.begin(), record->certificates.end(),
                                    [&serial](const IssuedRecord &issued) { return issued.serial == serial; });
    if (entry == record->certificates.end())
        return fail(ErrorCode::UnknownItem, serialHex);
    if (entry->revokedAt.isValid())
        return fail(ErrorCode::AlreadyExists, serialHex);
    const QDateTime now = wholeSeconds(m_clock->now());
    entry->revokedAt = now;
    const auto renewed = renewCrl(QDir(m_folder), *record, m_root, kCrlDays, now);
    if (!renewed)
        return fail(renewed);
    return {};
}

Result<QByteArray> Authority::crl(int validDays)
{
    if (validDays < 1)
        return fail(ErrorCode::InvalidValue, QString::number(validDays));
    const auto lock = lockFolder(m_folder);
    if (!lock)
        return fail(lock);
    const auto record = AuthorityRecord::load(QDir(m_folder));
    if (!record)
        return fail(record);
    return renewCrl(QDir(m_folder), *record, m_root, validDays, wholeSeconds(m_clock->now()));
}

Result<QList<IssuedRecord>> Authority::issued() const
{
    const auto record = AuthorityRecord::load(QDir(m_folder));
    if (!record)
        return fail(record);
    return record->certificates;
}

} // namespace tenken
