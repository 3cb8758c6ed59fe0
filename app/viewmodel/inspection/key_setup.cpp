#include "viewmodel/inspection/key_setup.h"

#include "signing/keys/authority.h"
#include "viewmodel/shell/background.h"
#include "workflow/files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace tenken {

namespace {

constexpr qint64 largestKey = 1 << 20;

/// A free name for this content; the file that is there when it holds the same
QString nameFor(const QDir &folder, const QString &wanted, const QByteArray &content)
{
    const QFileInfo info(wanted);
    QString path = folder.filePath(info.fileName());
    for (int number = 2; QFileInfo::exists(path); ++number) {
        const Result<QByteArray> there = readFile(path, largestKey);
        if (there && *there == content) {
            break;
        }
        path = folder.filePath(QStringLiteral("%1-%2.%3").arg(info.completeBaseName()).arg(number).arg(info.suffix()));
    }
    return path;
}

Status writePrivately(const QString &path, const QByteArray &content)
{
    if (const Status written = writeFile(path, content); !written) {
        return written;
    }
    return QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner)
        ? Status()
        : Status(fail(ErrorCode::FileUnwritable, path));
}

Result<Authority> ownAuthority(const QString &folder, const OwnKeyOrder &order, const Clock &clock)
{
    return QFileInfo::exists(QDir(folder).filePath(QStringLiteral("ca.p12")))
        ? Authority::open(folder, order.passphrase, clock)
        : Authority::create(folder, order.name, order.passphrase, AuthorityKey::EcP256, clock);
}

} // namespace

KeySetup::KeySetup(Desk &desk, Settings &settings, QObject *parent)
    : QObject(parent), m_desk(desk), m_settings(settings)
{ }

QString KeySetup::folder() const
{
    return QFileInfo(m_desk.store().path()).absoluteDir().filePath(QStringLiteral("keys"));
}

Result<KeySetup::Made> KeySetup::copyKey(const QString &folder, const QString &file, const SecretBytes &passphrase)
{
    const Result<QByteArray> content = readFile(file, largestKey);
    if (!content) {
        return fail(content);
    }
    const Result<std::unique_ptr<KeySigner>> signer = readPkcs12(*content, passphrase, file);
    if (!signer) {
        return fail(signer);
    }
    if (!QDir().mkpath(folder)) {
        return fail(ErrorCode::FileUnwritable, folder);
    }
    const QString path = nameFor(QDir(folder), file, *content);
    if (const Status written = writePrivately(path, *content); !written) {
        return fail(written);
    }
    return Made{path, {}, factsOf((*signer)->certificate())};
}

Result<KeySetup::Made> KeySetup::issueKey(const QString &folder, const OwnKeyOrder &order, const Clock &clock)
{
    const QString home = QDir(folder).filePath(QStringLiteral("own-authority"));
    if (!QDir().mkpath(home)) {
        return fail(ErrorCode::FileUnwritable, home);
    }
    Result<Authority> authority = ownAuthority(home, order, clock);
    if (!authority) {
        return fail(authority);
    }
    IssueRequest request;
    request.department = order.department;
    request.role = order.role;
    request.name = order.name;
    const Result<IssuedCertificate> issued = authority->issue(request);
    if (!issued) {
        return fail(issued);
    }
    const Result<QByteArray> content = issued->toPkcs12(order.passphrase);
    if (!content) {
        return fail(content);
    }
    const QString wanted = QStringLiteral("%1-%2.p12").arg(order.department, toCode(order.role));
    const QString path = nameFor(QDir(folder), wanted, *content);
    if (const Status written = writePrivately(path, *content); !written) {
        return fail(written);
    }
    return Made{path, QDir(home).filePath(QStringLiteral("ca.pem")), factsOf(issued->certificate)};
}

void KeySetup::begin()
{
    m_busy = true;
    Q_EMIT busyChanged();
}

void KeySetup::takeOver(const QString &file, const SecretBytes &passphrase)
{
    begin();
    runInBackground(
        this, [folder = folder(), file, passphrase] { return copyKey(folder, file, passphrase); },
        [this](const Result<Made> &made) { finish(made); });
}

void KeySetup::makeOwn(const OwnKeyOrder &order)
{
    begin();
    runInBackground(
        this, [folder = folder(), order, &clock = m_desk.clock()] { return issueKey(folder, order, clock); },
        [this](const Result<Made> &made) { finish(made); });
}

void KeySetup::finish(const Result<Made> &made)
{
    m_busy = false;
    Q_EMIT busyChanged();
    if (!made) {
        Q_EMIT failed(made.error());
        return;
    }
    m_settings.set(QStringLiteral("keyFile"), made->file);
    const QStringList anchors = m_settings.trustAnchors();
    if (!made->anchor.isEmpty() && !anchors.contains(made->anchor)) {
        m_settings.set(QStringLiteral("trustAnchors"), anchors + QStringList{made->anchor});
    }
    Q_EMIT ready(made->file, made->facts);
}

} // namespace tenken
