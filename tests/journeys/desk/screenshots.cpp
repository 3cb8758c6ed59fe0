// screenshots <folder> [setting]: a picture of every page in the four settings, or in that one
#include "gui/inspection/key_dialog.h"
#include "gui/page_walk.h"
#include "gui/shell/appearance.h"

#include <QApplication>
#include <QDir>

using namespace tenken;

namespace {

bool photograph(QApplication &application, const support::Setting &setting, const QDir &folder)
{
    support::Workplace place;
    if (!place.open() || !place.makeKeys(QStringLiteral("U0004"))) {
        return false;
    }
    place.settings->set(QStringLiteral("language"), QString::fromLatin1(setting.language));
    place.settings->set(QStringLiteral("appearance"), QString::fromLatin1(setting.appearance));
    place.settings->set(QStringLiteral("zoom"), setting.zoom);
    const Appearance appearance(application, *place.settings);
    MainWindow window(place.context());
    window.resize(setting.size);
    window.show();
    KeyDialog keys(place.context(), {QStringLiteral("U0004"), QStringLiteral("点検 花子"), Role::Inspector});
    auto *ways = keys.findChild<QTabWidget *>(QStringLiteral("keyWays"));
    keys.show();
    for (int way = 0; way < ways->count(); ++way) {
        ways->setCurrentIndex(way);
        QTest::qWait(50);
        keys.grab().save(folder.filePath(QStringLiteral("%1_keys_%2.png").arg(QLatin1String(setting.name)).arg(way)));
    }
    keys.close();
    return support::walkPages(place, window, [&](const QString &page) {
        QTest::qWait(50);
        window.grab().save(folder.filePath(QStringLiteral("%1_%2.png").arg(QLatin1String(setting.name), page)));
    });
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QDir folder(application.arguments().value(1, QStringLiteral(".")));
    folder.mkpath(QStringLiteral("."));
    const QString only = application.arguments().value(2);
    for (const support::Setting &setting : support::settings) {
        if ((only.isEmpty() || only == QLatin1String(setting.name)) && !photograph(application, setting, folder)) {
            return 1;
        }
    }
    return 0;
}
