#include "workflow/demo/demo_city.h"

#include "core/clock.h"
#include "core/score.h"
#include "exchange/organisation_reader.h"
#include "exchange/round_file.h"
#include "signing/keys/pkcs12_signer.h"
#include "workflow/demo/demo_answers.h"
#include "workflow/documents/approve_submission.h"
#include "workflow/documents/export_submission.h"
#include "workflow/files.h"
#include "workflow/program_data.h"
#include "workflow/registry/make_round.h"

#include <QDir>

namespace tenken {

namespace {

constexpr int lastYear = 2026;
constexpr int roundNumber = 1;
constexpr int crlDays = 3650; // a demo is looked at for years
constexpr auto demoPassphrase = "tenken-demo";
constexpr qint64 largestCsv = 16 << 20;

QDateTime tokyo(const QDate &day, int hour, int minute = 0)
{
    return {day, QTime(hour, minute), Qt::OffsetFromUTC, 9 * 3600};
}

QString roundFileName(FiscalYear year)
{
    return QStringLiteral("round-%1-%2.tenken-round").arg(year.startYear()).arg(roundNumber);
}

Subject subjectOf(const Department &department) { return {SubjectKind::Section, department.code, department.name}; }

} // namespace

QString DemoCity::submissionFolder(FiscalYear year)
{
    return QStringLiteral("submissions/%1-%2").arg(year.startYear()).arg(roundNumber);
}

QDateTime DemoCity::importTime() { return tokyo(QDate(lastYear, 8, 3), 9); }

QString DemoCity::path(const QString &name) const { return QDir(m_request.folder).filePath(name); }

Result<DemoCity::Outcome> DemoCity::build(const DemoRequest &request, const Progress &progress)
{
    m_request = request;
    m_outcome = {};
    const auto step = [&](const Status &done) { return done.has_value(); };
    Status status = prepareFolder();
    if (step(status)) {
        status = readOrganisation();
    }
    if (step(status)) {
        status = issueKeys(progress);
    }
    if (step(status)) {
        status = writeRounds();
    }
    for (int year = lastYear - request.years + 1; step(status) && year <= lastYear; ++year) {
        status = submitYear(FiscalYear(year), progress);
    }
    if (step(status)) {
        status = importAll(progress);
    }
    if (step(status)) {
        status = writeSummary();
    }
    if (!status) {
        return fail(status);
    }
    return m_outcome;
}

Status DemoCity::prepareFolder()
{
    const QDir folder(m_request.folder);
    if (folder.exists() && !folder.isEmpty()) {
        return fail(ErrorCode::AlreadyExists, m_request.folder);
    }
    for (const char *name : {"authority", "keys", "submissions", "reports"}) {
        if (!folder.mkpath(QString::fromLatin1(name))) {
            return fail(ErrorCode::FileUnwritable, path(QString::fromLatin1(name)));
        }
    }
    return writeFile(path(QStringLiteral("passphrase.txt")), QByteArray(demoPassphrase) + '\n');
}

Status DemoCity::readOrganisation()
{
    const QString folder = ProgramData::folder(QStringLiteral("demo"));
    const Result<QByteArray> org = readFile(folder + QStringLiteral("/org.csv"), largestCsv);
    const Result<QByteArray> systems = readFile(folder + QStringLiteral("/systems.csv"), largestCsv);
    if (!org || !systems) {
        return org ? fail(systems) : fail(org);
    }
    const Reading<Organisation> organisation = tenken::readOrganisation(*org, folder);
    const Reading<QList<InformationSystem>> allSystems = readSystems(*systems, folder);
    if (!organisation || !allSystems) {
        return fail(ErrorCode::InvalidContent, folder);
    }
    m_organisation.units = organisation.value->units.mid(0, m_request.departments);
    for (const InformationSystem &system : *allSystems.value) {
        if (m_organisation.find(system.ownerDepartment)) {
            m_organisation.systems << system;
        }
    }
    if (const Status written = writeFile(path(QStringLiteral("org.csv")), writeOrganisation(m_organisation));
        !written) {
        return written;
    }
    return writeFile(path(QStringLiteral("systems.csv")), writeSystems(m_organisation.systems));
}

Result<std::unique_ptr<Signer>> DemoCity::issue(Authority &authority, const QString &department, Role role,
                                                const QString &name, const QString &file)
{
    const Result<IssuedCertificate> issued = authority.issue({department, role, name, {}, {}, AuthorityKey::EcP256});
    if (!issued) {
        return fail(issued);
    }
    const Result<QByteArray> p12 = issued->toPkcs12(SecretBytes(demoPassphrase), kPkcs12DemoIterations);
    if (!p12) {
        return fail(p12);
    }
    if (const Status written = writeFile(path(QStringLiteral("keys/") + file), *p12); !written) {
        return fail(written);
    }
    return issued->toSigner();
}

Status DemoCity::issueKeys(const Progress &progress)
{
    const FixedClock clock(tokyo(QDate(lastYear - 2, 4, 1), 9));
    Result<Authority> authority =
        Authority::create(path(QStringLiteral("authority")), QStringLiteral("銀杏市 情報政策課（デモ）"),
                          SecretBytes(demoPassphrase), AuthorityKey::EcP256, clock, kPkcs12DemoIterations);
    if (!authority) {
        return fail(authority);
    }
    m_trust.anchors = {authority->certificate()};
    m_anchor = authority->certificate().pem();
    const int total = static_cast<int>(m_organisation.units.size());
    for (int done = 0; done < total; ++done) {
        const Department &department = m_organisation.units.at(done).department;
        Result<std::unique_ptr<Signer>> inspector =
            issue(*authority, department.code, Role::Inspector, QStringLiteral("点検 花子"),
                  department.code + QStringLiteral("-inspector.p12"));
        Result<std::unique_ptr<Signer>> approver =
            issue(*authority, department.code, Role::Approver, QStringLiteral("承認 太郎"),
                  department.code + QStringLiteral("-approver.p12"));
        if (!inspector || !approver) {
            return inspector ? fail(approver) : fail(inspector);
        }
        m_keys[department.code] = {*std::move(inspector), *std::move(approver)};
        if (progress && !progress(Step::Keys, {}, done + 1, total)) {
            return fail(ErrorCode::Cancelled, m_request.folder);
        }
    }
    Result<std::unique_ptr<Signer>> division = issue(*authority, QStringLiteral("DIVISION"), Role::Division,
                                                     QStringLiteral("情報政策課長"), QStringLiteral("division.p12"));
    Result<std::unique_ptr<Signer>> auditor = issue(*authority, QStringLiteral("AUDIT"), Role::Auditor,
                                                    QStringLiteral("監査 次郎"), QStringLiteral("auditor.p12"));
    if (!division || !auditor) {
        return division ? fail(auditor) : fail(division);
    }
    m_division = *std::move(division);
    const Result<QByteArray> crl = authority->crl(crlDays);
    if (!crl) {
        return fail(crl);
    }
    m_trust.crls = {*crl};
    return {};
}

Status DemoCity::writeRounds()
{
    for (int start = lastYear - m_request.years + 1; start <= lastYear; ++start) {
        const FiscalYear year(start);
        Result<Round> made = makeRound(m_set, {m_organisation.units, {}}, year, roundNumber, QDate(start, 7, 31));
        if (!made) {
            return fail(made);
        }
        Round round = *std::move(made);
        round.trustAnchors = {QString::fromLatin1(m_anchor)};
        if (const Status written = writeFile(path(roundFileName(year)), writeRound(round)); !written) {
            return written;
        }
        m_rounds << round;
    }
    return {};
}

Result<QByteArray> DemoCity::submissionOf(const OrganisationUnit &unit, FiscalYear year, QString *fileName)
{
    const Checklist *checklist = m_set.forYear(m_set.idFor(SubjectKind::Section), year);
    const DemoAnswers answers(m_request.seed, unit);
    const Inspection inspection =
        answers.inspectionFor(*checklist, m_set.policy.fingerprint, year, subjectOf(unit.department));
    const Keys &keys = m_keys.at(unit.department.code);
    const SigningAct signing{keys.inspector.get(),
                             Role::Inspector,
                             unit.department.code,
                             inspection.inspector,
                             tokyo(inspection.inspectionDate, 17),
                             nullptr};
    const Result<ExportedSubmission> exported =
        ExportSubmission(m_set, m_press.eras, m_press.book).exportSigned(inspection, signing);
    if (!exported) {
        return fail(exported);
    }
    *fileName = fileNameOf(exported->submission);
    const SigningAct approval{keys.approver.get(),
                              Role::Approver,
                              unit.department.code,
                              {QStringLiteral("承認 太郎"), QStringLiteral("課長")},
                              tokyo(inspection.inspectionDate.addDays(1), 10),
                              nullptr};
    m_submissions[year.startYear()] << exported->submission;
    return ApproveSubmission(m_trust, m_press.eras, m_press.book).approve(exported->pdf, *fileName, approval);
}

Status DemoCity::submitYear(FiscalYear year, const Progress &progress)
{
    const QString folder = submissionFolder(year);
    if (!QDir(m_request.folder).mkpath(folder)) {
        return fail(ErrorCode::FileUnwritable, path(folder));
    }
    const int total = static_cast<int>(m_organisation.units.size());
    for (int done = 0; done < total; ++done) {
        QString fileName;
        const Result<QByteArray> pdf = submissionOf(m_organisation.units.at(done), year, &fileName);
        if (!pdf) {
            return fail(pdf);
        }
        const QString file = path(folder + u'/' + fileName);
        if (const Status written = writeFile(file, *pdf); !written) {
            return written;
        }
        m_outcome.submissions << file;
        if (progress && !progress(Step::Submissions, year, done + 1, total)) {
            return fail(ErrorCode::Cancelled, m_request.folder);
        }
    }
    return {};
}

} // namespace tenken
