#include "storage/database_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tenken;
using namespace Qt::StringLiterals;

/// Shares and drives of servers are told from disks by their names, without asking a server.
class TestDatabaseFileWindows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sharesAreNetwork_data();
    void sharesAreNetwork();
    void disksAreNot();
    void takenNamesStay();
};

void TestDatabaseFileWindows::sharesAreNetwork_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("share") << u"//server/share/tenken.db"_s;
    QTest::newRow("share, as Windows spells it") << uR"(\\server\share\課\tenken.db)"_s;
    QTest::newRow("long share") << uR"(\\?\UNC\server\share\tenken.db)"_s;
    QTest::newRow("WebDAV") << uR"(\\server@SSL\DavWWWRoot\tenken.db)"_s;
}

void TestDatabaseFileWindows::sharesAreNetwork()
{
    QFETCH(QString, path);
    QVERIFY2(isNetworkFileSystem(fileSystemTypeOf(path)), qPrintable(fileSystemTypeOf(path)));
}

void TestDatabaseFileWindows::disksAreNot()
{
    const QTemporaryDir folder;
    const QString place = folder.filePath(u"まだ無い/tenken.db"_s);
    QVERIFY2(!isNetworkFileSystem(fileSystemTypeOf(place)), qPrintable(fileSystemTypeOf(place)));
}

void TestDatabaseFileWindows::takenNamesStay()
{
    const QTemporaryDir folder;
    const QString from = folder.filePath(u"新.db"_s);
    const QString to = folder.filePath(u"点検.db"_s);
    for (const QString &path : {from, to}) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(path.toUtf8());
    }
    const auto refused = putInPlace(from, to);
    QVERIFY(refused && !*refused);
    QVERIFY(QFile::remove(to));
    const auto placed = putInPlace(from, to);
    QVERIFY(placed && *placed);
    QVERIFY(!QFile::exists(from));
}

QTEST_GUILESS_MAIN(TestDatabaseFileWindows)
#include "tst_database_file_windows.moc"
