#include "signing/keys/sha256.h"
#include "support/small_city.h"
#include "workflow/registry/issue_receipts.h"
#include "workflow/registry/return_registered.h"

#include <QDir>

#include <QScopeGuard>
#include <QTest>

using namespace tenken;
using namespace tenken::support;

namespace {

const QString u4 = QStringLiteral("U0004");

Inspection revised(Inspection inspection)
{
    inspection.supersedes = inspection.submission;
    inspection.submission = QUuid::createUuidV5(inspection.submission, QStringLiteral("r2"));
    inspection.revision = 2;
    return inspection;
}

} // namespace

class TestImportSubmissions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesOrRefuses_data();
    void takesOrRefuses();
    void importsOnceWhateverTheName();
    void refusesFewerSignatures_data();
    void refusesFewerSignatures();
    void tellsTheRollbackOnce();
    void oneSubjectHasOneLatest();
    void nobodyOvertakesAnotherDepartment();
    void takesMoreSignatures();
    void refusesAnotherSubmissionForTheSame();
    void refusesAnotherRound();
    void keepsAnOlderRevisionAsHistory();
    void laterExpiryAltersNothing();
    void refusesAReceipt();
    void keepsThePdfOrItsPlace_data();
    void keepsThePdfOrItsPlace();
};

void TestImportSubmissions::takesOrRefuses_data()
{
    QTest::addColumn<QString>("made");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("approved") << "approved"
                              << "imported";
    QTest::newRow("signed only") << "signed"
                                 << "approval-missing";
    QTest::newRow("unsigned") << "draft"
                              << "unsigned";
    QTest::newRow("foreign pdf") << "foreign"
                                 << "foreign-pdf";
    QTest::newRow("zero bytes") << "zero"
                                << "foreign-pdf";
    QTest::newRow("another authority") << "stranger"
                                       << "unknown-issuer";
}

void TestImportSubmissions::takesOrRefuses()
{
    QFETCH(QString, made);
    QFETCH(QString, outcome);
    SmallCity city;
    SmallCity elsewhere;
    const Inspection inspection = city.inspection(u4);
    const QByteArray pdf = made == u"approved" ? city.signAndApprove(inspection)
        : made == u"signed"                    ? city.sign(inspection)
        : made == u"draft"                     ? city.draft(inspection)
        : made == u"foreign"                   ? foreignPdf()
        : made == u"stranger"                  ? elsewhere.signAndApprove(inspection)
                                               : QByteArray();
    const QString file = city.save(QStringLiteral("a.pdf"), pdf);
    const auto registry = city.openRegistry();
    const QList<ImportResult> results = city.import(*registry, {file});
    const QStringList words = outcomes(results);
    QCOMPARE(words.size(), 1);
    QCOMPARE(results.first().error, made == u"zero" ? QStringLiteral("empty") : QString());
    QVERIFY2(words.first().split(u' ').contains(outcome), qPrintable(words.first()));
    QCOMPARE(RegistryRepository(*registry).entries()->size(), outcome == u"imported" ? 1 : 0);
    QCOMPARE(*readFile(file, 64 << 20), pdf); // refused or not: the file stays as it was
}

void TestImportSubmissions::importsOnceWhateverTheName()
{
    SmallCity city;
    const QByteArray pdf = city.signAndApprove(city.inspection(u4));
    const QString first = city.save(QStringLiteral("a.pdf"), pdf);
    const QString second = city.save(QStringLiteral("b.pdf"), pdf);
    const auto registry = city.openRegistry();
    QCOMPARE(outcomes(city.import(*registry, {first, second})), QStringList({"imported", "already-there"}));
    QCOMPARE(outcomes(city.import(*registry, {second, first})), QStringList({"already-there", "already-there"}));
    QCOMPARE(RegistryRepository(*registry).entries()->size(), 1);
}

void TestImportSubmissions::refusesFewerSignatures_data()
{
    QTest::addColumn<bool>("samePile");
    QTest::newRow("a later import") << false;
    QTest::newRow("later in the same pile") << true;
}

void TestImportSubmissions::refusesFewerSignatures()
{
    QFETCH(bool, samePile);
    SmallCity city;
    const QByteArray pdf = city.sign(city.inspection(u4));
    const QString approved = city.save(QStringLiteral("a.pdf"), city.approve(pdf, u4));
    const QString truncated = city.save(QStringLiteral("b.pdf"), pdf);
    const auto registry = city.openRegistry();
    QList<ImportResult> results =
        city.import(*registry, samePile ? QStringList{approved, truncated} : QStringList{approved});
    if (!samePile) {
        results << city.import(*registry, {truncated});
    }
    QCOMPARE(outcomes(results), QStringList({"imported", "rollback"}));
    QVERIFY(RegistryRepository(*registry).entries()->first().approved);
}

/// One reason, told once, although the pile and the registry both know better
void TestImportSubmissions::tellsTheRollbackOnce()
{
    SmallCity city;
    const QByteArray pdf = city.sign(city.inspection(u4));
    const QString approved = city.save(QStringLiteral("a.pdf"), city.approve(pdf, u4));
    const QString truncated = city.save(QStringLiteral("b.pdf"), pdf);
    const auto registry = city.openRegistry();
    QCOMPARE(outcomes(city.import(*registry, {approved})), QStringList({"imported"}));
    const QList<ImportResult> results = city.import(*registry, {approved, truncated});
    QCOMPARE(outcomes(results), QStringList({"already-there", "rollback"}));
    QCOMPARE(results.last().reasons, QList<Reason>({Reason::Rollback}));
}

/// Begun anew in another inspection, it still is the same subject's second revision.
void TestImportSubmissions::oneSubjectHasOneLatest()
{
    SmallCity city;
    const Inspection first = city.inspection(u4);
    Inspection again = revised(city.inspection(u4));
    again.id = QUuid::createUuid();
    const auto registry = city.openRegistry();
    const QStringList files{city.save(QStringLiteral("a.pdf"), city.signAndApprove(first)),
                            city.save(QStringLiteral("b.pdf"), city.signAndApprove(again))};
    QCOMPARE(outcomes(city.import(*registry, files)), QStringList({"imported", "imported"}));
    RegistryFilter filter;
    filter.isLatestOnly = true;
    const QList<RegistryEntry> entries = *RegistryRepository(*registry).entries(filter);
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries.first().inspection, again.id);
}

/// Who takes the name of another department's inspection does not put a later revision in front of it.
void TestImportSubmissions::nobodyOvertakesAnotherDepartment()
{
    SmallCity city;
    const Inspection honest = city.inspection(u4);
    Inspection thief = city.inspection(QStringLiteral("U0005"));
    thief.id = honest.id;
    thief.revision = 999;
    const auto registry = city.openRegistry();
    const QStringList files{city.save(QStringLiteral("a.pdf"), city.signAndApprove(honest)),
                            city.save(QStringLiteral("b.pdf"), city.signAndApprove(thief))};
    QCOMPARE(outcomes(city.import(*registry, files)), QStringList({"imported", "imported"}));
    RegistryFilter filter;
    filter.isLatestOnly = true;
    const QList<RegistryEntry> entries = *RegistryRepository(*registry).entries(filter);
    QCOMPARE(entries.size(), 2);
    for (const RegistryEntry &entry : entries) {
        QVERIFY(entry.latest);
    }
}

void TestImportSubmissions::takesMoreSignatures()
{
    SmallCity city;
    ChecklistSet lenient = shippedChecklists();
    for (Checklist &checklist : lenient.checklists) {
        checklist.approvalRequired = false;
    }
    const QByteArray pdf = city.sign(city.inspection(u4));
    const QString one = city.save(QStringLiteral("one.pdf"), pdf);
    const QString two = city.save(QStringLiteral("two.pdf"), city.approve(pdf, u4));
    const auto registry = city.openRegistry();
    ImportSubmissions importing(*registry, lenient, city.trust);
    QCOMPARE(outcomes(*importing.import({one})), QStringList("imported"));
    QVERIFY(!RegistryRepository(*registry).entries()->first().approved);
    QCOMPARE(outcomes(*importing.import({two})), QStringList("imported"));
    const RegistryEntry entry = RegistryRepository(*registry).entries()->first();
    QVERIFY(entry.approved);
    QCOMPARE(entry.signatures, 2);
    QCOMPARE(RegistryRepository(*registry).entries()->size(), 1);
}

void TestImportSubmissions::refusesAnotherSubmissionForTheSame()
{
    SmallCity city;
    const QString first = city.save(QStringLiteral("a.pdf"), city.signAndApprove(city.inspection(u4)));
    const QString second = city.save(QStringLiteral("b.pdf"), city.signAndApprove(city.inspection(u4, 2026, 2)));
    const auto registry = city.openRegistry();
    QCOMPARE(outcomes(city.import(*registry, {first, second})), QStringList({"imported", "conflict"}));
    QCOMPARE(RegistryRepository(*registry).entries()->size(), 1);
}

void TestImportSubmissions::refusesAnotherRound()
{
    SmallCity city;
    const Checklist &asked = *shippedChecklists().latest(QStringLiteral("KC-B"));
    Round round;
    round.fiscalYear = FiscalYear(2026);
    round.checklists = {{asked.id, asked.edition, asked.fingerprint}};
    Inspection secondRound = city.inspection(QStringLiteral("U0005"));
    secondRound.round = 2;
    const QString older = city.save(QStringLiteral("a.pdf"), city.signAndApprove(city.inspection(u4, 2025)));
    const QString other = city.save(QStringLiteral("b.pdf"), city.signAndApprove(secondRound));
    const QString right = city.save(QStringLiteral("c.pdf"), city.signAndApprove(city.inspection(u4)));
    const auto registry = city.openRegistry();
    QCOMPARE(outcomes(city.import(*registry, {older, other, right}, round)),
             QStringList({"wrong-round", "wrong-round", "imported"}));
}

void TestImportSubmissions::keepsAnOlderRevisionAsHistory()
{
    SmallCity city;
    const Inspection first = city.inspection(u4);
    const QString newer = city.save(QStringLiteral("r2.pdf"), city.signAndApprove(revised(first)));
    const QString older = city.save(QStringLiteral("r1.pdf"), city.signAndApprove(first));
    const auto registry = city.openRegistry();
    QCOMPARE(outcomes(city.import(*registry, {newer})), QStringList("imported"));
    QCOMPARE(outcomes(city.import(*registry, {older})), QStringList("imported"));
    const QList<RegistryEntry> entries = *RegistryRepository(*registry).entries();
    QCOMPARE(entries.size(), 2);
    for (const RegistryEntry &entry : entries) {
        QCOMPARE(entry.latest, entry.revision == 2);
    }
}

void TestImportSubmissions::laterExpiryAltersNothing()
{
    SmallCity city;
    const QString file = city.save(QStringLiteral("a.pdf"), city.signAndApprove(city.inspection(u4)));
    const QByteArray signedOnly = city.sign(city.inspection(QStringLiteral("U0005")));
    const auto registry = city.openRegistry();
    QCOMPARE(outcomes(city.import(*registry, {file})), QStringList("imported"));
    city.clock.set(fromIso(QStringLiteral("2040-04-01T09:00:00+09:00")));
    QCOMPARE(outcomes(city.import(*registry, {file})), QStringList("already-there"));
    const QUuid submission = RegistryRepository(*registry).entries()->first().submission;
    QCOMPARE(RegistryRepository(*registry).firstImport(submission)->verdict, Verdict::Accepted);
    const QString late = city.save(QStringLiteral("late.pdf"), signedOnly);
    QVERIFY(outcomes(city.import(*registry, {late})).first().contains(u"expired"));
}

void TestImportSubmissions::refusesAReceipt()
{
    SmallCity city;
    const QString file = city.save(QStringLiteral("a.pdf"), city.signAndApprove(city.inspection(u4)));
    const auto registry = city.openRegistry();
    QCOMPARE(outcomes(city.import(*registry, {file})), QStringList("imported"));
    const auto division = city.signer(QStringLiteral("D0001"), Role::Division);
    const Result<QStringList> receipts =
        IssueReceipts(*registry, sharedPress())
            .issue(FiscalYear(2026), 1, city.act(*division, Role::Division), city.path(QStringLiteral("receipts")));
    QVERIFY(receipts && receipts->size() == 1);
    const QList<ImportResult> results = city.import(*registry, *receipts);
    QCOMPARE(outcomes(results), QStringList("V1"));
    QCOMPARE(results.first().error, QStringLiteral("other-document"));
    QCOMPARE(RegistryRepository(*registry).entries()->size(), 1);
}

void TestImportSubmissions::keepsThePdfOrItsPlace_data()
{
    QTest::addColumn<bool>("keeps");
    QTest::newRow("the bytes") << true;
    QTest::newRow("the place") << false;
}

/// Named from the folder that the program runs in: the place holds wherever the registry is looked at.
void TestImportSubmissions::keepsThePdfOrItsPlace()
{
    QFETCH(bool, keeps);
    SmallCity city;
    const QByteArray pdf = city.signAndApprove(city.inspection(u4));
    const QString file = city.save(QStringLiteral("a.pdf"), pdf);
    const auto registry = city.openRegistry();
    ImportSubmissions importing(*registry, shippedChecklists(), city.trust);
    importing.setKeepsPdfs(keeps);
    const QString before = QDir::currentPath();
    const auto back = qScopeGuard([&before] { QDir::setCurrent(before); });
    QVERIFY(QDir::setCurrent(QFileInfo(file).path()));
    const QString relative = QFileInfo(file).fileName();
    QCOMPARE(outcomes(*importing.import({relative})), QStringList("imported"));
    RegistryRepository repository(*registry);
    const QUuid submission = repository.entries()->first().submission;
    const RegisteredDocument document = *repository.document(submission);
    QCOMPARE(document.pdf, keeps ? pdf : QByteArray());
    QCOMPARE(document.source, QFileInfo(file).absoluteFilePath());
    QCOMPARE(document.signatures.size(), 2);
    QCOMPARE(sha256Of(*repository.submissionJson(submission)).toHex(), repository.entries()->first().sha256.toLatin1());
    QCOMPARE(*registeredPdf(*registry, submission), pdf);
    QCOMPARE(outcomes(*importing.import({file})), QStringList("already-there"));
    QVERIFY(QFile::remove(file));
    QCOMPARE(registeredPdf(*registry, submission).has_value(), keeps);
}

QTEST_MAIN(TestImportSubmissions)
#include "tst_import_submissions.moc"
