#include "viewmodel/shell/settings.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace tenken;

/// What an administrator fixed cannot be changed, and group policy goes before the policy of the machine.
class TestSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void policiesDecide_data();
    void policiesDecide();
};

void TestSettings::policiesDecide_data()
{
    QTest::addColumn<int>("group"); // zoom; 0: not named
    QTest::addColumn<int>("machine");
    QTest::addColumn<int>("zoom"); // after the person asked for 110
    QTest::newRow("no policy") << 0 << 0 << 110;
    QTest::newRow("machine") << 0 << 125 << 125;
    QTest::newRow("group policy") << 150 << 0 << 150;
    QTest::newRow("both") << 150 << 125 << 150;
}

void TestSettings::policiesDecide()
{
    QFETCH(int, group);
    QFETCH(int, machine);
    QFETCH(int, zoom);
    const QString key = QStringLiteral("zoom");
    const QTemporaryDir folder;
    const QString groupFile = folder.filePath(QStringLiteral("group.ini"));
    const QString machineFile = folder.filePath(QStringLiteral("machine.ini"));
    for (const auto &[file, value] : {std::pair(groupFile, group), std::pair(machineFile, machine)}) {
        if (value > 0) {
            QSettings(file, QSettings::IniFormat).setValue(key, value);
        }
    }
    Settings settings(folder.filePath(QStringLiteral("tenken.ini")), groupFile, machineFile);
    settings.set(key, 110);
    QCOMPARE(settings.zoom(), zoom);
    QCOMPARE(settings.isFixed(key), group > 0 || machine > 0);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
