#include "cli/commands/timestamp_commands.h"

#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/verification_json.h"
#include "signing/cms/crl.h"
#include "workflow/documents/extend_document.h"
#include "workflow/documents/http_timestamp_authority.h"
#include "workflow/files.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace tenken::cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::cli::TimestampCommands)
};

constexpr qint64 largestPdf = 64 << 20;

/// By the name of the file, which the workflow does not know
int tellNotRaised(const Session &session, const Error &error, const QString &file)
{
    if (error.code == ErrorCode::MalformedPdf) {
        const bool isReason = reasonFromCode(error.detail).has_value(); // else the signer's own words
        return failRefused(session, {ErrorCode::NotAccepted, file, isReason ? error.detail : error.subject});
    }
    if (error.code == ErrorCode::AlreadyExists) {
        return session.console.fail({error.code, file, error.detail},
                                    Words::tr("%1 has its timestamp already. Nothing was written.").arg(file));
    }
    return session.console.fail(error);
}

int write(const Session &session, const Arguments &arguments, const Result<QByteArray> &pdf, const QString &level)
{
    if (!pdf) {
        return tellNotRaised(session, pdf.error(), arguments.positionals.first());
    }
    const QString out = arguments.value(QStringLiteral("out"));
    if (const Status written = writeFile(out, *pdf); !written) {
        return session.console.fail(written.error());
    }
    session.console.say(Words::tr("Wrote %1 (%2).").arg(out, level));
    if (session.console.isJson()) {
        session.console.document(QJsonObject{{QStringLiteral("file"), out}, {QStringLiteral("level"), level}});
    }
    return Done;
}

int timestamp(const Session &session, const Arguments &arguments)
{
    const Result<QByteArray> pdf = readFile(arguments.positionals.first(), largestPdf);
    if (!pdf) {
        return session.console.fail(pdf.error());
    }
    const HttpTimestampAuthority authority(QUrl(arguments.value(QStringLiteral("tsa"))));
    return write(session, arguments, ExtendDocument().timestamp(*pdf, authority), toCode(Level::BT));
}

int extend(const Session &session, const Arguments &arguments)
{
    const QString level = arguments.value(QStringLiteral("level"));
    const bool archive = level == toCode(Level::BLTA);
    if (!archive && level != toCode(Level::BLT)) {
        return session.console.fail({ErrorCode::Usage, QStringLiteral("--level %1").arg(level), {}});
    }
    if (archive && !arguments.has(QStringLiteral("tsa"))) {
        return session.console.fail({ErrorCode::Usage, QStringLiteral("--tsa"), {}});
    }
    const Result<QByteArray> pdf = readFile(arguments.positionals.first(), largestPdf);
    if (!pdf) {
        return session.console.fail(pdf.error());
    }
    QList<QByteArray> crls;
    for (const QString &path : arguments.values(QStringLiteral("crl"))) {
        constexpr qint64 largestCrl = 8 << 20;
        const Result<QByteArray> crl = readFile(path, largestCrl);
        if (!crl) {
            return session.console.fail(crl.error());
        }
        if (const Status usable = checkCrl(*crl); !usable) {
            return session.console.fail({usable.error().code, path, usable.error().detail});
        }
        crls << *crl;
    }
    const HttpTimestampAuthority authority(QUrl(arguments.value(QStringLiteral("tsa"))));
    return write(session, arguments,
                 archive ? ExtendDocument().toArchive(*pdf, crls, authority) : ExtendDocument().toLongTerm(*pdf, crls),
                 level);
}

} // namespace

QList<Command> timestampCommands()
{
    Option crl = optional("crl", "FILE");
    crl.repeatable = true;
    return {
        {QStringLiteral("timestamp"),
         QStringLiteral("FILE.pdf"),
         1,
         1,
         {required("tsa", "URL"), required("out", "FILE.pdf")},
         timestamp,
         true},
        {QStringLiteral("extend"),
         QStringLiteral("FILE.pdf"),
         1,
         1,
         {required("level", "B-LT|B-LTA"), optional("tsa", "URL"), crl, required("out", "FILE.pdf")},
         extend,
         true},
    };
}

} // namespace tenken::cli
