#include "cli/commands/verify_commands.h"

#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/verification_json.h"
#include "cli/written_file.h"
#include "storage/store.h"
#include "wording/placeholders.h"
#include "workflow/documents/restore_submission.h"
#include "workflow/documents/verify_submission.h"
#include "workflow/files.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace tenken::cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::cli::VerifyCommands)
};

constexpr qint64 largestPdf = 64 << 20;

/// What is told of one file. The document itself, with all its answers, is not kept.
struct Told {
    std::optional<Error> error;
    bool accepted = false;
    QJsonObject json;
    QString text;
};

Told told(const Result<VerifiedDocument> &document)
{
    if (!document) {
        return {document.error(), false, {}, {}};
    }
    return {{}, document->isAccepted(), verificationJson(*document), verificationText(*document)};
}

int verify(const Session &session, const Arguments &arguments)
{
    const Result<TrustPolicy> trust = trustOf(arguments);
    if (!trust) {
        return session.console.fail(trust.error());
    }
    int worst = Done;
    std::optional<Error> unreadable;
    QJsonArray documents;
    const QFuture<Told> files = verifyFiles(arguments.positionals, *trust, session.clock.now(), told);
    for (int i = 0; i < static_cast<int>(arguments.positionals.size()); ++i) {
        const Told file = files.resultAt(i); // waits for it; the others go on
        if (file.error) {
            unreadable = unreadable.value_or(*file.error);
            continue;
        }
        worst = std::max<int>(worst, file.accepted ? Done : Negative);
        documents << file.json;
        session.console.say(file.text);
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
        return failRefused(session, {ErrorCode::NotAccepted, path, attachment.error().detail});
    }
    return writeResult(session, *attachment, arguments.value(QStringLiteral("out")));
}

int tellNotRestored(const Session &session, const Error &error)
{
    if (error.code == ErrorCode::NotAccepted && error.detail == u"submission.json") {
        return session.console.fail(error,
                                    Words::tr("%1 is no PDF of a submission that this version can read, so there is "
                                              "nothing to restore.")
                                        .arg(wording::shownArgument(error.subject)));
    }
    return failRefused(session, error);
}

int restore(const Session &session, const Arguments &arguments)
{
    const QString path = arguments.positionals.first();
    const Result<QByteArray> pdf = readFile(path, largestPdf);
    if (!pdf) {
        return session.console.fail(pdf.error());
    }
    const Result<Submission> submission = submissionIn(*pdf, path);
    if (!submission) {
        return tellNotRestored(session, submission.error()); // no store is made for it
    }
    auto store = Store::open(arguments.value(QStringLiteral("store")), session.clock);
    if (!store) {
        return session.console.fail(store.error());
    }
    const Result<Inspection> inspection = RestoreSubmission(**store).restore(*submission);
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
