#include "viewmodel/reports/report_session.h"

#include "workflow/files.h"

#include <QFileInfo>

namespace tenken {

namespace {

Result<MakeReports::Report> makeReport(MakeReports &reports, const ReportChoice &choice, const Organisation &fallback,
                                       const QDateTime &at)
{
    switch (choice.kind) {
    case ReportChoice::Kind::Committee:
        return reports.committee(choice.checklist, choice.year, choice.round, at);
    case ReportChoice::Kind::SubmissionStatus:
        return reports.submissionStatus(choice.year, choice.round, at, fallback);
    case ReportChoice::Kind::Department:
        return reports.department(choice.checklist, choice.year, choice.round, choice.department, at);
    }
    Q_UNREACHABLE();
}

Status writeReport(MakeReports &reports, const MakeReports::Report &report, const std::optional<SigningKey> &key,
                   const QDateTime &at, const QString &file)
{
    SigningAct act;
    act.role = Role::Division;
    act.at = at;
    std::unique_ptr<Signer> signer;
    if (key) {
        Result<std::unique_ptr<Signer>> opened = openKey(*key);
        if (!opened) {
            return fail(opened);
        }
        signer = *std::move(opened);
        act.signer = signer.get();
        act.author = key->author;
    }
    const Result<QByteArray> pdf = reports.toPdf(report, act, QFileInfo(file).fileName());
    return pdf ? writeFile(file, *pdf) : Status(fail(pdf));
}

} // namespace

ReportSession::ReportSession(RegistryWorkspace &workspace, QObject *parent) : QObject(parent), m_workspace(workspace)
{
    connect(&m_newest, &NewestRun::busyChanged, this, &ReportSession::busyChanged);
    connect(&m_newest, &NewestRun::progressed, this, &ReportSession::progressed);
}

void ReportSession::clear()
{
    m_report.reset();
    m_newest.drop();
}

Result<Press> ReportSession::press()
{
    Desk &desk = m_workspace.desk();
    const Result<const FontBook *> book = desk.fonts();
    if (!book) {
        return fail(book);
    }
    return Press{desk.eras(), **book};
}

void ReportSession::make(const ReportChoice &choice)
{
    m_choice = choice;
    m_report.reset();
    m_newest.begin();
    const Result<Press> press = this->press();
    if (!press) {
        m_newest.end();
        Q_EMIT failed(press.error());
        return;
    }
    const auto work = [choice, press = *press, progress = m_newest.progress(), &set = m_workspace.desk().checklists(),
                       fallback = m_workspace.contents().organisation,
                       now = m_workspace.desk().clock().now()](Registry &registry) {
        MakeReports reports(set, registry, press);
        reports.setProgress([&](int done) {
            progress->done = done;
            return !progress->isCancelled;
        });
        return makeReport(reports, choice, fallback, now);
    };
    m_workspace.run(this, RegistryWorkspace::Access::Read, work,
                    [this, run = m_newest.number()](const Result<MakeReports::Report> &report) {
                        if (run != m_newest.number()) {
                            return;
                        }
                        m_newest.end();
                        if (!report) {
                            Q_EMIT failed(report.error());
                            return;
                        }
                        m_report = *report;
                        Q_EMIT made();
                    });
}

QList<Department> ReportSession::departments(FiscalYear year, int round, const QString &checklist) const
{
    QList<Department> departments;
    if (const RoundStatus *status = m_workspace.contents().status(year, round)) {
        for (const RoundStatus::Row &row : status->rows) {
            if (row.entry && row.expected.checklist == checklist) {
                departments << row.entry->department;
            }
        }
    }
    return departments;
}

QString ReportSession::suggestedFileName() const
{
    const QString round = QStringLiteral("%1-%2_").arg(m_choice.year.startYear()).arg(m_choice.round);
    switch (m_choice.kind) {
    case ReportChoice::Kind::Committee:
        return round + QStringLiteral("committee.pdf");
    case ReportChoice::Kind::SubmissionStatus:
        return round + QStringLiteral("submission-status.pdf");
    case ReportChoice::Kind::Department:
        return round + m_choice.department + QStringLiteral("_result.pdf");
    }
    Q_UNREACHABLE();
}

void ReportSession::exportTo(const QString &file, const std::optional<SigningKey> &key)
{
    const Result<Press> press = this->press();
    if (!press || !m_report) {
        Q_EMIT failed(press ? Error{ErrorCode::Usage, file, {}} : press.error());
        return;
    }
    m_newest.begin();
    const auto work = [report = *m_report, key, file, press = *press, &set = m_workspace.desk().checklists(),
                       now = m_workspace.desk().clock().now()](Registry &registry) {
        MakeReports reports(set, registry, press);
        return writeReport(reports, report, key, now, file);
    };
    m_workspace.run(this, RegistryWorkspace::Access::Read, work,
                    [this, run = m_newest.number(), file](const Status &done) {
                        if (run != m_newest.number()) {
                            return;
                        }
                        m_newest.end();
                        if (done) {
                            Q_EMIT written(file);
                        } else {
                            Q_EMIT failed(done.error());
                        }
                    });
}

} // namespace tenken
