#include "storage/backup.h"
#include "storage/migrator.h"
#include "storage/store.h"
#include "support/places.h"

#include "result_checks.h"
#include "sample_inspection.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace tenken;
using namespace tenken::support;
using namespace Qt::StringLiterals;

namespace {

DatabaseFormat first(DatabaseFormat format, int versions)
{
    format.migrations = format.migrations.first(versions);
    return format;
}

DatabaseFormat withStep(DatabaseFormat format, const QByteArray &sql)
{
    format.migrations.append({format.newestVersion() + 1, u"9999_test_step.sql"_s, sql});
    return format;
}

} // namespace

class TestMigrator : public QObject {
    Q_OBJECT

    FixedClock m_clock{sample::moment()};

    Result<std::unique_ptr<Database>> openAt(const QString &path, const DatabaseFormat &format)
    {
        auto database = Database::open(path, format);
        if (database) {
            if (const Status migrated = migrate(**database, format, m_clock); !migrated) {
                return fail(migrated);
            }
        }
        return database;
    }
    static QStringList schemaOf(Database &database)
    {
        QStringList lines;
        const QString sql = u"SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY 1, 2"_s;
        const Status read = database.forEach(sql, {}, [&](const QSqlQuery &row) {
            lines.append(row.value(0).toString() + u' ' + row.value(1).toString() + u' ' + row.value(2).toString()
                         + u' ' + row.value(3).toString());
            return Status();
        });
        return read ? lines : QStringList();
    }
    QStringList backups(const QTemporaryDir &folder) { return QDir(folder.path()).entryList({u"*.bak"_s}); }

private Q_SLOTS:
    void isAReleasedFile_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("sha256");
        QFile list(sourcePath("tests/storage/migrations.sha256"));
        QVERIFY(list.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(list.readAll()).split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines) {
            const QString name = line.section(u"  "_s, 1);
            QTest::newRow(qPrintable(name)) << name << line.section(u"  "_s, 0, 0);
        }
        QCOMPARE(lines.size(), localFormat().newestVersion() + registryFormat().newestVersion());
    }
    /// Once released a file is never edited: a change is a new file, and a new line in migrations.sha256.
    void isAReleasedFile()
    {
        QFETCH(QString, name);
        QFETCH(QString, sha256);
        const DatabaseFormat format = name.startsWith(u"local/"_s) ? localFormat() : registryFormat();
        bool found = false;
        for (const Migration &migration : format.migrations) {
            if (migration.name == name.section(u'/', 1)) {
                found = true;
                const QByteArray hash = QCryptographicHash::hash(migration.sql, QCryptographicHash::Sha256).toHex();
                QCOMPARE(QString::fromLatin1(hash), sha256);
            }
        }
        QVERIFY(found);
    }

    void isNumberedWithoutGaps()
    {
        for (const DatabaseFormat &format : {localFormat(), registryFormat()}) {
            QVERIFY(format.newestVersion() > 0);
            for (qsizetype index = 0; index < format.migrations.size(); ++index) {
                QCOMPARE(format.migrations.at(index).version, index + 1);
            }
        }
    }

    void splitsStatements_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<int>("count");
        QTest::newRow("none") << QByteArray("\n\n") << 0;
        QTest::newRow("one") << QByteArray("SELECT 1;") << 1;
        QTest::newRow("windows line ends") << QByteArray("SELECT 1;\r\n\r\nSELECT 2;\r\n") << 2;
        QTest::newRow("trigger") << QByteArray("CREATE TRIGGER t BEGIN\n  SELECT 1;\n  SELECT 2;\nEND;\n\nSELECT 3;")
                                 << 2;
        QTest::newRow("comment with semicolon") << QByteArray("-- a; b\nSELECT ';';\n\n\n\nSELECT 2;") << 2;
    }
    void splitsStatements()
    {
        QFETCH(QByteArray, sql);
        QFETCH(int, count);
        QCOMPARE(statementsOf(sql).size(), count);
    }

    void backsUpBeforeAnUpgrade()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"tenken.db"_s);
        VERIFY_OK(openAt(path, first(localFormat(), 1)));
        QVERIFY(backups(folder).isEmpty()); // nothing was there to save
        VERIFY_OK(openAt(path, localFormat()));
        QCOMPARE(backups(folder), QStringList{u"tenken.db.v1-20261122T210300.bak"_s});
        const auto old = Database::open(folder.filePath(backups(folder).first()), first(localFormat(), 1));
        VERIFY_OK(old);
        QCOMPARE(*(*old)->version(), 1);
        VERIFY_OK(openAt(path, localFormat()));
        QCOMPARE(backups(folder).size(), 1); // nothing to upgrade any more
    }

    /// From whatever released schema one comes, the schema is the same in the end, and the data of before is saved.
    void everyWayEndsInTheSameSchema_data()
    {
        QTest::addColumn<bool>("registry");
        QTest::addColumn<int>("from");
        for (const bool registry : {false, true}) {
            const int newest = (registry ? registryFormat() : localFormat()).newestVersion();
            for (int from = 1; from <= newest; ++from) {
                QTest::addRow("%s %d", registry ? "registry" : "local", from) << registry << from;
            }
        }
    }
    void everyWayEndsInTheSameSchema()
    {
        QFETCH(bool, registry);
        QFETCH(int, from);
        const DatabaseFormat format = registry ? registryFormat() : localFormat();
        QTemporaryDir folder;
        const QString path = folder.filePath(u"old.db"_s);
        VERIFY_OK(openAt(path, first(format, from)));
        const auto fresh = openAt(folder.filePath(u"fresh.db"_s), format);
        VERIFY_OK(fresh);
        const auto upgraded = openAt(path, format);
        VERIFY_OK(upgraded);
        QCOMPARE(schemaOf(**upgraded), schemaOf(**fresh));
        QCOMPARE(*(*upgraded)->version(), format.newestVersion());
        QVERIFY((*upgraded)->problems()->isEmpty());
        const bool isNewest = from == format.newestVersion();
        QCOMPARE(backups(folder),
                 isNewest ? QStringList() : QStringList{u"old.db.v%1-20261122T210300.bak"_s.arg(from)});
    }

    /// Answers had a row each before schema 6.
    void answersBecomeSheets_data()
    {
        QTest::addColumn<QStringList>("rows");
        QTest::addColumn<QString>("lines");
        QTest::newRow("none") << QStringList() << QString();
        QTest::newRow("in their order, not in that of their ids")
            << QStringList{u"0, 'B-9', 2, 'f', 'NA'"_s, u"1, 'B-1', 1, 'f', ''"_s, u"10, 'B-2', 3, 'f', 'PARTIAL'"_s}
            << u"B-9\t2\tNA\nB-1\t1\t\nB-2\t3\tPARTIAL"_s;
    }
    void answersBecomeSheets()
    {
        QFETCH(QStringList, rows);
        QFETCH(QString, lines);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"registry.db"_s);
        {
            const auto old = openAt(path, first(registryFormat(), 5));
            VERIFY_OK(old);
            VERIFY_OK(
                (*old)->execute(u"INSERT INTO submissions VALUES (7, 's', 'i', 1, '', 'KC-B', '2026.1', 'section', "
                                "'U1', '課', 'U1', '課', '[]', 'mayor', 2026, 1, 0, 1, 'accepted', '[]', '', '')"_s));
            for (const QString &row : rows) {
                VERIFY_OK((*old)->execute(u"INSERT INTO answers VALUES (7, %1)"_s.arg(row)));
            }
        }
        const auto upgraded = openAt(path, registryFormat());
        VERIFY_OK(upgraded);
        QCOMPARE((*upgraded)->value(u"SELECT lines FROM sheets WHERE submission_id = 7"_s)->toString(), lines);
    }

    void staysWhereAStepFails_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("syntax") << QByteArray("CREATE TABLE half (n INTEGER) STRICT;\n\nCREATE NONSENSE;");
        QTest::newRow("two statements without an empty line")
            << QByteArray("CREATE TABLE half (n INTEGER) STRICT;\nCREATE TABLE other (n INTEGER) STRICT;");
        QTest::newRow("constraint") << QByteArray("CREATE TABLE half (n INTEGER CHECK (n > 0)) STRICT;\n\n"
                                                  "INSERT INTO half VALUES (0);");
    }
    void staysWhereAStepFails()
    {
        QFETCH(QByteArray, sql);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"tenken.db"_s);
        VERIFY_OK(openAt(path, localFormat()));
        const auto failed = openAt(path, withStep(localFormat(), sql));
        COMPARE_CODE(failed, ErrorCode::StoreFailed);
        QVERIFY(failed.error().detail.contains(u"9999_test_step.sql"_s));
        const auto database = openAt(path, localFormat()); // not newer than the program
        VERIFY_OK(database);
        QCOMPARE((*database)->value(u"SELECT count(*) FROM sqlite_schema WHERE name = 'half'"_s)->toInt(), 0);
        QCOMPARE(backups(folder).size(), 1);
    }

    void refusesToGoBack()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"tenken.db"_s);
        VERIFY_OK(openAt(path, withStep(localFormat(), "CREATE TABLE later (n INTEGER) STRICT;")));
        COMPARE_CODE(openAt(path, localFormat()), ErrorCode::StoreNewer);
        COMPARE_CODE(Store::open(path, m_clock), ErrorCode::StoreNewer);
    }

    void doesNotUpgradeWithoutABackup()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"tenken.db"_s);
        VERIFY_OK(openAt(path, first(localFormat(), 1)));
        QFile taken(path + u".v1-20261122T210300.bak"_s);
        QVERIFY(taken.open(QIODevice::WriteOnly));
        COMPARE_CODE(openAt(path, localFormat()), ErrorCode::AlreadyExists);
        const auto database = Database::open(path, localFormat());
        VERIFY_OK(database);
        QCOMPARE(*(*database)->version(), 1);
    }
};

QTEST_GUILESS_MAIN(TestMigrator)
#include "tst_migrator.moc"
