#include "gui/reports/division_reading.h"
#include "gui/shell/appearance.h"
#include "gui/shell/icons.h"
#include "gui/shell/log_file.h"
#include "gui/shell/main_window.h"
#include "gui/shell/single_instance.h"
#include "gui/shell/widget_prompts.h"
#include "viewmodel/shell/data_folder.h"
#include "viewmodel/shell/run_marker.h"
#include "wording/error_words.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QThreadPool>
#include <QTimer>

using namespace tenken;

namespace {

struct Arguments {
    QString store;
    QStringList files; ///< absolute
};

Arguments parse(const QApplication &application)
{
    QCommandLineParser parser;
    const QCommandLineOption store(QStringLiteral("store"), QStringLiteral("The store of the inspections"),
                                   QStringLiteral("file"));
    parser.addOption(store);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("files"), QStringLiteral("PDF files to open"));
    parser.process(application);
    Arguments arguments;
    arguments.store = parser.isSet(store) ? parser.value(store) : DataFolder::ofThisProgram().storeFile();
    for (const QString &file : parser.positionalArguments()) {
        arguments.files << QFileInfo(file).absoluteFilePath();
    }
    return arguments;
}

void openFiles(MainWindow &window, const QStringList &files)
{
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.raise();
    window.activateWindow();
    if (!files.isEmpty()) {
        window.openFiles(files);
    }
}

/// The exit code
int tellAndGiveUp(const char *what, const Error &error)
{
    qWarning("%s: %s", what, qPrintable(toCode(error.code)));
    QMessageBox::critical(nullptr, QStringLiteral("Tenken"), wording::sentence(error));
    return 1;
}

/// What a person need not wait for
void afterFirstPaint(MainWindow &window, const Desk &desk)
{
    QTimer::singleShot(0, &window, [] { QGuiApplication::setWindowIcon(applicationIcon()); }); // seven pictures
    desk.whenChecklistsAreRead(&window, [&desk] {
        if (const Status read = desk.checklistsRead(); !read) {
            QApplication::exit(tellAndGiveUp("checklists", read.error()));
        }
    });
}

/// Everything is built here and passed in, from the settings to the window.
int run(QApplication &application, const Arguments &arguments)
{
    Settings settings(Settings::defaultFile(), Settings::defaultPolicyFile(), Settings::defaultMachineFile());
    const Appearance appearance(application, settings);
    SingleInstance instance(arguments.store);
    if (!instance.isFirst()) {
        return instance.sendFiles(arguments.files) ? 0 : 1;
    }
    const LogFile log(QFileInfo(arguments.store).absolutePath() + QStringLiteral("/log"));
    const SystemClock clock;
    const auto desk = Desk::open(arguments.store, clock);
    if (!desk) {
        return tellAndGiveUp("store", desk.error());
    }
    const RunMarker marker(arguments.store, clock);
    WidgetPrompts prompts;
    RegistryWorkspace registry(**desk, settings);
    MainWindow window({**desk, settings, prompts, registry});
    addReadingPages(window, {**desk, settings, prompts, registry});
    QObject::connect(&instance, &SingleInstance::filesReceived, &window,
                     [&window](const QStringList &files) { openFiles(window, files); });
    if (marker.brokenRun().isValid()) {
        window.tellRecovery();
    }
    window.resize(1280, 720);
    window.restoreGeometry(settings.windowGeometry());
    window.show();
    QObject::connect(&window, &MainWindow::painted, &window, [&] { afterFirstPaint(window, **desk); });
    openFiles(window, arguments.files);
    const int code = QApplication::exec();
    QThreadPool::globalInstance()->waitForDone();
    return code;
}

/// On Windows, too, FreeType reads the fonts: only then a page made here has the lines and the font names of the
/// others.
void chooseFontEngine()
{
#ifdef Q_OS_WIN
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
    if (platform.isEmpty() || platform == "windows") {
        qputenv("QT_QPA_PLATFORM", "windows:fontengine=freetype");
    }
#endif
}

} // namespace

int main(int argc, char **argv)
{
    chooseFontEngine();
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("tenken"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TENKEN_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("tenken"));
    return run(application, parse(application));
}
