#include "storage/organisation_repository.h"
#include "storage/round_repository.h"
#include "support/small_city.h"
#include "viewmodel/registry/board_model.h"
#include "viewmodel/registry/registry_workspace.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace tenken;

/// The registry that the division's pages share
class TestRegistryWorkspace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void withoutAFileNothingIsCreated();
    void firstWriteCreatesTheFile();
    void roundsAreThoseOfFilesAndOfSubmissions();
    void olderRoundsAreReadWhenAskedFor();
    void errorsAreTold();
    void anotherRegistryReplacesWhatWasRead();
    void longWorkTellsHowFarAndStops();

private:
    bool refresh();
    std::unique_ptr<support::SmallCity> m_city;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<RegistryWorkspace> m_workspace;
};

void TestRegistryWorkspace::init()
{
    m_city = std::make_unique<support::SmallCity>();
    m_desk = Desk::open(m_city->path(QStringLiteral("tenken.db")), m_city->clock).value();
    m_settings = std::make_unique<Settings>(m_city->path(QStringLiteral("tenken.ini")),
                                            m_city->path(QStringLiteral("policy.ini")));
    m_workspace = std::make_unique<RegistryWorkspace>(*m_desk, *m_settings);
}

void TestRegistryWorkspace::cleanup()
{
    m_workspace.reset();
    m_settings.reset();
    m_desk.reset();
    m_city.reset();
}

bool TestRegistryWorkspace::refresh()
{
    QSignalSpy changed(m_workspace.get(), &RegistryWorkspace::changed);
    m_workspace->refresh();
    return changed.size() == 1 || changed.wait();
}

void TestRegistryWorkspace::withoutAFileNothingIsCreated()
{
    QCOMPARE(m_workspace->path(), m_city->path(QStringLiteral("registry.db")));
    QVERIFY(refresh());
    QVERIFY(m_workspace->hasRead());
    QVERIFY(m_workspace->contents().rounds.isEmpty());
    QVERIFY(!m_workspace->isSet());
    std::optional<ErrorCode> code;
    m_workspace->run(
        this, RegistryWorkspace::Access::Read, [](Registry &) -> Status { return {}; },
        [&](const Status &status) { code = status.error().code; });
    QTRY_VERIFY(code.has_value());
    QVERIFY(!m_workspace->isSet());
}

void TestRegistryWorkspace::firstWriteCreatesTheFile()
{
    Organisation organisation;
    organisation.units = {support::unitOf(QStringLiteral("U0001"))};
    const QThread *here = QThread::currentThread();
    std::optional<bool> ranElsewhere;
    m_workspace->run(
        this, RegistryWorkspace::Access::Write,
        [organisation, here](Registry &registry) -> Result<bool> {
            const Status saved = OrganisationRepository(registry).saveOrganisation(organisation);
            return saved ? Result<bool>(QThread::currentThread() != here) : fail(saved);
        },
        [&](const Result<bool> &elsewhere) { ranElsewhere = elsewhere.value_or(false); });
    QTRY_VERIFY(ranElsewhere.has_value());
    QVERIFY(*ranElsewhere);
    QVERIFY(m_workspace->isSet());
    QVERIFY(refresh());
    QCOMPARE(m_workspace->contents().organisation.units, organisation.units);
}

void TestRegistryWorkspace::roundsAreThoseOfFilesAndOfSubmissions()
{
    m_settings->set(QStringLiteral("registryFile"), m_city->path(QStringLiteral("r.db")));
    {
        const auto registry = m_city->openRegistry();
        Round round;
        round.fiscalYear = FiscalYear(2027);
        round.due = QDate(2027, 7, 31);
        for (const QString &code : {QStringLiteral("U0001"), QStringLiteral("U0002")}) {
            round.expected << Round::Expected{QStringLiteral("KC-B"), {SubjectKind::Section, code, code}, code, code};
        }
        QVERIFY(RoundRepository(registry->database()).saveRound(round));
        const QByteArray pdf = m_city->signAndApprove(m_city->inspection(QStringLiteral("U0001")));
        QCOMPARE(support::outcomes(m_city->import(*registry, {m_city->save(QStringLiteral("a.pdf"), pdf)})),
                 QStringList{QStringLiteral("imported")});
    }
    QVERIFY(refresh());
    const RegistryContents &contents = m_workspace->contents();
    QCOMPARE(contents.rounds.size(), 2);
    const RoundStatus *filed = contents.status(FiscalYear(2027), 1);
    QVERIFY(filed);
    QCOMPARE(filed->missing().size(), 2);
    QCOMPARE(filed->due, QDate(2027, 7, 31));
    const RoundStatus *held = contents.status(FiscalYear(2026), 1);
    QVERIFY(held);
    QCOMPARE(held->submitted, 1);
    QCOMPARE(held->approved, 1);
    QVERIFY(held->missing().isEmpty());
    QVERIFY(!held->due.isValid());
    QCOMPARE(held->rows.first().expected.departmentCode, QStringLiteral("U0001"));
}

void TestRegistryWorkspace::olderRoundsAreReadWhenAskedFor()
{
    m_settings->set(QStringLiteral("registryFile"), m_city->path(QStringLiteral("r.db")));
    constexpr int oldest = 2010;
    constexpr int newest = oldest + RegistryContents::statusLimit + 2;
    {
        const auto registry = m_city->openRegistry();
        for (int year = oldest; year <= newest; ++year) {
            Round round;
            round.fiscalYear = FiscalYear(year);
            round.expected << Round::Expected{QStringLiteral("KC-B"),
                                              {SubjectKind::Section, QStringLiteral("U0001"), {}},
                                              QStringLiteral("U0001"),
                                              {}};
            QVERIFY(RoundRepository(registry->database()).saveRound(round));
        }
    }
    QVERIFY(refresh());
    const auto shownYears = [this] {
        BoardModel board(m_desk->eras());
        board.show(m_workspace->contents());
        QList<int> years;
        for (int i = 0; i < board.roundCount(); ++i) {
            years << board.round(i).fiscalYear.startYear();
        }
        return years;
    };
    const QList<int> newestSix{newest, newest - 1, newest - 2, newest - 3, newest - 4, newest - 5};
    QCOMPARE(m_workspace->contents().rounds.size(), newest - oldest + 1);
    QCOMPARE(shownYears(), newestSix);

    QSignalSpy changed(m_workspace.get(), &RegistryWorkspace::changed);
    m_workspace->selectRound(FiscalYear(oldest), 1);
    QVERIFY(changed.wait());
    QCOMPARE(shownYears(), newestSix + QList<int>{oldest});
    QCOMPARE(m_workspace->selectedRound()->fiscalYear, FiscalYear(oldest));
    QCOMPARE(m_workspace->contents().status(FiscalYear(oldest), 1)->missing().size(), 1);

    changed.clear();
    m_workspace->selectRound(FiscalYear(newest), 1);
    QCOMPARE(changed.size(), 1); // nothing has to be read
    QCOMPARE(m_workspace->selectedRound()->fiscalYear, FiscalYear(newest));
}

void TestRegistryWorkspace::errorsAreTold()
{
    m_settings->set(QStringLiteral("registryFile"),
                    m_city->save(QStringLiteral("letter.txt"), QByteArrayLiteral("Dear Sir")));
    QSignalSpy failed(m_workspace.get(), &RegistryWorkspace::failed);
    m_workspace->refresh();
    QVERIFY(failed.wait());
    QVERIFY(!m_workspace->hasRead());
}

void TestRegistryWorkspace::anotherRegistryReplacesWhatWasRead()
{
    Round round;
    round.fiscalYear = FiscalYear(2026);
    QVERIFY(RoundRepository(m_city->openRegistry()->database()).saveRound(round));
    QSignalSpy changed(m_workspace.get(), &RegistryWorkspace::changed);
    m_settings->set(QStringLiteral("registryFile"), m_city->path(QStringLiteral("r.db")));
    QVERIFY(changed.wait());
    QCOMPARE(m_workspace->contents().rounds.size(), 1);
    m_settings->set(QStringLiteral("registryFile"), m_city->path(QStringLiteral("none.db")));
    QTRY_VERIFY(m_workspace->contents().rounds.isEmpty());
}

void TestRegistryWorkspace::longWorkTellsHowFarAndStops()
{
    m_settings->set(QStringLiteral("registryFile"), m_city->path(QStringLiteral("r.db")));
    QList<QPair<int, int>> told;
    std::optional<int> stoppedAt;
    CancelFlag cancel = m_workspace->runLong(
        this, RegistryWorkspace::Access::Write,
        [](Registry &, const TellProgress &tell) -> Result<int> {
            int step = 0;
            while (tell(step % 1000 + 1, 1000)) {
                ++step;
            }
            return step;
        },
        [&](int done, int total) {
            told.append({done, total});
        },
        [&](const Result<int> &steps) { stoppedAt = *steps; });
    QTRY_VERIFY(!told.isEmpty());
    *cancel = true;
    QTRY_VERIFY(stoppedAt.has_value());
    QCOMPARE(told.first().second, 1000);
}

QTEST_MAIN(TestRegistryWorkspace)
#include "tst_registry_workspace.moc"
