#include "workflow/issue_certificates.h"

#include "exchange/csv_reader.h"
#include "exchange/csv_writer.h"
#include "exchange/json_fields.h"
#include "wording/diagnostic_words.h"
#include "workflow/files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <utility>

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

/// passphrases.csv. The rows of keys that are not issued again stay: nobody else knows their passphrases.
class PassphraseTable {
public:
    static Result<PassphraseTable> read(const QString &path)
    {
        PassphraseTable table(path);
        if (!QFileInfo::exists(path)) {
            return table;
        }
        const Result<QByteArray> content = readFile(path, CsvLimits().bytes);
        if (!content) {
            return fail(content);
        }
        const Reading<CsvTable> csv = readCsv(*content, path);
        const QList<Diagnostic> problems = csv ? csv.value->missingColumns(columns()) : csv.problems;
        if (!problems.isEmpty()) {
            return fail(ErrorCode::MalformedCsv, path, wording::located(problems.first()));
        }
        for (const CsvRow &row : csv.value->rows) {
            QStringList fields;
            for (const QString &column : columns()) {
                fields << csv.value->text(row, column);
            }
            table.m_rows << fields;
        }
        return table;
    }
    /// Row and key, the row first: whatever stops this run, no key lies here that nobody can open.
    Status keep(const QStringList &row, const QString &file, const QByteArray &pkcs12)
    {
        const PassphraseTable before = *this;
        m_rows.removeIf([&](const QStringList &other) { return other.first() == row.first(); });
        m_rows << row;
        Status kept = write();
        if (kept) {
            kept = writeSecretFile(file, pkcs12);
        }
        if (!kept) {
            *this = before;
            (void)write(); // an earlier key may still lie there; what went wrong is told already
        }
        return kept;
    }
    Status write() const { return writeSecretFile(m_path, writeCsv(QList<QStringList>{columns()} + m_rows)); }

private:
    explicit PassphraseTable(QString path) : m_path(std::move(path)) { }
    static QStringList columns()
    {
        return {QStringLiteral("file"), QStringLiteral("department"), QStringLiteral("role"), QStringLiteral("serial"),
                QStringLiteral("passphrase")};
    }

    QString m_path;
    QList<QStringList> m_rows;
};

QString commonNameOf(const Department &department, Role role)
{
    const QString duty = role == Role::Inspector ? QStringLiteral("点検者") : QStringLiteral("情報セキュリティ管理者");
    return QStringLiteral("%1 %2").arg(department.name, duty);
}

} // namespace

Result<IssueCertificates::Made> IssueCertificates::make(const IssueRequest &request, const SecretBytes &passphrase)
{
    if (!isIdentifier(request.department)) { // no submission could ever name it
        return fail(ErrorCode::InvalidValue, request.department);
    }
    Result<IssuedCertificate> issued = m_authority.issue(request);
    if (!issued) {
        return fail(issued);
    }
    Result<QByteArray> content = issued->toPkcs12(passphrase);
    if (!content) {
        return fail(content);
    }
    return Made{*std::move(issued), *std::move(content)};
}

Result<IssuedCertificate> IssueCertificates::issueOne(const IssueRequest &request, const SecretBytes &passphrase,
                                                      const QString &file)
{
    Result<Made> made = make(request, passphrase);
    if (!made) {
        return fail(made);
    }
    if (const Status written = writeSecretFile(file, made->pkcs12); !written) {
        return fail(written);
    }
    return std::move(made->issued);
}

Result<IssueCertificates::Outcome> IssueCertificates::issueAll(const Organisation &organisation, const QString &folder,
                                                               const Validity &validity, const Progress &progress)
{
    if (!QDir().mkpath(folder)) {
        return fail(ErrorCode::FileUnwritable, folder);
    }
    Outcome outcome;
    outcome.passphraseFile = QDir(folder).filePath(QStringLiteral("passphrases.csv"));
    Result<PassphraseTable> table = PassphraseTable::read(outcome.passphraseFile);
    if (!table) {
        return fail(table);
    }
    if (const Status writable = table->write(); !writable) {
        return fail(writable);
    }
    const int total = static_cast<int>(organisation.units.size());
    for (int done = 0; done < total; ++done) {
        if (progress && !progress(done, total)) {
            return fail(ErrorCode::Cancelled, folder);
        }
        const Department &department = organisation.units.at(done).department;
        for (const Role role : {Role::Inspector, Role::Approver}) {
            const QString file = QDir(folder).filePath(QStringLiteral("%1-%2.p12").arg(department.code, toCode(role)));
            const SecretBytes passphrase = randomPassphrase();
            const Result<Made> made = make({department.code, role, commonNameOf(department, role), validity.notBefore,
                                            validity.notAfter, AuthorityKey::EcP256},
                                           passphrase);
            if (!made) {
                return fail(made);
            }
            const QStringList row{QFileInfo(file).fileName(), department.code, toCode(role),
                                  made->issued.certificate.serialHex(),
                                  QString::fromUtf8(passphrase.data(), passphrase.size())};
            if (const Status kept = table->keep(row, file, made->pkcs12); !kept) {
                return fail(kept);
            }
            outcome.files << file;
            ++outcome.issued;
        }
    }
    if (progress) {
        progress(total, total);
    }
    return outcome;
}

} // namespace tenken
