#include "cli/commands/authority_commands.h"

#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/tokyo_time.h"
#include "cli/written_file.h"
#include "exchange/organisation_reader.h"
#include "wording/diagnostic_words.h"
#include "workflow/files.h"
#include "workflow/issue_certificates.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace tenken::cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::cli::AuthorityCommands)
};

QString text(const Arguments &arguments, const char *name) { return arguments.value(QString::fromLatin1(name)); }

Result<Authority> openAuthority(const Session &session, const Arguments &arguments)
{
    const Result<SecretBytes> passphrase = passphraseOf(arguments, QStringLiteral("authority-passphrase-file"));
    if (!passphrase) {
        return fail(passphrase);
    }
    return Authority::open(text(arguments, "authority"), *passphrase, session.clock);
}

/// That time of the option's day in Tokyo, nothing when it was not given
Result<std::optional<QDateTime>> timeOf(const Arguments &arguments, const char *name, const QTime &time)
{
    if (!arguments.has(QString::fromLatin1(name))) {
        return std::optional<QDateTime>();
    }
    const Result<QDate> date = dateOf(arguments, QString::fromLatin1(name));
    if (!date || !date->isValid()) {
        return date ? fail(ErrorCode::InvalidDate, text(arguments, name)) : fail(date);
    }
    return std::optional(QDateTime(*date, time, Qt::OffsetFromUTC, 9 * 3600));
}

void tellIssued(const Session &session, const Certificate &certificate, const QString &file)
{
    session.console.say(Words::tr("Issued %1 (serial %2).").arg(file, certificate.serialHex()));
    if (session.console.isJson()) {
        session.console.document(QJsonObject{
            {QStringLiteral("file"), file},
            {QStringLiteral("serial"), certificate.serialHex()},
            {QStringLiteral("certificateSha256"), certificate.sha256Hex()},
            {QStringLiteral("notBefore"), tokyoIso(certificate.notBefore())},
            {QStringLiteral("notAfter"), tokyoIso(certificate.notAfter())},
        });
    }
}

int init(const Session &session, const Arguments &arguments)
{
    const Result<SecretBytes> passphrase = newPassphraseOf(arguments);
    if (!passphrase) {
        return session.console.fail(passphrase.error());
    }
    const QString algorithm = text(arguments, "algorithm");
    if (!algorithm.isEmpty() && algorithm != u"p256" && algorithm != u"rsa3072") {
        return session.console.fail({ErrorCode::InvalidValue, algorithm, {}});
    }
    const Result<Authority> authority =
        Authority::create(text(arguments, "out"), text(arguments, "name"), *passphrase,
                          algorithm == u"rsa3072" ? AuthorityKey::Rsa3072 : AuthorityKey::EcP256, session.clock);
    if (!authority) {
        return session.console.fail(authority.error());
    }
    tellIssued(session, authority->certificate(), text(arguments, "out") + QStringLiteral("/ca.pem"));
    return Done;
}

Result<IssueCertificates::Validity> validityOf(const Arguments &arguments)
{
    const auto notBefore = timeOf(arguments, "not-before", QTime(0, 0));
    const auto notAfter = timeOf(arguments, "not-after", QTime(23, 59, 59));
    if (!notBefore || !notAfter) {
        return notBefore ? fail(notAfter) : fail(notBefore);
    }
    return IssueCertificates::Validity{*notBefore, *notAfter};
}

int issueOne(const Session &session, const Arguments &arguments, Authority &authority)
{
    const std::optional<Role> role = roleFromCode(text(arguments, "role").toLower());
    if (!role) {
        return session.console.fail({ErrorCode::Usage, QStringLiteral("--role %1").arg(text(arguments, "role")), {}});
    }
    const Result<IssueCertificates::Validity> validity = validityOf(arguments);
    if (!validity) {
        return session.console.fail(validity.error());
    }
    const Result<SecretBytes> passphrase = newPassphraseOf(arguments);
    if (!passphrase) {
        return session.console.fail(passphrase.error());
    }
    const IssueRequest request{
        text(arguments, "department"), *role, text(arguments, "name"), validity->notBefore, validity->notAfter,
        AuthorityKey::EcP256};
    const Result<IssuedCertificate> issued =
        IssueCertificates(authority).issueOne(request, *passphrase, text(arguments, "out"));
    if (!issued) {
        return session.console.fail(issued.error());
    }
    tellIssued(session, issued->certificate, text(arguments, "out"));
    return Done;
}

int issueAll(const Session &session, const Arguments &arguments, Authority &authority)
{
    const QString path = text(arguments, "departments");
    constexpr qint64 largest = 16 << 20;
    const Result<QByteArray> content = readFile(path, largest);
    if (!content) {
        return session.console.fail(content.error());
    }
    const Reading<Organisation> organisation = readOrganisation(*content, path);
    if (!organisation) {
        return session.console.fail({ErrorCode::MalformedCsv, path, wording::located(organisation.problems.value(0))});
    }
    const Result<IssueCertificates::Validity> validity = validityOf(arguments);
    if (!validity) {
        return session.console.fail(validity.error());
    }
    const auto progress = [&](int done, int total) {
        session.console.warn(Words::tr("%1 of %2 departments").arg(done).arg(total));
        return true;
    };
    const Result<IssueCertificates::Outcome> outcome =
        IssueCertificates(authority).issueAll(*organisation.value, text(arguments, "out"), *validity, progress);
    if (!outcome) {
        return session.console.fail(outcome.error());
    }
    session.console.say(Words::tr("Issued %1 certificates. The passphrases are in %2.")
                            .arg(outcome->issued)
                            .arg(outcome->passphraseFile));
    if (session.console.isJson()) {
        session.console.document(QJsonObject{{QStringLiteral("issued"), outcome->issued},
                                             {QStringLiteral("passphrases"), outcome->passphraseFile}});
    }
    return Done;
}

int issue(const Session &session, const Arguments &arguments)
{
    const bool all = arguments.has(QStringLiteral("departments"));
    for (const char *name : {"department", "role", "name", "out"}) {
        const bool needed = !all || qstrcmp(name, "out") == 0;
        if (arguments.has(QString::fromLatin1(name)) != needed) {
            return session.console.fail({ErrorCode::Usage, QStringLiteral("--%1").arg(QLatin1String(name)), {}});
        }
    }
    Result<Authority> authority = openAuthority(session, arguments);
    if (!authority) {
        return session.console.fail(authority.error());
    }
    return all ? issueAll(session, arguments, *authority) : issueOne(session, arguments, *authority);
}

int tellNotRevoked(const Session &session, const Error &error, const QString &serial)
{
    if (error.code == ErrorCode::UnknownItem) {
        return session.console.fail({ErrorCode::InvalidValue, QStringLiteral("--serial %1").arg(serial), {}},
                                    Words::tr("The authority never issued a certificate %1.").arg(serial));
    }
    if (error.code == ErrorCode::AlreadyExists) {
        return session.console.fail(error, Words::tr("The certificate %1 is revoked already.").arg(serial));
    }
    return session.console.fail(error);
}

int revoke(const Session &session, const Arguments &arguments)
{
    Result<Authority> authority = openAuthority(session, arguments);
    if (!authority) {
        return session.console.fail(authority.error());
    }
    const QString serial = text(arguments, "serial").toLower();
    if (const Status revoked = authority->revoke(serial); !revoked) {
        return tellNotRevoked(session, revoked.error(), serial);
    }
    session.console.say(Words::tr("Revoked %1. The list of revoked certificates is renewed.").arg(serial));
    if (session.console.isJson()) {
        session.console.document(QJsonObject{{QStringLiteral("revoked"), serial}});
    }
    return Done;
}

int crl(const Session &session, const Arguments &arguments)
{
    Result<Authority> authority = openAuthority(session, arguments);
    if (!authority) {
        return session.console.fail(authority.error());
    }
    const Result<QByteArray> list = authority->crl();
    if (!list) {
        return session.console.fail(list.error());
    }
    return writeResult(session, *list, text(arguments, "out"));
}

} // namespace

QList<Command> authorityCommands()
{
    const QList<Option> opened{required("authority", "DIR"), optional("authority-passphrase-file", "FILE")};
    return {
        {QStringLiteral("authority init"),
         {},
         0,
         0,
         {required("out", "DIR"), required("name", "NAME"), optional("passphrase-file", "FILE"),
          optional("algorithm", "p256|rsa3072")},
         init},
        {QStringLiteral("authority issue"),
         {},
         0,
         0,
         opened
             + QList<Option>{optional("department", "CODE"), optional("role", "inspector|approver|auditor|division"),
                             optional("name", "NAME"), optional("passphrase-file", "FILE"), optional("out", "FILE|DIR"),
                             optional("departments", "ORG.csv"), optional("not-before", "DATE"),
                             optional("not-after", "DATE")},
         issue},
        {QStringLiteral("authority revoke"), {}, 0, 0, opened + QList<Option>{required("serial", "HEX")}, revoke},
        {QStringLiteral("authority crl"), {}, 0, 0, opened + QList<Option>{required("out", "FILE.crl")}, crl},
    };
}

} // namespace tenken::cli
