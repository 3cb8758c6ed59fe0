#include "storage/organisation_repository.h"
#include "storage/round_repository.h"
#include "support/small_city.h"
#include "viewmodel/registry/board_filter_model.h"
#include "viewmodel/registry/board_model.h"
#include "viewmodel/registry/import_session.h"
#include "viewmodel/registry/submission_detail.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tenken;
using support::SmallCity;

/// The board, an import, and what the division does with one submission
class TestRegistryModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void boardShowsTheOrganisation();
    void boardIsSearched_data();
    void boardIsSearched();
    void boardIsFilteredByState();
    void submissionThatNobodyAskedForIsShown();
    void importTellsWhatBecameOfEachFile();
    void cancelledImportGoesOn();
    void brokenTableIsTold_data();
    void brokenTableIsTold();
    void returnedIsRemembered();
    void receiptIsSigned();

private:
    static RegistryContents sampleContents();
    bool refresh();
    bool importAll(const QStringList &paths);
    SigningKey key();
    std::unique_ptr<SmallCity> m_city;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<RegistryWorkspace> m_workspace;
};

namespace {

const QString kcb = QStringLiteral("KC-B");
const QString u1 = QStringLiteral("U0001");

Department department(const QString &code, const QString &name, const QStringList &path)
{
    return {code, name, path, Body::Mayor};
}

RegistryEntry entryOf(const Department &department, bool approved)
{
    RegistryEntry entry;
    entry.submission = QUuid::createUuidV5(QUuid(), department.code);
    entry.checklist = kcb;
    entry.subject = {SubjectKind::Section, department.code, department.name};
    entry.department = department;
    entry.fiscalYear = FiscalYear(2026);
    entry.approved = approved;
    return entry;
}

QStringList leaves(const QAbstractItemModel &model, int column, const QModelIndex &parent = {})
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (index.data(BoardModel::IsLeafRole).toBool()) {
            texts << index.siblingAtColumn(column).data().toString();
        }
        texts << leaves(model, column, index);
    }
    return texts;
}

} // namespace

void TestRegistryModels::init()
{
    m_city = std::make_unique<SmallCity>();
    m_desk = Desk::open(m_city->path(QStringLiteral("tenken.db")), m_city->clock).value();
    m_settings = std::make_unique<Settings>(m_city->path(QStringLiteral("tenken.ini")),
                                            m_city->path(QStringLiteral("policy.ini")));
    m_settings->set(QStringLiteral("trustAnchors"), QStringList{m_city->path(QStringLiteral("authority/ca.pem"))});
    m_workspace = std::make_unique<RegistryWorkspace>(*m_desk, *m_settings);
}

void TestRegistryModels::cleanup()
{
    m_workspace.reset();
    m_settings.reset();
    m_desk.reset();
    m_city.reset();
}

/// 政策企画局 with two sections and a system, 教育委員会 with one section that nobody heard of
RegistryContents TestRegistryModels::sampleContents()
{
    const Department planning =
        department(u1, QStringLiteral("企画課"), {QStringLiteral("政策企画局"), QStringLiteral("企画部")});
    const Department city = department(QStringLiteral("U0002"), QStringLiteral("ﾃﾞｼﾞﾀﾙ推進課"), planning.path);
    const Department school =
        department(QStringLiteral("U0003"), QStringLiteral("学校教育課"), {QStringLiteral("教育委員会")});
    RegistryContents contents;
    Round round;
    round.fiscalYear = FiscalYear(2026);
    RoundStatus status;
    status.fiscalYear = round.fiscalYear;
    for (const Department &one : {planning, city, school}) {
        contents.organisation.units << OrganisationUnit{one, {}, {}, 0, 0};
        round.expected << Round::Expected{kcb, {SubjectKind::Section, one.code, one.name}, one.code, one.name};
        status.rows << RoundStatus::Row{round.expected.last(), std::nullopt, std::nullopt};
    }
    round.expected << Round::Expected{QStringLiteral("KC-C"),
                                      {SubjectKind::System, QStringLiteral("S01"), QStringLiteral("住民記録")},
                                      u1,
                                      planning.name};
    status.rows << RoundStatus::Row{round.expected.last(), std::nullopt, std::nullopt};
    status.rows[0].entry = entryOf(planning, true);
    status.rows[1].entry = entryOf(city, false);
    contents.rounds = {round};
    contents.statuses = {status};
    return contents;
}

bool TestRegistryModels::refresh()
{
    QSignalSpy changed(m_workspace.get(), &RegistryWorkspace::changed);
    m_workspace->refresh();
    return changed.size() == 1 || changed.wait();
}

bool TestRegistryModels::importAll(const QStringList &paths)
{
    ImportSession session(*m_workspace);
    QSignalSpy finished(&session, &ImportSession::finished);
    QSignalSpy changed(m_workspace.get(), &RegistryWorkspace::changed);
    session.import(paths, std::nullopt);
    return finished.wait(60000) && (!changed.isEmpty() || changed.wait());
}

SigningKey TestRegistryModels::key()
{
    const QByteArray p12 = m_city->issue(QStringLiteral("D0001"), Role::Division)
                               .toPkcs12(SmallCity::kSecret, kPkcs12DemoIterations)
                               .value();
    SigningKey key;
    key.file = m_city->save(QStringLiteral("division.p12"), p12);
    key.passphrase = SmallCity::kSecret;
    key.author = {QStringLiteral("事務 三郎"), QStringLiteral("情報政策課長")};
    return key;
}

void TestRegistryModels::boardShowsTheOrganisation()
{
    BoardModel board(m_desk->eras());
    const QAbstractItemModelTester tester(&board, QAbstractItemModelTester::FailureReportingMode::QtTest);
    board.show(sampleContents());
    QCOMPARE(board.columnCount(), 2);
    QCOMPARE(board.rowCount(), 2);
    const QModelIndex bureau = board.index(0, 0);
    QCOMPARE(bureau.data().toString(), QStringLiteral("政策企画局"));
    QCOMPARE(bureau.siblingAtColumn(1).data().toString(), QStringLiteral("2/3"));
    const QModelIndex section = board.index(0, 0, board.index(0, 0, bureau));
    QCOMPARE(section.data().toString(), QStringLiteral("U0001　企画課"));
    QCOMPARE(board.rowCount(section), 2); // itself and its system
    QVERIFY(!board.leaf(section));
    QCOMPARE(board.leaf(board.index(1, 0, section))->subject.code, QStringLiteral("S01"));
    const QModelIndex school = board.index(0, 0, board.index(1, 0));
    QVERIFY(board.leaf(school)); // owes one thing: it is the leaf
    QCOMPARE(school.siblingAtColumn(1).data(BoardModel::StateRole).toInt(), int(SubmissionState::Missing));
    QCOMPARE(board.leaf(school)->departmentCode, QStringLiteral("U0003"));
}

void TestRegistryModels::boardIsSearched_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<int>("found");
    QTest::newRow("nothing") << QString() << 4;
    QTest::newRow("wide kana for half-width") << QStringLiteral("デジタル") << 1;
    QTest::newRow("hiragana") << QStringLiteral("でじたる") << 1;
    QTest::newRow("case") << QStringLiteral("u0003") << 1;
    QTest::newRow("full-width digits") << QStringLiteral("Ｕ０００３") << 1;
    QTest::newRow("a bureau brings its sections") << QStringLiteral("政策企画局") << 3;
    QTest::newRow("system") << QStringLiteral("住民記録") << 1;
    QTest::newRow("unknown") << QStringLiteral("水道") << 0;
}

void TestRegistryModels::boardIsSearched()
{
    QFETCH(QString, search);
    QFETCH(int, found);
    BoardModel board(m_desk->eras());
    BoardFilterModel filter;
    const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.setSourceModel(&board);
    board.show(sampleContents());
    filter.setSearch(search);
    QCOMPARE(filter.leafCount(), found);
}

void TestRegistryModels::boardIsFilteredByState()
{
    RegistryContents contents = sampleContents();
    const QUuid returned = contents.statuses.first().rows.at(1).entry->submission;
    contents.returns.insert(returned, {returned, QStringLiteral("理由"), {}, {}});
    contents.statuses.first().rows[3].refusal = Refusal();
    BoardModel board(m_desk->eras());
    BoardFilterModel filter;
    filter.setSourceModel(&board);
    board.show(contents);
    const QHash<SubmissionState, int> expected{{SubmissionState::Missing, 1},
                                               {SubmissionState::Refused, 1},
                                               {SubmissionState::Returned, 1},
                                               {SubmissionState::Submitted, 0},
                                               {SubmissionState::Approved, 1}};
    for (const SubmissionState state : allSubmissionStates) {
        filter.setState(state);
        QCOMPARE(filter.leafCount(), expected.value(state));
    }
    const StateCounts counts = contents.countsOf(contents.statuses.first());
    QCOMPARE(counts.expected, 4);
    QCOMPARE(counts.missing + counts.refused + counts.returned + counts.submitted + counts.approved, 4);
}

void TestRegistryModels::submissionThatNobodyAskedForIsShown()
{
    RegistryContents contents = sampleContents();
    const Department guest = department(QStringLiteral("U0099"), QStringLiteral("消防課"), {QStringLiteral("消防局")});
    contents.unexpected = {entryOf(guest, true)};
    BoardModel board(m_desk->eras());
    board.show(contents);
    QVERIFY(leaves(board, 0).contains(QStringLiteral("U0099　消防課")));
    QCOMPARE(contents.countsOf(contents.statuses.first()).expected, 4);
}

void TestRegistryModels::importTellsWhatBecameOfEachFile()
{
    const QByteArray good = m_city->signAndApprove(m_city->inspection(u1));
    m_city->save(QStringLiteral("pile_a.pdf"), good);
    ImportSession session(*m_workspace);
    const QAbstractItemModelTester tester(&session.results(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy finished(&session, &ImportSession::finished);
    QSignalSpy progressed(&session, &ImportSession::progressed);
    session.import({m_city->path(QStringLiteral("pile_a.pdf")), m_city->save(QStringLiteral("b.pdf"), good),
                    m_city->save(QStringLiteral("c.pdf"), support::foreignPdf())},
                   std::nullopt);
    QVERIFY(session.isRunning());
    QSignalSpy failed(&session, &ImportSession::failed);
    QVERIFY(finished.wait(60000));
    QVERIFY2(failed.isEmpty(), qPrintable(failed.value(0).value(0).value<Error>().detail));
    QVERIFY(!progressed.isEmpty());
    QCOMPARE(progressed.last().at(0).toInt(), 3);
    QCOMPARE(progressed.last().at(1).toInt(), 3);
    ImportResultModel &results = session.results();
    QCOMPARE(results.rowCount(), 3);
    QVERIFY(results.index(0, ImportResultModel::FileColumn).data().toString() == u"c.pdf"); // refused first
    QVERIFY(!results.index(0, ImportResultModel::ReasonColumn).data().toString().isEmpty());
    QCOMPARE(results.count(ImportOutcome::Imported), 1);
    QCOMPARE(results.count(ImportOutcome::AlreadyThere), 1);
    QCOMPARE(results.count(ImportOutcome::Refused), 1);
    QTRY_COMPARE(m_workspace->contents().refusals.size(), 1);
}

void TestRegistryModels::cancelledImportGoesOn()
{
    QStringList files;
    for (int i = 0; i < 200; ++i) {
        files << m_city->save(QStringLiteral("%1.pdf").arg(i), "%PDF-1.7 " + QByteArray::number(i));
    }
    {
        ImportSession session(*m_workspace);
        QSignalSpy finished(&session, &ImportSession::finished);
        session.import(files, std::nullopt);
        session.cancel();
        QVERIFY(finished.wait(60000));
        QVERIFY(session.wasCancelled());
        QVERIFY(session.results().rowCount() < 200);
    }
    ImportSession session(*m_workspace);
    QSignalSpy finished(&session, &ImportSession::finished);
    session.import(files, std::nullopt);
    QVERIFY(finished.wait(60000));
    QCOMPARE(session.results().count(ImportOutcome::Refused), 200);
    QTRY_COMPARE(m_workspace->contents().refusals.size(), 200);
}

void TestRegistryModels::brokenTableIsTold_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no column that is known") << "a.csv" << QByteArrayLiteral("a,b\n1,2\n");
    QTest::newRow("round that is no JSON") << "a.tenken-round" << QByteArrayLiteral("Dear Sir");
    QTest::newRow("code twice") << "a.csv" << QByteArrayLiteral("所属コード,課\nU1,企画課\nU1,総務課\n");
}

void TestRegistryModels::brokenTableIsTold()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    ImportSession session(*m_workspace);
    QSignalSpy failed(&session, &ImportSession::failed);
    session.import({m_city->save(name, content)}, std::nullopt);
    QVERIFY(failed.wait());
    QVERIFY(session.tables().isEmpty());
    QVERIFY(m_workspace->contents().organisation.units.isEmpty());
}

void TestRegistryModels::returnedIsRemembered()
{
    QVERIFY(importAll({m_city->save(QStringLiteral("a.pdf"), m_city->signAndApprove(m_city->inspection(u1)))}));
    SubmissionDetail detail(*m_workspace);
    QSignalSpy shown(&detail, &SubmissionDetail::shown);
    const Subject subject{SubjectKind::Section, u1, support::unitOf(u1).department.name};
    detail.show({kcb, subject, u1, subject.name}, FiscalYear(2026), 1);
    QVERIFY(shown.wait());
    QVERIFY(detail.latest());
    QCOMPARE(detail.document()->verdict, Verdict::Accepted);
    QCOMPARE(detail.document()->signatures.size(), 2);
    QVERIFY(detail.document()->submission);
    QSignalSpy ready(&detail, &SubmissionDetail::pdfReady);
    detail.openPdf();
    QVERIFY(ready.wait());
    QCOMPARE(*readFile(ready.first().first().toString(), 64 << 20),
             *readFile(m_city->path(QStringLiteral("a.pdf")), 64 << 20));
    QSignalSpy written(&detail, &SubmissionDetail::returnWritten);
    const QString file = m_city->path(detail.returnName());
    detail.sendBack(key(), QStringLiteral("資料の日付がありません。"), file);
    QVERIFY(written.wait(60000));
    const Result<VerifiedDocument> sent = verifyFile(file, m_city->trust, m_city->clock.now());
    QVERIFY(sent && sent->isAccepted());
    QCOMPARE(sent->kind, DocumentKind::Return);
    QTRY_VERIFY(detail.returned());
    QCOMPARE(m_workspace->contents().stateOf(*detail.latest()), SubmissionState::Returned);
}

void TestRegistryModels::receiptIsSigned()
{
    QVERIFY(importAll({m_city->save(QStringLiteral("a.pdf"), m_city->signAndApprove(m_city->inspection(u1)))}));
    SubmissionDetail detail(*m_workspace);
    QSignalSpy written(&detail, &SubmissionDetail::receiptsWritten);
    QSignalSpy failed(&detail, &SubmissionDetail::failed);
    SigningKey wrong = key();
    wrong.passphrase = SecretBytes(QByteArrayLiteral("wrong"));
    detail.issueReceipts(wrong, FiscalYear(2026), 1, m_city->path(QStringLiteral("out")));
    QVERIFY(failed.wait(60000));
    QVERIFY(!detail.isBusy());
    detail.issueReceipts(key(), FiscalYear(2026), 1, m_city->path(QStringLiteral("out")));
    QVERIFY(written.wait(60000));
    const QStringList files = written.first().first().toStringList();
    QCOMPARE(files.size(), 1);
    const Result<VerifiedDocument> receipt = verifyFile(files.first(), m_city->trust, m_city->clock.now());
    QVERIFY(receipt && receipt->isAccepted());
    QCOMPARE(receipt->kind, DocumentKind::Receipt);
}

QTEST_MAIN(TestRegistryModels)
#include "tst_registry_models.moc"
