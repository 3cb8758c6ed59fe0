#include "cli/command_line.h"
#include "cli/terminal.h"

#include <QGuiApplication>
#include <QLoggingCategory>

#include <cstdio>

int main(int argc, char **argv)
{
    tenken::cli::prepareOutput();
    // Standard error is for our sentences; QT_LOGGING_RULES brings Qt's own back.
    QLoggingCategory::setFilterRules(QStringLiteral("*.warning=false\n*.info=false\n*.debug=false"));
    // Rendering needs fonts, not a display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("tenken"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TENKEN_VERSION));
    tenken::cli::Console console(stdout, stderr);
    const tenken::SystemClock clock;
    tenken::cli::CommandLine commandLine(tenken::cli::allCommands(), console, clock);
    return commandLine.run(QCoreApplication::arguments().mid(1));
}
