#include "viewmodel/shell/data_folder.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace tenken;

/// Data lies with the user, or beside a portable copy, and never where a profile roams.
class TestDataFolder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void installed();
    void portable();
};

void TestDataFolder::installed()
{
    const QTemporaryDir folder;
    const DataFolder data(folder.filePath(QStringLiteral("bin")));
    QVERIFY(!data.isPortable());
    const QString local = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    QCOMPARE(data.storeFile(), local + QStringLiteral("/tenken.db"));
    for (const QString &file : {data.storeFile(), data.settingsFile()}) {
        QVERIFY2(!file.contains(QStringLiteral("Roaming")), qPrintable(file));
    }
}

void TestDataFolder::portable()
{
    const QTemporaryDir folder;
    QFile marker(folder.filePath(QStringLiteral("portable.txt")));
    QVERIFY(marker.open(QIODevice::WriteOnly));
    const DataFolder data(folder.filePath(QStringLiteral("bin")));
    QVERIFY(data.isPortable());
    QCOMPARE(data.storeFile(), QDir::cleanPath(folder.filePath(QStringLiteral("data/tenken.db"))));
    QCOMPARE(data.settingsFile(), QDir::cleanPath(folder.filePath(QStringLiteral("data/tenken.ini"))));
}

QTEST_GUILESS_MAIN(TestDataFolder)
#include "tst_data_folder.moc"
