#include "cli/commands/verify_commands.h"

#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/verification_json.h"
#include "cli/written_file.h"
#include "storage/store.h"
#include "workflow/files.h"
#include "workflow/restore_submission.h"
#include "workflow/verify_submission.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace tenken::cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::cli::VerifyCommands)
};

constexpr qint64 largestPdf = 64 << 20;

int verify(const Session &session, const Arguments &arguments)
{
    const Result<TrustPolicy> trust = trustOf(arguments);
    if (!trust) {
        return session.console.fail(trust.error());
    }
    int worst = Done;
    std::optional<Error> unreadable;
    QJsonArray documents;
    constexpr qsizetype batch = 64; // bounds what lies in memory at once
    for (qsizetype at = 0; at < arguments.positionals.size(); at += batch) {
        for (const Result<VerifiedDocument> &document :
             verifyFiles(arguments.positionals.mid(at, batch), *trust, session.clock.now())) {
            if (!document) {
                unreadable = unreadable.value_or(document.error());
                continue;
            }
            worst = std::max<int>(worst, document->isAccepted() ? Done : Negative);
            documents << verificationJson(*document);
            session.console.say(verificationText(*document));
        }
    }
    if (unreadable) {
        return session.console.fail(*unreadable);
    }
    if (session.console.isJson()) {
        session.console.document(documents);
    }
    return worst;
}

int extract(const Session &session, const Arguments &arguments)
{
    const QString path = arguments.positionals.first();
    const Result<QByteArray> pdf = readFile(path, largestPdf);
    if (!pdf) {
        return session.console.fail(pdf.error());
    }
    const Result<QByteArray> attachment = attachmentOf(*pdf);
    if (!attachment) {
        return session.console.fail({ErrorCode::NotAccepted, path, attachment.error().detail});
    }
    return writeResult(session, *attachment, arguments.value(QStringLiteral("out")));
}

int restore(const Session &session, const Arguments &arguments)
{
    const QString path = arguments.positionals.first();
    const Result<QByteArray> pdf = readFile(path, largestPdf);
    if (!pdf) {
        return session.console.fail(pdf.error());
    }
    if (const Result<Submission> submission = submissionIn(*pdf, path); !submission) {
        return session.console.fail(submission.error()); // no store is made for it
    }
    auto store = Store::open(arguments.value(QStringLiteral("store")), session.clock);
    if (!store) {
        return session.console.fail(store.error());
    }
    const Result<Inspection> inspection = RestoreSubmission(**store).restore(*pdf, path);
    if (!inspection) {
        return session.console.fail(inspection.error());
    }
    const QString id = inspection->id.toString(QUuid::WithoutBraces);
    session.console.say(Words::tr("Restored inspection %1, revision %2.").arg(id).arg(inspection->revision));
    if (session.console.isJson()) {
        session.console.document(
            QJsonObject{{QStringLiteral("inspection"), id}, {QStringLiteral("revision"), inspection->revision}});
    }
    return Done;
}

} // namespace

QList<Command> verifyCommands()
{
    return {
        {QStringLiteral("verify"), QStringLiteral("FILE…"), 1, -1, trustOptions(true), verify},
        {QStringLiteral("extract"), QStringLiteral("FILE.pdf"), 1, 1, {optional("out", "FILE")}, extract},
        {QStringLiteral("restore"), QStringLiteral("FILE.pdf"), 1, 1, {required("store", "DB")}, restore},
    };
}

} // namespace tenken::cli
