#include "cli/commands/export_commands.h"

#include "cli/exit_code.h"
#include "cli/inspection_json.h"
#include "cli/options.h"
#include "cli/store_session.h"
#include "cli/verification_json.h"
#include "wording/answer_words.h"
#include "wording/placeholders.h"
#include "wording/verdict_words.h"
#include "workflow/documents/approve_submission.h"
#include "workflow/documents/export_submission.h"
#include "workflow/documents/mark_signed.h"
#include "workflow/documents/return_submission.h"
#include "workflow/files.h"
#include "workflow/press.h"

#include <QCoreApplication>

namespace tenken::cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::cli::ExportCommands)
};

constexpr qint64 largestPdf = 64 << 20;

QString text(const Arguments &arguments, const char *name) { return arguments.value(QString::fromLatin1(name)); }

int tellWritten(const Session &session, const QString &file, const QString &state, const QString &sha256)
{
    session.console.say(Words::tr("Wrote %1.").arg(file));
    if (session.console.isJson()) {
        session.console.document(QJsonObject{
            {QStringLiteral("file"), file}, {QStringLiteral("state"), state}, {QStringLiteral("sha256"), sha256}});
    }
    return Done;
}

int tellIncomplete(const Session &session, const Checklist &checklist, const Inspection &inspection)
{
    const QList<Problem> problems = problemsOf(checklist, inspection);
    for (const Problem &problem : problems) {
        session.console.warn(QStringLiteral("%1  %2").arg(problem.item, wording::sentence(problem.code)));
    }
    if (session.console.isJson()) {
        session.console.document(checkJson(problems));
    }
    return Negative;
}

InspectionReportOptions reportOptions(const Arguments &arguments)
{
    InspectionReportOptions options = cityReportOptions();
    options.documentNumber = text(arguments, "document-number");
    options.confidential = arguments.has(QStringLiteral("confidential"));
    return options;
}

int exportDraft(const Session &session, const Arguments &arguments, const ExportSubmission &exporter,
                const Inspection &inspection)
{
    const Result<ExportedSubmission> draft =
        exporter.exportDraft(inspection, session.clock.now(), reportOptions(arguments));
    if (!draft) {
        return session.console.fail(draft.error());
    }
    const QString out = text(arguments, "out");
    if (const Status written = writeFile(out, draft->pdf); !written) {
        return session.console.fail(written.error());
    }
    return tellWritten(session, out, toCode(inspection.state), draft->sha256);
}

int exportSigned(const Session &session, const Arguments &arguments, const ExportSubmission &exporter,
                 StoreSession &store, const Inspection &inspection)
{
    if (inspection.isReadOnly()) {
        return session.console.fail({ErrorCode::ReadOnly, inspection.subject.name, {}});
    }
    const Result<std::unique_ptr<Signer>> signer = signerOf(arguments);
    if (!signer) {
        return session.console.fail(signer.error());
    }
    const SigningAct act{signer->get(),       Role::Inspector,     inspection.department.code,
                         authorOf(arguments), session.clock.now(), nullptr};
    const Result<ExportedSubmission> exported = exporter.exportSigned(inspection, act, reportOptions(arguments));
    if (!exported) {
        return session.console.fail(exported.error());
    }
    const QString out = text(arguments, "out");
    if (const Status written = writeFile(out, exported->pdf); !written) {
        return session.console.fail(written.error());
    }
    const QString who = exported->submission.inspector.name;
    if (const Status marked = MarkSigned(store.repository()).mark(inspection.id, exported->submission, who); !marked) {
        return session.console.fail(marked.error());
    }
    return tellWritten(session, out, QStringLiteral("signed"), exported->sha256);
}

int exportInspection(const Session &session, const Arguments &arguments)
{
    const bool draft = arguments.has(QStringLiteral("draft"));
    if (draft == namesKey(arguments)) {
        return session.console.fail({ErrorCode::Usage, QStringLiteral("--key"), {}});
    }
    const Result<OpenInspection> opened = openInspection(session, arguments);
    if (!opened) {
        return session.console.fail(opened.error());
    }
    StoreSession &store = *opened->store;
    const Inspection &inspection = opened->inspection;
    const Checklist &checklist = *opened->checklist;
    const Result<Press> press = openPress();
    if (!press) {
        return session.console.fail(press.error());
    }
    const ExportSubmission exporter(store.checklists(), press->eras, press->book);
    if (draft) {
        return exportDraft(session, arguments, exporter, inspection);
    }
    if (!problemsOf(checklist, inspection).isEmpty()) {
        return tellIncomplete(session, checklist, inspection);
    }
    return exportSigned(session, arguments, exporter, store, inspection);
}

/// What approve and return share: the PDF, whom to trust, the key, the press
struct Desk {
    QByteArray pdf;
    TrustPolicy trust;
    std::unique_ptr<Signer> signer;
    Press press;
};

Result<Desk> openDesk(const Arguments &arguments)
{
    if (!namesKey(arguments)) {
        return tenken::fail(ErrorCode::Usage, QStringLiteral("--key"));
    }
    Result<QByteArray> pdf = readFile(arguments.positionals.first(), largestPdf);
    if (!pdf) {
        return tenken::fail(pdf);
    }
    Result<TrustPolicy> trust = trustOf(arguments);
    if (!trust) {
        return tenken::fail(trust);
    }
    Result<std::unique_ptr<Signer>> signer = signerOf(arguments);
    if (!signer) {
        return tenken::fail(signer);
    }
    Result<Press> press = openPress();
    if (!press) {
        return tenken::fail(press);
    }
    return Desk{*std::move(pdf), *std::move(trust), *std::move(signer), *std::move(press)};
}

/// The file is as it should be: it is the signer's certificate that Tenken does not accept.
int refusedCertificate(const Session &session, const Error &error)
{
    if (const auto reason = reasonFromCode(error.detail)) {
        session.console.warn(QStringLiteral("%1  %2").arg(error.detail, wording::explanation(*reason)));
    }
    return session.console.fail(
        error,
        Words::tr("%1: Tenken would not accept this certificate's signature. Nothing was written. Choose another key.")
            .arg(wording::shownArgument(error.subject)));
}

int refused(const Session &session, const Error &error, const Desk &desk)
{
    if (error.code == ErrorCode::NotAccepted) {
        VerifiedDocument document = verifyDocumentData(desk.pdf, desk.trust, session.clock.now());
        if (document.isAccepted() && document.submission) {
            return refusedCertificate(session, error);
        }
        document.file = error.subject;
        session.console.warn(verificationText(document));
        if (session.console.isJson()) {
            session.console.document(verificationJson(document));
        }
        if (document.isAccepted()) {
            return session.console.fail(
                error,
                Words::tr("%1 is no submission. Nothing was written.").arg(wording::shownArgument(error.subject)));
        }
    }
    if (error.code == ErrorCode::AlreadyExists) {
        return session.console.fail(error,
                                    Words::tr("%1 is approved already. Nothing was written.").arg(error.subject));
    }
    return session.console.fail(error);
}

int approve(const Session &session, const Arguments &arguments)
{
    const Result<Desk> desk = openDesk(arguments);
    if (!desk) {
        return session.console.fail(desk.error());
    }
    const SigningAct act{desk->signer.get(),
                         Role::Approver,
                         {},
                         authorOf(arguments),
                         session.clock.now(),
                         nullptr,
                         arguments.has(QStringLiteral("on-behalf"))};
    const Result<QByteArray> approved = ApproveSubmission(desk->trust, desk->press.eras, desk->press.book)
                                            .approve(desk->pdf, arguments.positionals.first(), act);
    if (!approved) {
        return refused(session, approved.error(), *desk);
    }
    const QString out = text(arguments, "out");
    if (const Status written = writeFile(out, *approved); !written) {
        return session.console.fail(written.error());
    }
    const VerifiedDocument document = verifyDocumentData(*approved, desk->trust, session.clock.now());
    return tellWritten(session, out, QStringLiteral("approved"), document.sha256);
}

int sendBack(const Session &session, const Arguments &arguments)
{
    const Result<Desk> desk = openDesk(arguments);
    if (!desk) {
        return session.console.fail(desk.error());
    }
    const SigningAct act{desk->signer.get(), Role::Approver, {}, authorOf(arguments), session.clock.now(), nullptr};
    const Result<QByteArray> returned =
        ReturnSubmission(desk->trust, desk->press.eras, desk->press.book)
            .sendBack(desk->pdf, arguments.positionals.first(), text(arguments, "reason"), act);
    if (!returned) {
        return refused(session, returned.error(), *desk);
    }
    const QString out = text(arguments, "out");
    if (const Status written = writeFile(out, *returned); !written) {
        return session.console.fail(written.error());
    }
    const VerifiedDocument document = verifyDocumentData(*returned, desk->trust, session.clock.now());
    return tellWritten(session, out, QStringLiteral("returned"), document.sha256);
}

} // namespace

QList<Command> exportCommands()
{
    const QList<Option> out{required("out", "FILE.pdf")};
    return {
        {QStringLiteral("inspection export"),
         {},
         0,
         0,
         inspectionOptions() + signerOptions() + out
             + QList<Option>{flag("draft"), flag("confidential"), optional("document-number", "TEXT")},
         exportInspection},
        {QStringLiteral("approve"), QStringLiteral("FILE.pdf"), 1, 1,
         trustOptions(true) + signerOptions() + out + QList<Option>{flag("on-behalf")}, approve, true},
        {QStringLiteral("return"), QStringLiteral("FILE.pdf"), 1, 1,
         trustOptions(true) + signerOptions() + out + QList<Option>{required("reason", "TEXT")}, sendBack},
    };
}

} // namespace tenken::cli
