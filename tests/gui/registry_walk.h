#pragma once

#include "exchange/organisation_reader.h"
#include "exchange/submission_json.h"
#include "gui/gui_fixture.h"
#include "storage/organisation_repository.h"
#include "storage/round_repository.h"
#include "workflow/demo/demo_answers.h"
#include "workflow/files.h"
#include "workflow/program_data.h"

#include <QCryptographicHash>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeView>

#include <functional>

namespace tenken::support {

inline QString sha256Of(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

inline SignatureFinding trustedSignature(Role role, const QString &signer, const QDateTime &at)
{
    SignatureFinding signature;
    signature.role = role;
    signature.signer = signer;
    signature.post = (role == Role::Approver ? QStringLiteral("課長 ") : QStringLiteral("主査 ")) + signer;
    signature.issuer = QStringLiteral("銀杏市 情報政策課");
    signature.signedAt = at;
    signature.integrity = Integrity::Intact;
    signature.trust = Trust::Trusted;
    return signature;
}

/// One department's KC-B as the registry would hold it; the PDF is not one that could be verified
inline NewSubmission registered(const ChecklistSet &set, const OrganisationUnit &unit, FiscalYear year)
{
    const Checklist &checklist = *set.forYear(QStringLiteral("KC-B"), year);
    const Subject subject{SubjectKind::Section, unit.department.code, unit.department.name};
    const Inspection inspection = DemoAnswers(1, unit).inspectionFor(checklist, set.policy.fingerprint, year, subject);
    const QDateTime at(inspection.inspectionDate, QTime(17, 0), Qt::OffsetFromUTC, 9 * 3600);
    const Submission submission = freeze(inspection, checklist, at);
    NewSubmission added;
    added.json = writeSubmission(submission);
    added.entry.submission = submission.id;
    added.entry.inspection = submission.inspection;
    added.entry.sha256 = sha256Of(added.json);
    added.entry.checklist = checklist.id;
    added.entry.edition = checklist.edition;
    added.entry.subject = subject;
    added.entry.department = unit.department;
    added.entry.fiscalYear = year;
    added.entry.fileName = fileNameOf(submission);
    added.items = submission.items;
    added.document.pdf = "%PDF of " + added.json;
    added.document.sha256 = sha256Of(added.document.pdf);
    added.document.source = added.entry.fileName;
    added.document.approved = true;
    added.document.signatures = {trustedSignature(Role::Inspector, QStringLiteral("点検 花子"), at),
                                 trustedSignature(Role::Approver, QStringLiteral("承認 太郎"), at.addDays(1))};
    return added;
}

/// Two rounds of the demo city's first departments: all of 2025; of 2026 some missing, some refused, one returned
inline bool fillRegistry(Workplace &place, int departments = 60)
{
    const QString org = ProgramData::folder(QStringLiteral("demo/org.csv"));
    const Result<QByteArray> bytes = readFile(org, 8 << 20);
    Reading<Organisation> organisation = readOrganisation(bytes.value_or(QByteArray()), org);
    auto registry = Registry::open(place.registry->path(), place.clock);
    if (!organisation || !registry) {
        return false;
    }
    organisation.value->units = organisation.value->units.mid(0, departments);
    bool done = OrganisationRepository(**registry).saveOrganisation(*organisation.value).has_value();
    const ChecklistSet &set = place.desk->checklists();
    QUuid returned;
    for (const int start : {2025, 2026}) {
        Round round;
        round.fiscalYear = FiscalYear(start);
        round.due = QDate(start, 12, 4);
        const Checklist *checklist = set.forYear(QStringLiteral("KC-B"), round.fiscalYear);
        round.checklists = {{checklist->id, checklist->edition, checklist->fingerprint}};
        QList<NewSubmission> submissions;
        QList<Refusal> refusals;
        int number = 0;
        for (const OrganisationUnit &unit : organisation.value->units) {
            const Department &department = unit.department;
            const Subject subject{SubjectKind::Section, department.code, department.name};
            round.expected << Round::Expected{checklist->id, subject, department.code, department.name};
            const bool isRefused = start == 2026 && number % 10 == 6;
            if (isRefused) {
                refusals << Refusal{QStringLiteral("/受付/2026-1_%1_KC-B_r1.pdf").arg(department.code),
                                    sha256Of(department.code.toUtf8()),
                                    Verdict::Accepted,
                                    {Reason::ApprovalMissing},
                                    {},
                                    {},
                                    {},
                                    round.fiscalYear,
                                    1,
                                    checklist->id,
                                    subject};
            } else if (start == 2025 || number % 5 != 3) {
                submissions << registered(set, unit, round.fiscalYear);
            }
            ++number;
        }
        returned = submissions.at(1).entry.submission;
        done = done && RoundRepository((*registry)->database()).saveRound(round)
            && RegistryRepository(**registry).addSubmissions(submissions) && RefusalLog(**registry).record(refusals);
    }
    return done
        && ReturnLog(**registry)
               .record({returned, QStringLiteral("確認資料の日付を記入してください。"), QStringLiteral("情報政策課"),
                        place.clock.now()});
}

/// The division's page: empty, the board, a department, the return, the refused files
inline bool walkRegistry(Workplace &place, MainWindow &window, const std::function<void(const QString &)> &visit)
{
    window.showPage(QStringLiteral("registry"));
    visit(QStringLiteral("registry_empty"));
    if (!fillRegistry(place)) {
        return false;
    }
    window.showPage(QStringLiteral("home"));
    if (!QTest::qWaitFor([&] { return find(&window, "rounds")->isVisible(); })) {
        return false;
    }
    visit(QStringLiteral("home_division"));
    window.showPage(QStringLiteral("registry"));
    auto *board = find<QTreeView>(&window, "board");
    const auto hasRows = [&] { return board->model()->rowCount() > 0 && board->isVisible(); };
    if (!QTest::qWaitFor(hasRows)) {
        return false;
    }
    visit(QStringLiteral("registry_board"));
    const QModelIndex division = board->model()->index(0, 0, board->model()->index(0, 0));
    board->setCurrentIndex(board->model()->index(1, 0, division));
    auto *sendBack = find<QPushButton>(&window, "detailReturn");
    if (!QTest::qWaitFor([&] { return sendBack->isVisible(); })) {
        return false;
    }
    visit(QStringLiteral("registry_detail"));
    QTest::mouseClick(sendBack, Qt::LeftButton);
    visit(QStringLiteral("registry_return"));
    find<QTabWidget>(&window, "registryTabs")->setCurrentIndex(1);
    visit(QStringLiteral("registry_no_results"));
    find<QTabWidget>(&window, "registryTabs")->setCurrentIndex(2);
    visit(QStringLiteral("registry_refused"));
    return true;
}

} // namespace tenken::support
