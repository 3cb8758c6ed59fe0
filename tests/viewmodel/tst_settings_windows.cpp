#include "viewmodel/shell/settings.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace tenken;

namespace {
const QString policy = QStringLiteral("HKEY_CURRENT_USER\\Software\\TenkenTest\\Policies");
}

/// Group policy lies in the registry, as numbers, texts and lists of texts.
class TestSettingsWindows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void registryDecides();
    void placesAreTheMachines();
};

void TestSettingsWindows::cleanup()
{
    QSettings(QStringLiteral("HKEY_CURRENT_USER\\Software"), QSettings::NativeFormat)
        .remove(QStringLiteral("TenkenTest"));
}

void TestSettingsWindows::registryDecides()
{
    const QStringList anchors{QStringLiteral("C:/ProgramData/市/ca.pem"), QStringLiteral("C:/b.pem")};
    {
        QSettings registry(policy, QSettings::NativeFormat);
        registry.setValue(QStringLiteral("zoom"), 150);
        registry.setValue(QStringLiteral("language"), QStringLiteral("en"));
        registry.setValue(QStringLiteral("trustAnchors"), anchors);
    }
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("tenken.ini")), policy);
    settings.set(QStringLiteral("zoom"), 100);
    QCOMPARE(settings.zoom(), 150);
    QCOMPARE(settings.language(), QStringLiteral("en"));
    QCOMPARE(settings.trustAnchors(), anchors);
    QVERIFY(settings.isFixed(QStringLiteral("trustAnchors")));
    QVERIFY(!settings.isFixed(QStringLiteral("appearance")));
}

void TestSettingsWindows::placesAreTheMachines()
{
    QCOMPARE(Settings::defaultPolicyFile(), QStringLiteral("HKEY_LOCAL_MACHINE\\Software\\Policies\\Tenken"));
    qputenv("ProgramData", "Z:\\elsewhere");
    QVERIFY2(Settings::defaultMachineFile().endsWith(QStringLiteral(":/ProgramData/Tenken/policy.ini")),
             qPrintable(Settings::defaultMachineFile()));
}

QTEST_GUILESS_MAIN(TestSettingsWindows)
#include "tst_settings_windows.moc"
