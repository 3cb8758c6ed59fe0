#include "workflow/issue_certificates.h"

#include "exchange/csv_writer.h"
#include "exchange/json_fields.h"
#include "workflow/files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace tenken {

namespace {

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

Status writeSecretFile(const QString &path, const QByteArray &content)
{
    Status written = writeFile(path, content);
    if (written && !QFile::setPermissions(path, ownerOnly)) {
        return fail(ErrorCode::FileUnwritable, path);
    }
    return written;
}

QString commonNameOf(const Department &department, Role role)
{
    const QString duty = role == Role::Inspector ? QStringLiteral("点検者") : QStringLiteral("情報セキュリティ管理者");
    return QStringLiteral("%1 %2").arg(department.name, duty);
}

} // namespace

Result<IssuedCertificate> IssueCertificates::issueOne(const IssueRequest &request, const SecretBytes &passphrase,
                                                      const QString &file)
{
    if (!isIdentifier(request.department)) { // no submission could ever name it
        return fail(ErrorCode::InvalidValue, request.department);
    }
    Result<IssuedCertificate> issued = m_authority.issue(request);
    if (!issued) {
        return issued;
    }
    const Result<QByteArray> content = issued->toPkcs12(passphrase);
    if (!content) {
        return fail(content);
    }
    if (const Status written = writeSecretFile(file, *content); !written) {
        return fail(written);
    }
    return issued;
}

Result<IssueCertificates::Outcome> IssueCertificates::issueAll(const Organisation &organisation, const QString &folder,
                                                               const Progress &progress)
{
    if (!QDir().mkpath(folder)) {
        return fail(ErrorCode::FileUnwritable, folder);
    }
    Outcome outcome;
    outcome.passphraseFile = QDir(folder).filePath(QStringLiteral("passphrases.csv"));
    QList<QStringList> rows{{QStringLiteral("file"), QStringLiteral("department"), QStringLiteral("role"),
                             QStringLiteral("serial"), QStringLiteral("passphrase")}};
    const int total = static_cast<int>(organisation.units.size());
    Status stopped;
    for (int done = 0; done < total && stopped; ++done) {
        if (progress && !progress(done, total)) {
            stopped = fail(ErrorCode::Cancelled, folder);
            break;
        }
        const Department &department = organisation.units.at(done).department;
        for (const Role role : {Role::Inspector, Role::Approver}) {
            const QString file = QDir(folder).filePath(QStringLiteral("%1-%2.p12").arg(department.code, toCode(role)));
            const SecretBytes passphrase = randomPassphrase();
            const Result<IssuedCertificate> issued =
                issueOne({department.code, role, commonNameOf(department, role), {}, {}, AuthorityKey::EcP256},
                         passphrase, file);
            if (!issued) {
                stopped = fail(issued);
                break;
            }
            outcome.files << file;
            ++outcome.issued;
            rows << QStringList{QFileInfo(file).fileName(), department.code, toCode(role),
                                issued->certificate.serialHex(),
                                QString::fromUtf8(passphrase.data(), passphrase.size())};
        }
    }
    // Also after a stop: what was issued can be used only with the passphrases written here.
    const Status written = writeSecretFile(outcome.passphraseFile, writeCsv(rows));
    if (!stopped) {
        return fail(stopped);
    }
    if (!written) {
        return fail(written);
    }
    if (progress) {
        progress(total, total);
    }
    return outcome;
}

} // namespace tenken
