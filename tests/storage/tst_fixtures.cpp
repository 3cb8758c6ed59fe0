#include "storage/answer_sheets.h"
#include "storage/inspection_repository.h"
#include "storage/migrator.h"
#include "support/places.h"

#include "fixture_content.h"
#include "result_checks.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace tenken;
using namespace tenken::support;
using namespace Qt::StringLiterals;

/// Databases that released programs wrote open, upgrade and say what was put into them.
class TestFixtures : public QObject {
    Q_OBJECT

    FixedClock m_clock{sample::moment()};

    static QDir folder() { return QDir(sourcePath("tests/storage/fixtures")); }
    static void addRows(const QString &prefix, int newest)
    {
        QTest::addColumn<QString>("name");
        const QStringList names = folder().entryList({prefix + u"_*.db"_s}, QDir::Files);
        QVERIFY(names.contains(u"%1_%2.db"_s.arg(prefix).arg(newest)));
        for (const QString &name : names) {
            QTest::newRow(qPrintable(name)) << name;
        }
    }
    static QString copyOf(const QString &name, const QTemporaryDir &target)
    {
        const QString copy = target.filePath(name);
        return QFile::copy(folder().filePath(name), copy)
                && QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner)
            ? copy
            : QString();
    }

private Q_SLOTS:
    void opensLocalStores_data() { addRows(u"local"_s, localFormat().newestVersion()); }
    void opensLocalStores()
    {
        QFETCH(QString, name);
        QTemporaryDir target;
        const auto store = Store::open(copyOf(name, target), m_clock);
        VERIFY_OK(store);
        QVERIFY((*store)->check()->isIntact);
        QCOMPARE((*store)->check()->schemaVersion, localFormat().newestVersion());
        InspectionRepository inspections(**store);
        const auto signedOne = inspections.load(sample::inspectionId, 1);
        VERIFY_OK(signedOne);
        QCOMPARE(signedOne->state, InspectionState::Signed);
        QVERIFY(signedOne->profile == sample::inspection().profile);
        QVERIFY(signedOne->staffTally == sample::inspection().staffTally);
        QVERIFY(sample::sameContent(signedOne->answers.value(fixture::answeredItem), sample::fullAnswer()));
        const auto draft = inspections.load(sample::inspectionId);
        VERIFY_OK(draft);
        QCOMPARE(draft->revision, 2);
        QCOMPARE(draft->submission, fixture::secondSubmission);
        QVERIFY(sample::sameContent(draft->answers.value(fixture::answeredItem), sample::fullAnswer()));
        VERIFY_OK(inspections.redo(sample::inspectionId, {}));
        QVERIFY(!inspections.load(sample::inspectionId)->answers.contains(fixture::answeredItem));
        QVERIFY(inspections.history(sample::inspectionId)->size() > 20);
        QVERIFY(**RoundRepository((*store)->database()).findRound(FiscalYear(2026), 1) == fixture::round());
    }

    void opensRegistries_data() { addRows(u"registry"_s, registryFormat().newestVersion()); }
    void opensRegistries()
    {
        QFETCH(QString, name);
        QTemporaryDir target;
        const auto registry = Registry::open(copyOf(name, target), m_clock);
        VERIFY_OK(registry);
        QVERIFY((*registry)->check()->isEmpty());
        RegistryRepository repository(**registry);
        const auto entries = repository.entries();
        VERIFY_OK(entries);
        QCOMPARE(entries->size(), 2);
        const NewSubmission wanted = sample::submissionOf(2026, 1, 1);
        QCOMPARE(entries->first().submission, wanted.entry.submission);
        QCOMPARE(entries->first().importedAt, sample::moment());
        QCOMPARE(*repository.submissionJson(wanted.entry.submission), wanted.json);
        QCOMPARE(repository.document(wanted.entry.submission)->pdf, wanted.document.pdf);
        QList<QList<SubmittedItem>> sheets;
        VERIFY_OK(forEachAnswerSheet(**registry, {}, [&](const Submission &sheet) {
            sheets << sheet.items;
            return true;
        }));
        QCOMPARE(sheets.size(), 2);
        QCOMPARE(sheetLines(sheets.first()), sheetLines(wanted.items));
        QCOMPARE(sheets.last().size(), wanted.items.size());
        QVERIFY(**RoundRepository((*registry)->database()).findRound(FiscalYear(2026), 1) == fixture::round());
        QVERIFY(OrganisationRepository(**registry).organisation()->units == fixture::organisation().units);
        QCOMPARE(RefusalLog(**registry).refusals()->size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestFixtures)
#include "tst_fixtures.moc"
