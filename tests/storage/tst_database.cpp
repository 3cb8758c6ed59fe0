#include "storage/database.h"
#include "storage/migrator.h"
#include "storage/store.h"

#include "child_process.h"
#include "result_checks.h"
#include "sample_inspection.h"
#include "support/odd_disks.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QThread>

#include <array>

using namespace tenken;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

OpenOptions impatient()
{
    OpenOptions options;
    options.busyTimeoutMs = 20;
    return options;
}

} // namespace

class TestDatabase : public QObject {
    Q_OBJECT

    FixedClock m_clock{sample::moment()};

    QByteArray goodDatabase(const DatabaseFormat &format = localFormat())
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"good.db"_s);
        {
            const auto database = Database::open(path, format);
            if (!database || !migrate(**database, format, m_clock)) {
                return {};
            }
        }
        return bytesOf(path);
    }

private Q_SLOTS:
    void isConfiguredForSafety_data()
    {
        QTest::addColumn<QString>("pragma");
        QTest::addColumn<QString>("value");
        QTest::newRow("write-ahead log") << u"journal_mode"_s << u"wal"_s;
        QTest::newRow("synchronous full") << u"synchronous"_s << u"2"_s;
        QTest::newRow("foreign keys") << u"foreign_keys"_s << u"1"_s;
        QTest::newRow("schema not trusted") << u"trusted_schema"_s << u"0"_s;
        QTest::newRow("busy timeout") << u"busy_timeout"_s << u"5000"_s;
        QTest::newRow("application id") << u"application_id"_s << QString::number(0x544E4B4C);
        QTest::newRow("version") << u"user_version"_s << QString::number(localFormat().newestVersion());
    }
    void isConfiguredForSafety()
    {
        QFETCH(QString, pragma);
        QFETCH(QString, value);
        QTemporaryDir folder;
        const auto store = Store::open(folder.filePath(u"tenken.db"_s), m_clock);
        VERIFY_OK(store);
        QCOMPARE((*store)->database().value(u"PRAGMA "_s + pragma)->toString(), value);
    }

    void hasOnlyStrictTables_data()
    {
        QTest::addColumn<bool>("registry");
        QTest::newRow("local") << false;
        QTest::newRow("registry") << true;
    }
    void hasOnlyStrictTables()
    {
        QFETCH(bool, registry);
        const DatabaseFormat format = registry ? registryFormat() : localFormat();
        QTemporaryDir folder;
        const auto database = Database::open(folder.filePath(u"x.db"_s), format);
        VERIFY_OK(database);
        VERIFY_OK(migrate(**database, format, m_clock));
        QVERIFY((*database)->value(u"SELECT count(*) FROM pragma_table_list WHERE schema = 'main'"_s)->toInt() > 5);
        QCOMPARE((*database)
                     ->value(u"SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
                             "AND NOT strict AND name NOT LIKE 'sqlite_%'"_s)
                     ->toInt(),
                 0);
    }

    void leavesWhatItRefuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        const QByteArray good = goodDatabase();
        QVERIFY(good.size() > 20000);
        QByteArray noise(50000, '\0');
        QRandomGenerator(7).fillRange(reinterpret_cast<quint32 *>(noise.data()), noise.size() / 4);
        QTest::newRow("random bytes") << noise << ErrorCode::StoreCorrupt;
        QTest::newRow("random bytes after a header") << good.first(100) + noise << ErrorCode::StoreCorrupt;
        QTest::newRow("text") << QByteArray("not a database") << ErrorCode::StoreCorrupt;
        QTest::newRow("zeros") << QByteArray(8192, '\0') << ErrorCode::StoreCorrupt;
        QTest::newRow("half a header") << good.first(50) << ErrorCode::StoreCorrupt;
        QTest::newRow("first page only") << good.first(4096) << ErrorCode::StoreCorrupt;
        QTest::newRow("half a file") << good.first(good.size() / 2) << ErrorCode::StoreCorrupt;
        QTest::newRow("not a whole page") << good.chopped(1000) << ErrorCode::StoreCorrupt;
        for (qsizetype page = 1; page * 4096 < good.size(); page += 3) {
            QByteArray damaged = good;
            damaged.replace(page * 4096, 4096, QByteArray(4096, '\xff'));
            QTest::addRow("page %lld damaged", static_cast<long long>(page)) << damaged << ErrorCode::StoreCorrupt;
        }
        QByteArray newer = good;
        newer[63] = 99;
        QTest::newRow("newer") << newer << ErrorCode::StoreNewer;
        QByteArray foreign = good;
        foreign[71] = 'x';
        QTest::newRow("other application") << foreign << ErrorCode::StoreForeign;
        QTest::newRow("registry") << goodDatabase(registryFormat()) << ErrorCode::StoreForeign;
        QByteArray unnamed = good;
        unnamed.replace(60, 12, QByteArray(12, '\0'));
        QTest::newRow("no application") << unnamed << ErrorCode::StoreForeign;
    }
    void leavesWhatItRefuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorCode, code);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"tenken.db"_s);
        write(path, bytes);
        const auto store = Store::open(path, m_clock);
        COMPARE_CODE(store, code);
        QCOMPARE(store.error().subject, path);
        QCOMPARE(bytesOf(path), bytes);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"tenken.db"_s});
    }

    void refusesNetworkShares_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<bool>("network");
        for (const char *type : {"nfs", "nfs4", "cifs", "smb2", "smb3", "CIFS", "fuse.sshfs", "ceph", "afs"}) {
            QTest::newRow(type) << QString::fromLatin1(type) << true;
        }
        for (const char *type : {"ext4", "xfs", "btrfs", "tmpfs", "overlay", "vfat", "NTFS", "fuseblk", ""}) {
            QTest::newRow(*type ? type : "unknown") << QString::fromLatin1(type) << false;
        }
    }
    void refusesNetworkShares()
    {
        QFETCH(QString, type);
        QFETCH(bool, network);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"tenken.db"_s);
        OpenOptions options;
        options.fileSystem = [type](const QString &) { return type; };
        const auto store = Store::open(path, m_clock, options);
        QCOMPARE(store.has_value(), !network);
        if (network) {
            COMPARE_CODE(store, ErrorCode::StoreOnNetwork);
            QVERIFY(!QFile::exists(path));
        }
    }

    void knowsTheFileSystemOfAPlaceThatIsNotThere()
    {
        QTemporaryDir folder;
        const QString type = fileSystemTypeOf(folder.path());
        QVERIFY(!type.isEmpty());
        QCOMPARE(fileSystemTypeOf(folder.filePath(u"not/here/yet.db"_s)), type);
    }

    void putsAFileInPlaceOnce()
    {
        QTemporaryDir folder;
        const QString from = folder.filePath(u"from"_s);
        const QString to = folder.filePath(u"to"_s);
        write(from, "first");
        QCOMPARE(*putInPlace(from, to), true);
        QVERIFY(!QFile::exists(from));
        write(from, "second");
        QCOMPARE(*putInPlace(from, to), false);
        QCOMPARE(bytesOf(to), QByteArray("first"));
        QCOMPARE(bytesOf(from), QByteArray("second"));
        COMPARE_CODE(putInPlace(folder.filePath(u"nothing"_s), folder.filePath(u"new"_s)), ErrorCode::StoreUnwritable);
    }

    void mustExistMakesNothing()
    {
        QTemporaryDir folder;
        OpenOptions options;
        options.mode = OpenOptions::Mode::MustExist;
        COMPARE_CODE(Store::open(folder.filePath(u"sub/tenken.db"_s), m_clock, options), ErrorCode::FileNotFound);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void isPrivate()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"sub/tenken.db"_s);
        const auto store = Store::open(path, m_clock);
        VERIFY_OK(store);
        VERIFY_OK((*store)->backup(folder.filePath(u"copy.db"_s)));
        for (const QString &file : {path, path + u"-wal"_s, path + u"-shm"_s, folder.filePath(u"copy.db"_s)}) {
            QVERIFY2(QFile::exists(file), qPrintable(file));
#ifdef Q_OS_UNIX // on Windows who may read it is told by the folder, which is the user's own
            constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
            QCOMPARE(QFile::permissions(file) & others, QFile::Permissions());
#endif
        }
    }

    void tellsWhenAnotherProgramHoldsIt()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"tenken.db"_s);
        const auto first = Store::open(path, m_clock, impatient());
        VERIFY_OK(first);
        const auto second = Store::open(path, m_clock, impatient());
        VERIFY_OK(second);
        {
            const auto writing = Transaction::begin((*first)->database(), Transaction::Kind::Write);
            VERIFY_OK(writing);
            COMPARE_CODE(Transaction::begin((*second)->database(), Transaction::Kind::Write), ErrorCode::StoreBusy);
            VERIFY_OK(Transaction::begin((*second)->database(), Transaction::Kind::Read));
        }
        VERIFY_OK(Transaction::begin((*second)->database(), Transaction::Kind::Write));
    }

    void isLockedWhileHeldExclusively()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"tenken.db"_s);
        const auto holder = Store::open(path, m_clock, impatient());
        VERIFY_OK(holder);
        VERIFY_OK((*holder)->database().execute(u"PRAGMA locking_mode = EXCLUSIVE"_s));
        VERIFY_OK((*holder)->database().execute(u"PRAGMA journal_mode = DELETE"_s));
        VERIFY_OK((*holder)->database().execute(u"BEGIN EXCLUSIVE"_s));
        const auto locked = Store::open(path, m_clock, impatient());
        COMPARE_CODE(locked, ErrorCode::StoreLocked);
        QCOMPARE(locked.error().subject, path);
    }

    void reportsAFullDisk()
    {
        QTemporaryDir folder;
        const auto store = Store::open(folder.filePath(u"tenken.db"_s), m_clock);
        VERIFY_OK(store);
        Database &database = (*store)->database();
        VERIFY_OK(database.execute(u"CREATE TABLE filler (text TEXT NOT NULL) STRICT"_s));
        const int pages = database.value(u"PRAGMA page_count"_s)->toInt();
        VERIFY_OK(database.value(u"PRAGMA max_page_count = %1"_s.arg(pages + 2)));
        const Status full = inTransaction(database, Transaction::Kind::Write, [&] {
            return database.execute(u"INSERT INTO filler VALUES (?)"_s, {QString(50000, u'x')});
        });
        COMPARE_CODE(full, ErrorCode::DiskFull);
        QCOMPARE(database.value(u"SELECT count(*) FROM filler"_s)->toInt(), 0);
        VERIFY_OK(database.execute(u"INSERT INTO filler VALUES ('still alive')"_s));
    }

    void rollsBackWhatWasNotCommitted()
    {
        QTemporaryDir folder;
        const auto store = Store::open(folder.filePath(u"tenken.db"_s), m_clock);
        VERIFY_OK(store);
        Database &database = (*store)->database();
        VERIFY_OK(database.execute(u"CREATE TABLE t (n INTEGER PRIMARY KEY) STRICT"_s));
        {
            auto transaction = Transaction::begin(database, Transaction::Kind::Write);
            VERIFY_OK(transaction);
            const Transaction moved = std::move(*transaction);
            VERIFY_OK(database.execute(u"INSERT INTO t VALUES (1)"_s));
        }
        QCOMPARE(database.value(u"SELECT count(*) FROM t"_s)->toInt(), 0);
        QCOMPARE(*database.insertUnlessDuplicate(u"INSERT INTO t VALUES (?)"_s, {1}), true);
        QCOMPARE(*database.insertUnlessDuplicate(u"INSERT INTO t VALUES (?)"_s, {1}), false);
        COMPARE_CODE(database.insertUnlessDuplicate(u"INSERT INTO nowhere VALUES (?)"_s, {1}), ErrorCode::StoreFailed);
    }

#ifdef Q_OS_UNIX
    void refusesPlacesThatCannotBeWritten_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("read-only file") << u"tenken.db"_s;
        QTest::newRow("new file in a read-only folder") << u"new.db"_s;
        QTest::newRow("new folder in a read-only folder") << u"new/tenken.db"_s;
        QTest::newRow("below a file") << u"tenken.db/tenken.db"_s;
        QTest::newRow("a folder") << u"."_s;
    }
    void refusesPlacesThatCannotBeWritten()
    {
        QFETCH(QString, name);
        QTemporaryDir folder;
        VERIFY_OK(Store::open(folder.filePath(u"tenken.db"_s), m_clock));
        const auto readable = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
        const auto enterable = QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;
        QVERIFY(QFile::setPermissions(folder.filePath(u"tenken.db"_s), readable));
        QVERIFY(QFile::setPermissions(folder.path(), readable | enterable));
        const int code = child::run([&] {
            if (!child::giveUpRoot()) {
                return 255;
            }
            const auto store = Store::open(folder.filePath(name), m_clock);
            return store ? 254 : static_cast<int>(store.error().code);
        });
        QVERIFY(QFile::setPermissions(folder.path(), readable | enterable | QFile::WriteOwner));
        QCOMPARE(code, static_cast<int>(ErrorCode::StoreUnwritable));
    }

    void isMadeOnceByManyAtOnce()
    {
        for (int round = 0; round < 5; ++round) {
            QTemporaryDir folder;
            const QString path = folder.filePath(u"tenken.db"_s);
            std::array<pid_t, 6> children{};
            for (pid_t &one : children) {
                one = fork();
                if (one == 0) {
                    const auto store = Store::open(path, m_clock);
                    if (!store) {
                        std::fprintf(stderr, "%s\n", qPrintable(checks::trace(store)));
                    }
                    _exit(store ? 0 : 1);
                }
            }
            int failures = 0;
            for (const pid_t one : children) {
                int status = 0;
                const bool ended = waitpid(one, &status, 0) == one && WIFEXITED(status);
                failures += ended && WEXITSTATUS(status) == 0 ? 0 : 1;
            }
            QCOMPARE(failures, 0);
            QVERIFY(QDir(folder.path()).entryList({u"*.new-*"_s}).isEmpty());
            const auto store = Store::open(path, m_clock);
            VERIFY_OK(store);
            QVERIFY((*store)->check()->isIntact);
        }
    }
#else
    void refusesPlacesThatCannotBeWritten_data()
    {
        QTest::addColumn<QString>("path");
        const QString locked = support::lockedDisk();
        QTest::newRow("below a file") << u"tenken.db/tenken.db"_s;
        QTest::newRow("a folder") << u"."_s;
        if (!locked.isEmpty()) {
            QTest::newRow("new file on a locked disk") << locked + u"/new.db"_s;
            QTest::newRow("new folder on a locked disk") << locked + u"/new/tenken.db"_s;
        }
    }
    void refusesPlacesThatCannotBeWritten()
    {
        QFETCH(QString, path);
        QTemporaryDir folder;
        VERIFY_OK(Store::open(folder.filePath(u"tenken.db"_s), m_clock));
        COMPARE_CODE(Store::open(QDir(folder.path()).filePath(path), m_clock), ErrorCode::StoreUnwritable);
    }
#endif
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
