#include "storage/backup.h"
#include "storage/inspection_repository.h"
#include "storage/store.h"

#include "child_process.h"
#include "result_checks.h"
#include "sample_inspection.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <memory>

using namespace tenken;
using namespace Qt::StringLiterals;

class TestBackup : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    FixedClock m_clock{sample::moment()};

    QString path(const QString &name = u"tenken.db"_s) { return m_folder->filePath(name); }
    Result<std::unique_ptr<Store>> open() { return Store::open(path(), m_clock); }
    void addInspection()
    {
        const auto store = open();
        VERIFY_OK(store);
        VERIFY_OK(
            InspectionRepository(**store).create(sample::inspection(QUuid::createUuid(), QUuid::createUuid()), {}));
    }
    int inspections()
    {
        const auto store = open();
        return store ? static_cast<int>(InspectionRepository(**store).list()->size()) : -1;
    }
    QByteArray bytes(const QString &name)
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QString &name, const QByteArray &content)
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock.set(sample::moment());
    }

    void keepsSevenDailyBackups()
    {
        VERIFY_OK(open());
        QVERIFY(dailyBackupsOf(path()).isEmpty()); // nothing in it yet
        addInspection();
        for (int day = 0; day < 10; ++day) {
            VERIFY_OK(open());
            VERIFY_OK(open()); // one a day
            QCOMPARE(dailyBackupsOf(path()).size(), std::min(day + 1, 7));
            m_clock.advanceSeconds(86400);
        }
        QCOMPARE(QFileInfo(dailyBackupsOf(path()).first()).fileName(), u"tenken-20261201T210300.db"_s);
        QCOMPARE(QFileInfo(dailyBackupsOf(path()).last()).fileName(), u"tenken-20261125T210300.db"_s);
        m_clock.advanceSeconds(-1);
        VERIFY_OK(open());
        QCOMPARE(QFileInfo(dailyBackupsOf(path()).first()).fileName(), u"tenken-20261201T210300.db"_s);
        QCOMPARE((*open())->check()->newestBackup, dailyBackupsOf(path()).first());
    }

    /// A clock that was wrong for a day dates a backup years ahead: the days until then are saved all the same.
    void isNotStoppedByABackupOfTheFuture()
    {
        addInspection();
        m_clock.set(QDateTime(QDate(2036, 1, 1), QTime(9, 0), Qt::OffsetFromUTC, 9 * 3600));
        VERIFY_OK(open());
        const QString wrong = dailyBackupsOf(path()).first();
        for (int day = 0; day < 9; ++day) {
            m_clock.set(sample::moment().addDays(day));
            VERIFY_OK(open());
            VERIFY_OK(open());
            QStringList made = dailyBackupsOf(path());
            QCOMPARE(made.takeFirst(), wrong);
            QCOMPARE(made.size(), std::min(day + 1, 7));
            QVERIFY(made.first().contains(fileTimeOf(m_clock.now())));
        }
    }

    void anotherOffsetIsTheSameWallClock()
    {
        addInspection();
        VERIFY_OK(open());
        m_clock.set(m_clock.now().addSecs(86399));
        VERIFY_OK(open());
        QCOMPARE(dailyBackupsOf(path()).size(), 1);
        m_clock.advanceSeconds(1);
        VERIFY_OK(open());
        QCOMPARE(dailyBackupsOf(path()).size(), 2);
    }

    /// What else lies in that folder neither counts as a backup nor is ever removed.
    void leavesOtherFilesAlone()
    {
        addInspection();
        const QStringList others{u"tenken-99999999T999999.db"_s,      u"tenken-20261301T000000.db"_s,
                                 u"tenken-20261122T240000.db"_s,      u"tenken-copyofmyTbackup.db"_s,
                                 u"tenken-20251122T210300.db.part"_s, u"other-20251122T210300.db"_s};
        QVERIFY(QDir(m_folder->path()).mkdir(u"backups"_s));
        for (const QString &name : others) {
            write(u"backups/"_s + name, "mine");
        }
        for (int day = 0; day < 9; ++day) {
            VERIFY_OK(open());
            m_clock.advanceSeconds(86400);
        }
        QCOMPARE(dailyBackupsOf(path()).size(), 7);
        for (const QString &name : others) {
            QCOMPARE(bytes(u"backups/"_s + name), QByteArray("mine"));
        }
    }

    void opensWithoutABackupWhenThatFails()
    {
        addInspection();
        write(u"backups"_s, "a file where the folder should be");
        const auto store = open();
        VERIFY_OK(store);
        QVERIFY((*store)->backupProblem().has_value());
        QCOMPARE((*store)->backupProblem()->code, ErrorCode::StoreUnwritable);
    }

    void backsUpWhileInUse()
    {
        addInspection();
        const auto store = open();
        VERIFY_OK(store);
        VERIFY_OK((*store)->backup(path(u"copy.db"_s)));
        COMPARE_CODE((*store)->backup(path(u"copy.db"_s)), ErrorCode::AlreadyExists);
        QVERIFY(!QFile::exists(path(u"copy.db.part"_s)));
        const auto copy = Store::open(path(u"copy.db"_s), m_clock);
        VERIFY_OK(copy);
        QVERIFY((*copy)->check()->isIntact);
        QCOMPARE((*copy)->check()->inspections, 1);
        QCOMPARE((*copy)->check()->schemaVersion, (*store)->check()->schemaVersion);
    }

    void restores()
    {
        addInspection();
        VERIFY_OK((*open())->backup(path(u"copy.db"_s)));
        addInspection();
        QCOMPARE(inspections(), 2);
        const QByteArray before = bytes(u"tenken.db"_s);
        const QByteArray backup = bytes(u"copy.db"_s);
        const auto kept = Store::restore(path(u"copy.db"_s), path(), m_clock);
        VERIFY_OK(kept);
        QCOMPARE(*kept, path(u"tenken.db.replaced-20261122T210300"_s));
        QCOMPARE(inspections(), 1);
        QCOMPARE(bytes(u"copy.db"_s), backup);
        VERIFY_OK(Store::open(*kept, m_clock));
        QCOMPARE((*Store::open(*kept, m_clock))->check()->inspections, 2);
    }

    void restoresWhereNothingWas()
    {
        addInspection();
        VERIFY_OK((*open())->backup(path(u"copy.db"_s)));
        QVERIFY(QFile::remove(path()));
        write(u"tenken.db-wal"_s, "a log without its database");
        const auto kept = Store::restore(path(u"copy.db"_s), path(), m_clock);
        VERIFY_OK(kept);
        QVERIFY(kept->isEmpty());
        QVERIFY(!QFile::exists(path(u"tenken.db-wal"_s)));
        QCOMPARE(inspections(), 1);
    }

    void restoresOverABrokenDatabase()
    {
        addInspection();
        VERIFY_OK((*open())->backup(path(u"copy.db"_s)));
        const QByteArray broken("broken");
        write(u"tenken.db"_s, broken);
        const auto kept = Store::restore(path(u"copy.db"_s), path(), m_clock);
        VERIFY_OK(kept);
        QCOMPARE(bytes(QFileInfo(*kept).fileName()), broken);
        QCOMPARE(inspections(), 1);
    }

    void refusesBadBackups_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("missing") << QByteArray() << ErrorCode::FileNotFound;
        QTest::newRow("empty") << QByteArray("") << ErrorCode::StoreCorrupt;
        QTest::newRow("text") << QByteArray("no backup") << ErrorCode::StoreCorrupt;
    }
    void refusesBadBackups()
    {
        QFETCH(QByteArray, content);
        QFETCH(ErrorCode, code);
        addInspection();
        if (!content.isNull()) {
            write(u"copy.db"_s, content);
        }
        const QByteArray before = bytes(u"tenken.db"_s);
        const auto refused = Store::restore(path(u"copy.db"_s), path(), m_clock);
        COMPARE_CODE(refused, code);
        QCOMPARE(refused.error().subject, path(u"copy.db"_s));
        QCOMPARE(bytes(u"tenken.db"_s), before);
        QCOMPARE(inspections(), 1);
        QVERIFY(QDir(m_folder->path()).entryList({u"*.restoring*"_s, u"*.replaced*"_s}).isEmpty());
    }

    void refusesADamagedBackup()
    {
        addInspection();
        VERIFY_OK((*open())->backup(path(u"copy.db"_s)));
        QByteArray damaged = bytes(u"copy.db"_s);
        damaged.replace(4 * 4096, 4096, QByteArray(4096, '\xff'));
        write(u"copy.db"_s, damaged);
        COMPARE_CODE(Store::restore(path(u"copy.db"_s), path(), m_clock), ErrorCode::StoreCorrupt);
        QCOMPARE(inspections(), 1);
    }

    void refusesToReplaceWhatIsInUseOrNotOurs()
    {
        addInspection();
        VERIFY_OK((*open())->backup(path(u"copy.db"_s)));
        {
            const auto user = open();
            VERIFY_OK(user);
            COMPARE_CODE(Store::restore(path(u"copy.db"_s), path(), m_clock), ErrorCode::StoreBusy);
            QCOMPARE((*user)->check()->inspections, 1);
        }
        QByteArray foreign = bytes(u"tenken.db"_s);
        foreign[71] = 'x';
        write(u"tenken.db"_s, foreign);
        COMPARE_CODE(Store::restore(path(u"copy.db"_s), path(), m_clock), ErrorCode::StoreForeign);
        QCOMPARE(bytes(u"tenken.db"_s), foreign);
    }

    /// The place for what is put aside is taken: nothing has moved when that is told.
    void leavesTheDatabaseInItsPlace_data()
    {
        QTest::addColumn<QString>("taken");
        QTest::newRow("database") << u"tenken.db.replaced-20261122T210300"_s;
        QTest::newRow("log") << u"tenken.db.replaced-20261122T210300-wal"_s;
    }
    void leavesTheDatabaseInItsPlace()
    {
        QFETCH(QString, taken);
        addInspection();
        VERIFY_OK((*open())->backup(path(u"copy.db"_s)));
        const QMap<QString, QByteArray> files{
            {u"tenken.db"_s, "broken"}, {u"tenken.db-wal"_s, "its log"}, {taken, "from before"}};
        for (auto file = files.constBegin(); file != files.constEnd(); ++file) {
            write(file.key(), *file);
        }
        const auto refused = Store::restore(path(u"copy.db"_s), path(), m_clock);
        COMPARE_CODE(refused, ErrorCode::AlreadyExists);
        QCOMPARE(refused.error().subject, path(taken));
        for (auto file = files.constBegin(); file != files.constEnd(); ++file) {
            QCOMPARE(bytes(file.key()), *file);
        }
        QVERIFY(!QFile::exists(path(u"tenken.db.restoring"_s)));
        m_clock.advanceSeconds(1);
        VERIFY_OK(Store::restore(path(u"copy.db"_s), path(), m_clock));
        QCOMPARE(bytes(u"tenken.db.replaced-20261122T210301-wal"_s), QByteArray("its log"));
        QCOMPARE(inspections(), 1);
    }

    void refusesAFolderAsBackup()
    {
        addInspection();
        QVERIFY(QDir(m_folder->path()).mkdir(u"copy.db"_s));
        COMPARE_CODE(Store::restore(path(u"copy.db"_s), path(), m_clock), ErrorCode::FileUnreadable);
        QCOMPARE(inspections(), 1);
    }

    void takesUpWhatAKilledRunLeft()
    {
        addInspection();
        write(u"copy.db.part"_s, "half a backup");
        VERIFY_OK((*open())->backup(path(u"copy.db"_s)));
        QVERIFY(!QFile::exists(path(u"copy.db.part"_s)));
        write(u"tenken.db.restoring"_s, "half a database");
        VERIFY_OK(Store::restore(path(u"copy.db"_s), path(), m_clock));
        QVERIFY(!QFile::exists(path(u"tenken.db.restoring"_s)));
        QCOMPARE(inspections(), 1);
    }

    void makesTheFolderOfABackup()
    {
        addInspection();
        VERIFY_OK((*open())->backup(path(u"away/for/good.db"_s)));
        QVERIFY(QFile::exists(path(u"away/for/good.db"_s)));
        COMPARE_CODE((*open())->backup(path(u"tenken.db/copy.db"_s)), ErrorCode::StoreUnwritable);
    }

#ifdef Q_OS_UNIX
    /// A limit on the size of a file stands for a disk that is full.
    void leavesNothingHalfOnAFullDisk_data()
    {
        QTest::addColumn<bool>("restoring");
        QTest::newRow("backup") << false;
        QTest::newRow("restore") << true;
    }
    void leavesNothingHalfOnAFullDisk()
    {
        QFETCH(bool, restoring);
        addInspection();
        VERIFY_OK((*open())->backup(path(u"copy.db"_s)));
        const QByteArray before = bytes(u"tenken.db"_s);
        const int code = child::run([&] {
            const std::unique_ptr<Store> store = restoring ? nullptr : open().value();
            child::limitFileSize(16 * 1024);
            if (store) {
                const Status saved = store->backup(path(u"second.db"_s));
                return saved ? 255 : static_cast<int>(saved.error().code);
            }
            const auto restored = Store::restore(path(u"copy.db"_s), path(), m_clock);
            return restored ? 255 : static_cast<int>(restored.error().code);
        });
        QCOMPARE(code, static_cast<int>(restoring ? ErrorCode::DiskFull : ErrorCode::StoreUnwritable));
        QCOMPARE(bytes(u"tenken.db"_s), before);
        QCOMPARE(QDir(m_folder->path()).entryList({u"second*"_s, u"*.part"_s, u"*.restoring"_s, u"*replaced*"_s}),
                 QStringList());
        QCOMPARE(inspections(), 1);
    }
#endif

    void isNotFooledByAnEmptiedStore()
    {
        addInspection();
        VERIFY_OK(open()); // makes today's backup
        write(u"tenken.db"_s, {});
        COMPARE_CODE(open(), ErrorCode::StoreCorrupt);
        VERIFY_OK(Store::restore(dailyBackupsOf(path()).first(), path(), m_clock));
        QCOMPARE(inspections(), 1);
    }
};

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
