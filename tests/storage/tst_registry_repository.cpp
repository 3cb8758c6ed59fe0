#include "storage/organisation_repository.h"
#include "storage/refusal_log.h"
#include "storage/registry_repository.h"
#include "storage/round_repository.h"
#include "storage/store.h"

#include "result_checks.h"
#include "sample_submission.h"

#include <QTemporaryDir>

#include <memory>

using namespace tenken;
using namespace Qt::StringLiterals;

class TestRegistryRepository : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    FixedClock m_clock{sample::moment()};
    std::unique_ptr<Registry> m_registry;
    std::unique_ptr<RegistryRepository> m_repository;

    void reopen()
    {
        m_repository.reset();
        m_registry.reset();
        auto registry = Registry::open(m_folder->filePath(u"registry.db"_s), m_clock);
        VERIFY_OK(registry);
        m_registry = std::move(*registry);
        m_repository = std::make_unique<RegistryRepository>(*m_registry);
    }
    QString planOf(const QString &sql)
    {
        QStringList steps;
        static_cast<void>(m_registry->database().forEach(u"EXPLAIN QUERY PLAN "_s + sql, {}, [&](const QSqlQuery &row) {
            steps.append(row.value(3).toString());
            return Status();
        }));
        return steps.join(u'\n');
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock.set(sample::moment());
        reopen();
    }
    void cleanup()
    {
        m_repository.reset();
        m_registry.reset();
    }

    void keepsASubmission()
    {
        const NewSubmission submission = sample::submission();
        QCOMPARE(*m_repository->addSubmission(submission), AddOutcome::Added);
        m_clock.advanceSeconds(60);
        reopen();
        const RegistryEntry &wanted = submission.entry;
        const auto found = m_repository->findBySubmission(wanted.submission);
        VERIFY_OK(found);
        QVERIFY(found->has_value());
        const RegistryEntry entry = **found;
        QCOMPARE(entry.inspection, wanted.inspection);
        QCOMPARE(entry.sha256, wanted.sha256);
        QCOMPARE(entry.checklist, wanted.checklist);
        QCOMPARE(entry.edition, wanted.edition);
        QVERIFY(entry.subject == wanted.subject);
        QVERIFY(entry.department == wanted.department);
        QCOMPARE(entry.fiscalYear, wanted.fiscalYear);
        QCOMPARE(entry.round, wanted.round);
        QCOMPARE(entry.revision, wanted.revision);
        QCOMPARE(entry.approved, false);
        QCOMPARE(entry.signatures, 1);
        QCOMPARE(entry.latest, true);
        QCOMPARE(entry.importedAt, sample::moment());
        QCOMPARE(entry.fileName, wanted.fileName);
        QCOMPARE(*m_repository->submissionJson(wanted.submission), submission.json);
        const auto first = m_repository->firstImport(wanted.submission);
        QCOMPARE(first->verdict, Verdict::Accepted);
        QCOMPARE(first->warnings, submission.warnings);
        QCOMPARE(first->at, sample::moment());
        const auto document = m_repository->document(wanted.submission);
        VERIFY_OK(document);
        QCOMPARE(document->pdf, submission.document.pdf);
        QCOMPARE(document->source, submission.document.source);
        QCOMPARE(document->sha256, submission.document.sha256);
        QCOMPARE(document->signatures.size(), 1);
        const SignatureFinding signature = document->signatures.first();
        const SignatureFinding made = submission.document.signatures.first();
        QCOMPARE(signature.role, made.role);
        QCOMPARE(signature.signer, made.signer);
        QCOMPARE(signature.post, made.post);
        QCOMPARE(signature.department, made.department);
        QCOMPARE(signature.issuer, made.issuer);
        QCOMPARE(signature.certificateSha256, made.certificateSha256);
        QCOMPARE(signature.serial, made.serial);
        QCOMPARE(signature.signedAt, made.signedAt);
        QCOMPARE(signature.timeSource, made.timeSource);
        QCOMPARE(signature.integrity, made.integrity);
        QCOMPARE(signature.trust, made.trust);
        QCOMPARE(signature.level, made.level);
        QCOMPARE(signature.field, made.field);
    }

    void isIdempotent_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<AddOutcome>("outcome");
        QTest::newRow("the same PDF") << 0 << AddOutcome::SameFile;
        QTest::newRow("the same submission in another PDF") << 1 << AddOutcome::SameSubmission;
        QTest::newRow("another submission for the same subject and revision") << 2 << AddOutcome::Conflict;
        QTest::newRow("the next revision") << 3 << AddOutcome::Added;
        QTest::newRow("another subject") << 4 << AddOutcome::Added;
        QTest::newRow("a person with the section's code") << 5 << AddOutcome::Added;
        QTest::newRow("another round") << 6 << AddOutcome::Added;
        QTest::newRow("another checklist") << 7 << AddOutcome::Added;
        QTest::newRow("another year") << 8 << AddOutcome::Added;
    }
    void isIdempotent()
    {
        QFETCH(int, what);
        QFETCH(AddOutcome, outcome);
        const NewSubmission first = sample::submission();
        QCOMPARE(*m_repository->addSubmission(first), AddOutcome::Added);
        NewSubmission second = what == 0 ? first : sample::submission();
        second.document.sha256 = what == 0 ? first.document.sha256 : QString(64, u'2');
        if (what > 1) {
            second.entry.submission = QUuid::createUuid();
        }
        second.entry.revision += what == 3 ? 1 : 0;
        second.entry.subject.code += what == 4 ? u"x"_s : QString();
        second.entry.subject.kind = what == 5 ? SubjectKind::Person : second.entry.subject.kind;
        second.entry.round += what == 6 ? 1 : 0;
        second.entry.checklist += what == 7 ? u"x"_s : QString();
        second.entry.fiscalYear = FiscalYear(what == 8 ? 2025 : 2026);
        QCOMPARE(*m_repository->addSubmission(second), outcome);
        QCOMPARE(m_repository->entries()->size(), outcome == AddOutcome::Added ? 2 : 1);
        QCOMPARE(!m_repository->submissionOfFile(second.document.sha256)->isNull(),
                 outcome == AddOutcome::Added || outcome == AddOutcome::SameFile);
        QVERIFY(m_registry->check()->isEmpty());
    }

    void addsABatchOrNothing()
    {
        QList<NewSubmission> batch = sample::round(2026, 1, 5);
        batch.append(batch.first());
        NewSubmission broken = sample::submission();
        broken.entry.sha256 = QString(64, u'0');
        COMPARE_CODE(m_repository->addSubmissions(batch + QList<NewSubmission>{broken}), ErrorCode::InvalidValue);
        QVERIFY(m_repository->entries()->isEmpty());
        const auto outcomes = m_repository->addSubmissions(batch);
        VERIFY_OK(outcomes);
        QCOMPARE(outcomes->size(), 6);
        QCOMPARE(outcomes->count(AddOutcome::Added), 5);
        QCOMPARE(outcomes->last(), AddOutcome::SameFile);
        QCOMPARE(m_repository->entries()->size(), 5);
    }

    void upgradesToMoreSignatures()
    {
        const NewSubmission submission = sample::submission();
        const QUuid id = submission.entry.submission;
        QCOMPARE(*m_repository->addSubmission(submission), AddOutcome::Added);
        RegisteredDocument approved = submission.document;
        approved.sha256 = QString(64, u'b');
        approved.pdf = "PDF with two signatures";
        approved.approved = true;
        COMPARE_CODE(m_repository->upgradeSignatures(id, approved), ErrorCode::InvalidValue);
        approved.signatures.append(sample::signature(Role::Approver));
        COMPARE_CODE(m_repository->upgradeSignatures(QUuid::createUuid(), approved), ErrorCode::UnknownInspection);
        m_clock.advanceSeconds(60);
        VERIFY_OK(m_repository->upgradeSignatures(id, approved));
        COMPARE_CODE(m_repository->upgradeSignatures(id, approved), ErrorCode::InvalidValue);
        const auto entry = *m_repository->findBySubmission(id);
        QCOMPARE(entry->signatures, 2);
        QCOMPARE(entry->approved, true);
        QCOMPARE(entry->importedAt, sample::moment());
        QCOMPARE(m_repository->document(id)->pdf, approved.pdf);
        QCOMPARE(m_repository->document(id)->signatures.last().role, std::optional(Role::Approver));
        for (const QString &sha256 : {submission.document.sha256, approved.sha256}) {
            QCOMPARE(*m_repository->submissionOfFile(sha256), id);
        }
    }

    void keepsAPlaceInsteadOfAPdf()
    {
        NewSubmission submission = sample::submission();
        submission.document.pdf.clear();
        QCOMPARE(*m_repository->addSubmission(submission), AddOutcome::Added);
        QVERIFY(m_repository->document(submission.entry.submission)->pdf.isEmpty());
        QCOMPARE(m_repository->document(submission.entry.submission)->source, submission.document.source);
    }

    void knowsRevisions()
    {
        NewSubmission second = sample::submission(2);
        QCOMPARE(*m_repository->highestRevision(second.entry.inspection), 0);
        QCOMPARE(*m_repository->addSubmission(second), AddOutcome::Added);
        QCOMPARE(*m_repository->addSubmission(sample::submission(1)), AddOutcome::Added); // older one seen later
        QCOMPARE(*m_repository->highestRevision(second.entry.inspection), 2);
        const auto both = m_repository->findBySubject(second.entry.subject, u"KC-B"_s, FiscalYear(2026), 1);
        VERIFY_OK(both);
        QCOMPARE(both->size(), 2);
        QCOMPARE(both->first().revision, 1);
        QCOMPARE(both->first().latest, false);
        QCOMPARE(both->last().latest, true);
        RegistryFilter filter;
        filter.isLatestOnly = true;
        QCOMPARE(m_repository->entries(filter)->size(), 1);
        QCOMPARE(m_repository->entries(filter)->first().revision, 2);
    }

    void filters_data()
    {
        QTest::addColumn<int>("year");
        QTest::addColumn<int>("round");
        QTest::addColumn<QString>("checklist");
        QTest::addColumn<QString>("department");
        QTest::addColumn<int>("count");
        QTest::newRow("all") << 0 << 0 << QString() << QString() << 12;
        QTest::newRow("year") << 2025 << 0 << QString() << QString() << 4;
        QTest::newRow("round") << 2026 << 2 << QString() << QString() << 4;
        QTest::newRow("checklist") << 0 << 0 << u"KC-B"_s << QString() << 12;
        QTest::newRow("other checklist") << 0 << 0 << u"KC-C"_s << QString() << 0;
        QTest::newRow("department") << 0 << 0 << QString() << u"U0001"_s << 3;
        QTest::newRow("everything") << 2026 << 1 << u"KC-B"_s << u"U0001"_s << 1;
    }
    void filters()
    {
        QFETCH(int, year);
        QFETCH(int, round);
        QFETCH(QString, checklist);
        QFETCH(QString, department);
        QFETCH(int, count);
        for (const auto &[y, r] : {std::pair(2025, 1), std::pair(2026, 1), std::pair(2026, 2)}) {
            VERIFY_OK(m_repository->addSubmissions(sample::round(y, r, 4)));
        }
        RegistryFilter filter;
        filter.fiscalYear = year ? std::optional(FiscalYear(year)) : std::nullopt;
        filter.round = round ? std::optional(round) : std::nullopt;
        filter.checklist = checklist;
        filter.department = department;
        const auto entries = m_repository->entries(filter);
        VERIFY_OK(entries);
        QCOMPARE(entries->size(), count);
        QList<QUuid> visited;
        VERIFY_OK(m_repository->forEachSubmission(filter, [&](const RegistryEntry &entry, const QByteArray &json) {
            visited.append(json == *m_repository->submissionJson(entry.submission) ? entry.submission : QUuid());
        }));
        QCOMPARE(visited.size(), count);
        for (qsizetype index = 0; index < count; ++index) {
            QCOMPARE(visited.at(index), entries->at(index).submission);
        }
    }

    /// One round is found by the index, whatever else the registry holds.
    void readsOneRoundByIndex()
    {
        const QString round = u"fiscal_year = 2026 AND round = 1 AND checklist = 'KC-B'"_s;
        const QString plan =
            planOf(u"SELECT lines FROM submissions AS s JOIN sheets ON submission_id = s.id WHERE "_s + round);
        QVERIFY2(plan.contains(u"SEARCH s USING COVERING INDEX"_s), qPrintable(plan));
        QVERIFY2(plan.contains(u"SEARCH sheets USING INTEGER PRIMARY KEY"_s), qPrintable(plan));
        QVERIFY2(!plan.contains(u"SCAN"_s), qPrintable(plan));
        const QString latest = planOf(u"SELECT max(revision) FROM submissions WHERE inspection = 'x'"_s);
        QVERIFY2(latest.contains(u"submissions_by_inspection"_s), qPrintable(latest));
    }

    void saysWhatIsUnknown()
    {
        const QUuid nobody = QUuid::createUuid();
        COMPARE_CODE(m_repository->submissionJson(nobody), ErrorCode::UnknownInspection);
        COMPARE_CODE(m_repository->document(nobody), ErrorCode::UnknownInspection);
        COMPARE_CODE(m_repository->firstImport(nobody), ErrorCode::UnknownInspection);
        QVERIFY(!m_repository->findBySubmission(nobody)->has_value());
        QVERIFY(m_repository->submissionOfFile(QString(64, u'0'))->isNull());
    }

    void isNotALocalStore()
    {
        const QString path = m_registry->path();
        cleanup();
        COMPARE_CODE(Store::open(path, m_clock), ErrorCode::StoreForeign);
        const QString local = m_folder->filePath(u"tenken.db"_s);
        VERIFY_OK(Store::open(local, m_clock));
        COMPARE_CODE(Registry::open(local, m_clock), ErrorCode::StoreForeign);
    }

    void backsUpAndRestores()
    {
        QCOMPARE(*m_repository->addSubmission(sample::submission()), AddOutcome::Added);
        const QString copy = m_folder->filePath(u"copy.db"_s);
        VERIFY_OK(m_registry->backup(copy));
        QCOMPARE(*m_repository->addSubmission(sample::submission(2)), AddOutcome::Added);
        const QString path = m_registry->path();
        COMPARE_CODE(Registry::restore(copy, path, m_clock), ErrorCode::StoreBusy);
        cleanup();
        VERIFY_OK(Registry::restore(copy, path, m_clock));
        reopen();
        QCOMPARE(m_repository->entries()->size(), 1);
    }

    void tellsTheRefusalsOfARound()
    {
        RefusalLog log(*m_registry);
        Refusal one{u"a.pdf"_s, QString(64, u'a'), Verdict::Accepted, {Reason::ApprovalMissing}, {}, {}, {}};
        one.fiscalYear = FiscalYear(2026);
        one.round = 1;
        one.checklist = u"KC-B"_s;
        one.subject = {SubjectKind::Section, u"U0004"_s, {}};
        Refusal otherRound = one;
        otherRound.file = u"b.pdf"_s;
        otherRound.round = 2;
        const Refusal unknown{u"c.pdf"_s, {}, Verdict::NotASubmission, {}, {}, {}, {}};
        VERIFY_OK(log.record({one, otherRound, unknown}));
        const auto refusals = log.refusalsOf(FiscalYear(2026), 1);
        VERIFY_OK(refusals);
        QCOMPARE(refusals->size(), 1);
        QCOMPARE(refusals->first().file, one.file);
        QCOMPARE(refusals->first().checklist, one.checklist);
        QCOMPARE(refusals->first().subject, one.subject);
        QVERIFY(!log.refusals()->last().fiscalYear || !log.refusals()->first().fiscalYear);
        one.round = 2; // handed in again, for the other round
        VERIFY_OK(log.record({one}));
        QVERIFY(log.refusalsOf(FiscalYear(2026), 1)->isEmpty());
        QCOMPARE(log.refusalsOf(FiscalYear(2026), 2)->size(), 2);
    }

    /// A row of an older schema knows the file alone. The same file again tells what it would have been.
    void learnsWhatAnOldRefusalWasAbout()
    {
        RefusalLog log(*m_registry);
        Refusal one{u"a.pdf"_s, QString(64, u'a'), Verdict::Altered, {Reason::B2}, {}, {}, {}};
        VERIFY_OK(log.record({one}));
        one.submission = sample::submissionId;
        one.fiscalYear = FiscalYear(2026);
        one.round = 2;
        one.checklist = u"KC-C"_s;
        one.subject = {SubjectKind::System, u"S001"_s, {}};
        VERIFY_OK(log.record({one}));
        const auto refusals = log.refusalsOf(FiscalYear(2026), 2);
        VERIFY_OK(refusals);
        QCOMPARE(refusals->size(), 1);
        QCOMPARE(refusals->first().submission, one.submission);
        QCOMPARE(refusals->first().checklist, one.checklist);
        QCOMPARE(refusals->first().subject, one.subject);
        QCOMPARE(log.refusals()->size(), 1);
    }

    void logsRefusalsOnce()
    {
        RefusalLog log(*m_registry);
        Refusal one{u"a.pdf"_s, QString(64, u'a'), Verdict::Altered, {Reason::B2, Reason::D1}, {}, {}, {}};
        const Refusal unread{u"b.pdf"_s, {}, Verdict::NotASubmission, {}, u"unreadable"_s, {}, {}};
        VERIFY_OK(log.record({one, unread}));
        m_clock.advanceSeconds(60);
        VERIFY_OK(log.record({one}));
        one.reasons = {Reason::Rollback};
        one.submission = sample::submissionId;
        m_clock.advanceSeconds(60);
        VERIFY_OK(log.record({one}));
        const auto refusals = log.refusals();
        VERIFY_OK(refusals);
        QCOMPARE(refusals->size(), 3);
        QCOMPARE(refusals->at(0).reasons, QList<Reason>{Reason::Rollback});
        QCOMPARE(refusals->at(0).submission, sample::submissionId);
        QCOMPARE(refusals->at(1).verdict, Verdict::Altered);
        QCOMPARE(refusals->at(1).reasons, QList<Reason>({Reason::B2, Reason::D1}));
        QCOMPARE(refusals->at(1).at, sample::moment().addSecs(60));
        QVERIFY(refusals->at(1).submission.isNull());
        QCOMPARE(refusals->at(2).error, u"unreadable"_s);
        QCOMPARE(refusals->at(2).at, sample::moment());
        QCOMPARE(log.refusals(1)->size(), 1);
    }

    void keepsRounds_data()
    {
        QTest::addColumn<bool>("local");
        QTest::newRow("registry") << false;
        QTest::newRow("local store") << true;
    }
    void keepsRounds()
    {
        QFETCH(bool, local);
        const auto store = Store::open(m_folder->filePath(u"tenken.db"_s), m_clock);
        VERIFY_OK(store);
        RoundRepository rounds(local ? (*store)->database() : m_registry->database());
        Round round;
        round.fiscalYear = FiscalYear(2026);
        round.title = u"令和8年度 第1回"_s;
        round.policy = u"kumamoto-2023"_s;
        round.due = QDate(2026, 12, 25);
        round.checklists = {{u"KC-B"_s, u"2026.1"_s, QString(64, u'c')}, {u"KC-A"_s, u"2026.1"_s, QString(64, u'd')}};
        round.expected = {{u"KC-B"_s, {SubjectKind::Section, u"U0004"_s, u"総務課"_s}, u"U0004"_s, u"総務課"_s}};
        round.trustAnchors = QStringList{u"-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n"_s};
        VERIFY_OK(rounds.saveRound(round));
        Round second = round;
        second.number = 2;
        second.due = {};
        second.expected.clear();
        VERIFY_OK(rounds.saveRound(second));
        QVERIFY(**rounds.findRound(FiscalYear(2026), 1) == round);
        QCOMPARE(rounds.rounds()->size(), 2);
        QVERIFY(rounds.rounds()->first() == second);
        round.title = u"訂正"_s;
        round.checklists.removeLast();
        VERIFY_OK(rounds.saveRound(round));
        QVERIFY(**rounds.findRound(FiscalYear(2026), 1) == round);
        QCOMPARE(rounds.rounds()->size(), 2);
        QVERIFY(!rounds.findRound(FiscalYear(2025), 1)->has_value());
    }

    void keepsTheOrganisation()
    {
        OrganisationRepository organisations(*m_registry);
        QVERIFY(organisations.organisation()->units.isEmpty());
        Organisation city;
        city.units = {{{u"U0009"_s, u"情報政策課"_s, {u"総務局"_s}, Body::Mayor}, {u"cloud"_s}, {}, 12, 3},
                      {{u"U0001"_s, u"教育総務課"_s, {}, Body::BoardOfEducation}, {}, {u"U0807"_s, u"U0100"_s}, 0, 0}};
        city.systems = {{u"S01"_s, u"住民基本台帳"_s, u"U0009"_s, {u"mynumber"_s}}, {u"S00"_s, u"庁内LAN"_s, {}, {}}};
        VERIFY_OK(organisations.saveOrganisation(city));
        reopen();
        const auto saved = OrganisationRepository(*m_registry).organisation();
        VERIFY_OK(saved);
        QVERIFY(saved->units == city.units);
        QCOMPARE(saved->systems.size(), 2);
        QCOMPARE(saved->systems.first().code, u"S01"_s);
        QCOMPARE(saved->systems.first().name, u"住民基本台帳"_s);
        QCOMPARE(saved->systems.first().ownerDepartment, u"U0009"_s);
        QCOMPARE(saved->systems.first().flags, QStringList{u"mynumber"_s});

        city.units.removeFirst();
        city.units.append(city.units.first());
        COMPARE_CODE(OrganisationRepository(*m_registry).saveOrganisation(city), ErrorCode::AlreadyExists);
        QCOMPARE(OrganisationRepository(*m_registry).organisation()->units.size(), 2); // as before
    }
};

QTEST_GUILESS_MAIN(TestRegistryRepository)
#include "tst_registry_repository.moc"
