#include "cli/commands/report_command.h"

#include "cli/options.h"
#include "cli/registry_session.h"
#include "cli/written_file.h"
#include "workflow/registry/make_reports.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace tenken::cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::cli::ReportCommand)
};

enum class Kind { SubmissionStatus, Committee, Department };

QString checklistOf(const Arguments &arguments, const ChecklistSet &set)
{
    const QString given = arguments.value(QStringLiteral("checklist"));
    return given.isEmpty() ? set.idFor(SubjectKind::Section) : given;
}

Result<MakeReports::Report> make(Kind kind, MakeReports &reports, const QString &checklist, const Arguments &arguments,
                                 const Session &session)
{
    const Result<RegistryFilter> filter = filterOf(arguments);
    const Result<Organisation> organisation = organisationOf(arguments);
    if (!filter || !organisation) {
        return filter ? fail(organisation) : fail(filter);
    }
    const FiscalYear year = *filter->fiscalYear;
    const int round = filter->round.value_or(1);
    switch (kind) {
    case Kind::SubmissionStatus:
        return reports.submissionStatus(year, round, session.clock.now(), *organisation);
    case Kind::Committee:
        return reports.committee(checklist, year, round, session.clock.now(), *organisation);
    case Kind::Department:
        return reports.department(checklist, year, round, arguments.value(QStringLiteral("department")),
                                  session.clock.now());
    }
    Q_UNREACHABLE();
}

int run(Kind kind, const Session &session, const Arguments &arguments)
{
    SigningAct act;
    act.role = Role::Division;
    act.at = session.clock.now();
    act.author = authorOf(arguments);
    std::unique_ptr<Signer> signer;
    if (namesKey(arguments)) {
        Result<std::unique_ptr<Signer>> opened = signerOf(arguments);
        if (!opened) {
            return session.console.fail(opened.error());
        }
        signer = *std::move(opened);
        act.signer = signer.get();
    }
    const auto opened = RegistrySession::open(session, arguments, OpenOptions::Mode::MustExist);
    const Result<Press> press = openPress();
    if (!opened || !press) {
        return session.console.fail(opened ? press.error() : opened.error());
    }
    MakeReports reports((*opened)->checklists(), (*opened)->registry(), *press);
    reports.setAuthor(act.signer ? signingAuthor(act) : act.author);
    const QString checklist = checklistOf(arguments, (*opened)->checklists());
    Result<MakeReports::Report> report = make(kind, reports, checklist, arguments, session);
    if (!report) {
        return report.error().code == ErrorCode::Incomplete
            ? session.console.fail(report.error(),
                                   Words::tr("The registry holds no submission of this checklist for that round, so "
                                             "there is nothing to report. Import the submissions first, or choose "
                                             "another year, round or checklist."))
            : failWithoutRound(session, report.error());
    }
    const QString out = arguments.value(QStringLiteral("out"));
    const Result<QByteArray> pdf = reports.toPdf(*std::move(report), act, QFileInfo(out).fileName());
    if (!pdf) {
        return session.console.fail(pdf.error());
    }
    return writeResult(session, *pdf, out);
}

} // namespace

QList<Command> reportCommands()
{
    const auto command = [](const char *words, Kind kind, const QList<Option> &more) {
        const QList<Option> options{required("registry", "REG"),
                                    required("year", "YEAR"),
                                    optional("round", "N"),
                                    optional("checklist", "ID"),
                                    optional("org", "ORG.csv"),
                                    optional("systems", "SYSTEMS.csv"),
                                    overlayOption(),
                                    required("out", "FILE.pdf")};
        return Command{
            QString::fromLatin1(words),
            {},
            0,
            0,
            options + signerOptions() + more,
            [kind](const Session &session, const Arguments &arguments) { return run(kind, session, arguments); }};
    };
    return {command("report submission-status", Kind::SubmissionStatus, {optional("department", "CODE")}),
            command("report committee", Kind::Committee, {optional("department", "CODE")}),
            command("report department", Kind::Department, {required("department", "CODE")})};
}

} // namespace tenken::cli
