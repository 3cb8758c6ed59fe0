#include "storage/sql_error.h"

#include <QSqlError>
#include <QTest>

using namespace tenken;
using namespace Qt::StringLiterals;

/// SQLite's (extended) codes become the few that somebody can do something about.
class TestSqlError : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isTranslated_data();
    void isTranslated();
    void knowsDuplicates_data();
    void knowsDuplicates();

private:
    static QSqlError errorOf(int code)
    {
        return {u"driver"_s, u"database"_s, QSqlError::StatementError, QString::number(code)};
    }
};

void TestSqlError::isTranslated_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<ErrorCode>("expected");
    using enum ErrorCode;
    QTest::newRow("SQLITE_ERROR") << 1 << StoreFailed;
    QTest::newRow("SQLITE_PERM") << 3 << StoreUnwritable;
    QTest::newRow("SQLITE_BUSY") << 5 << StoreBusy;
    QTest::newRow("SQLITE_BUSY_RECOVERY") << 261 << StoreBusy;
    QTest::newRow("SQLITE_BUSY_SNAPSHOT") << 517 << StoreBusy;
    QTest::newRow("SQLITE_LOCKED") << 6 << StoreLocked;
    QTest::newRow("SQLITE_LOCKED_SHAREDCACHE") << 262 << StoreLocked;
    QTest::newRow("SQLITE_READONLY") << 8 << StoreUnwritable;
    QTest::newRow("SQLITE_READONLY_DIRECTORY") << 1544 << StoreUnwritable;
    QTest::newRow("SQLITE_IOERR") << 10 << StoreFailed;
    QTest::newRow("SQLITE_IOERR_SHORT_READ") << 522 << StoreCorrupt;
    QTest::newRow("SQLITE_IOERR_WRITE") << 778 << StoreUnwritable;
    QTest::newRow("SQLITE_IOERR_FSYNC") << 1034 << StoreUnwritable;
    QTest::newRow("SQLITE_IOERR_LOCK") << 3850 << StoreLocked;
    QTest::newRow("SQLITE_IOERR_SHMSIZE") << 4874 << DiskFull;
    QTest::newRow("SQLITE_CORRUPT") << 11 << StoreCorrupt;
    QTest::newRow("SQLITE_CORRUPT_INDEX") << 779 << StoreCorrupt;
    QTest::newRow("SQLITE_FULL") << 13 << DiskFull;
    QTest::newRow("SQLITE_CANTOPEN") << 14 << StoreUnwritable;
    QTest::newRow("SQLITE_PROTOCOL") << 15 << StoreLocked;
    QTest::newRow("SQLITE_CONSTRAINT_CHECK") << 275 << StoreFailed;
    QTest::newRow("SQLITE_NOTADB") << 26 << StoreCorrupt;
    QTest::newRow("no number at all") << -1 << StoreFailed;
}

void TestSqlError::isTranslated()
{
    QFETCH(int, code);
    QFETCH(ErrorCode, expected);
    const Error error = toError(errorOf(code), u"/tmp/tenken.db"_s);
    QCOMPARE(error.code, expected);
    QCOMPARE(error.subject, u"/tmp/tenken.db"_s);
    QVERIFY(error.detail.contains(u"database"_s)); // SQLite's own words are kept
}

void TestSqlError::knowsDuplicates_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("expected");
    QTest::newRow("unique") << 2067 << true;
    QTest::newRow("primary key") << 1555 << true;
    QTest::newRow("foreign key") << 787 << false;
    QTest::newRow("check") << 275 << false;
    QTest::newRow("not null") << 1299 << false;
    QTest::newRow("constraint, no more is known") << 19 << false;
    QTest::newRow("busy") << 5 << false;
}

void TestSqlError::knowsDuplicates()
{
    QFETCH(int, code);
    QTEST(isDuplicate(errorOf(code)), "expected");
}

QTEST_GUILESS_MAIN(TestSqlError)
#include "tst_sql_error.moc"
