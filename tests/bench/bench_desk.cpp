// The desk: time to the first window of the real program, from a key to a painted and stored answer, filter and search.
// bench_desk [FOLDER [start|keys|lists]]: where the stores are made (the disk counts), and one part of it
#include "bench/measure.h"
#include "gui/inspection/inspection_page.h"
#include "gui/shell/appearance.h"
#include "gui/shell/main_window.h"
#include "gui/shell/widget_prompts.h"
#include "viewmodel/home/start_form.h"
#include "workflow/program_data.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <memory>
#include <utility>

using namespace tenken;

namespace {

double percentile95(QList<double> times)
{
    std::sort(times.begin(), times.end());
    return times.at(times.size() * 95 / 100);
}

double milliseconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// The program as main() builds it, in a folder of its own
struct Program {
    explicit Program(const QString &folder, Result<ChecklistSet> checklists = loadChecklists())
        : settings(folder + QStringLiteral("/tenken.ini"), folder + QStringLiteral("/policy.ini")),
          appearance(*qApp, settings),
          desk(*Desk::open(folder + QStringLiteral("/tenken.db"), clock,
                           QtFuture::makeReadyFuture(std::move(checklists)))),
          registry(*desk, settings),
          window(Context{*desk, settings, prompts, registry})
    {
        window.resize(1280, 720);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window)) {
            qFatal("the window does not get the focus: start it where a window manager runs");
        }
    }
    SystemClock clock;
    Settings settings;
    Appearance appearance;
    std::unique_ptr<Desk> desk;
    WidgetPrompts prompts;
    RegistryWorkspace registry;
    MainWindow window;
};

/// Milliseconds from fork to a painted window that takes input, and kB then
struct Start {
    double time = 0;
    double memory = 0;
};

/// The stopwatch in the program tells; home is where it finds its settings
Start startOnce(const QString &program, const QStringList &arguments, const QString &home, bool atRest = false)
{
    static const QTemporaryDir session(QStringLiteral("/dev/shm/bench-desk-XXXXXX")); // in memory, as a session's is
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), session.path());
    environment.insert(QStringLiteral("QT_PLUGIN_PATH"), QStringLiteral(PLUGIN_FOLDER));
    environment.insert(QStringLiteral("QT_QPA_GENERIC_PLUGINS"), QStringLiteral("stopwatch"));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home);
    environment.insert(QStringLiteral("TMPDIR"), home);
    environment.insert(QStringLiteral("STOPWATCH_AT_REST"), atRest ? QStringLiteral("1") : QString());
    QProcess process;
    process.setProcessEnvironment(environment);
    Start start;
    start.time = milliseconds([&] {
        process.start(program, arguments);
        process.waitForReadyRead();
    });
    start.memory = process.readAllStandardOutput().trimmed().toDouble();
    process.waitForFinished();
    return start;
}

constexpr int starts = 15;

/// Medians; the two take turns, so that both see the same machine
std::pair<Start, Start> startsInTurn(const std::function<Start()> &one, const std::function<Start()> &other)
{
    QList<double> values[4];
    for (int run = 0; run < starts; ++run) {
        const Start first = one();
        const Start second = other();
        values[0] << first.time;
        values[1] << first.memory;
        values[2] << second.time;
        values[3] << second.memory;
    }
    for (QList<double> &list : values) {
        std::sort(list.begin(), list.end());
    }
    const auto middle = [&](int list) { return values[list].at(starts / 2); };
    return {{middle(0), middle(1)}, {middle(2), middle(3)}};
}

void benchStart(const QString &place)
{
    const QTemporaryDir folder(place + QStringLiteral("/bench-desk-XXXXXX"));
    const QString store = folder.filePath(QStringLiteral("tenken.db"));
    const QString fonts = ProgramData::folder(QStringLiteral("fonts"));
    const QStringList faces{fonts + QStringLiteral("/BIZUDPGothic-Regular.ttf")};
    const auto ours = [&] {
        return startOnce(QStringLiteral(TENKEN), {QStringLiteral("--store"), store}, folder.path());
    };
    const auto bare = [&] { return startOnce(QStringLiteral(BARE_DESK), faces, folder.path()); };
    std::printf("the very first start, which makes the store: %.1f ms\n", ours().time);
    const auto [program, floor] = startsInTurn(ours, bare);
    bench::report("start to first usable window", program.time, "bare QMainWindow, tree, text, font", floor.time,
                  "<= 1.5");
    std::printf("%-46s %10.1f MB   %-40s %10.1f MB   ratio %6.2f   goal <= 1.5\n", "resident memory then",
                program.memory / 1024, "the same", floor.memory / 1024, program.memory / floor.memory);
    const auto linked = [&] { return startOnce(QStringLiteral(BARE_LINKED), faces, folder.path()); };
    const auto [withLibraries, without] = startsInTurn(linked, bare);
    bench::report("  of it: bare, with the libraries we link", withLibraries.time, "bare", without.time, "none");
    std::printf("%-46s %10.1f MB   %-40s %10.1f MB   ratio %6.2f\n", "  resident memory then",
                withLibraries.memory / 1024, "the same", without.memory / 1024, withLibraries.memory / without.memory);
    const double rest =
        startOnce(QStringLiteral(TENKEN), {QStringLiteral("--store"), store}, folder.path(), true).memory;
    std::printf("%-46s %10.1f MB   %-40s %10.1f MB   ratio %6.2f\n", "two seconds later, everything read", rest / 1024,
                "the same", floor.memory / 1024, rest / floor.memory);
}

/// One row, one commit, WAL and synchronous = FULL by SQLite's C interface: the least that durable costs here
double rawCommit(const QString &file)
{
    sqlite3 *database = nullptr;
    sqlite3_open(qPrintable(file), &database);
    sqlite3_exec(database,
                 "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                 "CREATE TABLE answers (item INTEGER PRIMARY KEY, answer TEXT)",
                 nullptr, nullptr, nullptr);
    QList<double> times;
    for (int i = 0; i < 200; ++i) {
        times << milliseconds(
            [&] { sqlite3_exec(database, "INSERT INTO answers (answer) VALUES ('YES')", nullptr, nullptr, nullptr); });
    }
    sqlite3_close(database);
    return percentile95(times);
}

/// KC-B with its items repeated up to this number
ChecklistSet enlarged(int count)
{
    ChecklistSet set = *loadChecklists();
    for (Checklist &checklist : set.checklists) {
        if (checklist.id != u"KC-B") {
            continue;
        }
        const QList<Item> items = checklist.items;
        checklist.items.clear();
        for (int i = 0; i < count; ++i) {
            Item item = items.at(i % items.size());
            item.id = QStringLiteral("KC-B-%1").arg(i, 5, 10, QLatin1Char('0'));
            item.applicability = {};
            checklist.items << item;
        }
    }
    return set;
}

void benchKeys(Program &program, double commit)
{
    InspectionPage &page = *program.window.inspectionPage();
    const QString item = page.currentItem();
    QList<double> answered;
    QList<double> moved;
    for (int i = 0; i < 100; ++i) {
        const int key = i % 2 == 0 ? Qt::Key_1 : Qt::Key_3;
        answered << milliseconds([&] {
            QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key));
            QCoreApplication::processEvents(); // paints
        });
        moved << milliseconds([&] {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_J);
            QCoreApplication::processEvents();
        });
    }
    bench::report("  key to painted and durable answer, p95", percentile95(answered), "16 ms and one raw commit",
                  16 + commit, "<= 1");
    bench::report("  key to the next question, p95", percentile95(moved), "a frame", 16, "<= 1");
}

void benchLists(Program &program)
{
    auto *search = program.window.findChild<QLineEdit *>(QStringLiteral("itemSearch"));
    auto *filter = program.window.findChild<QComboBox *>(QStringLiteral("itemFilter"));
    QList<double> searched;
    const QString word = QStringLiteral("ゆーえすびー");
    for (int run = 0; run < 5; ++run) {
        for (qsizetype length = 1; length <= word.size(); ++length) {
            searched << milliseconds([&] {
                search->setText(word.first(length));
                QCoreApplication::processEvents();
            });
        }
        search->clear();
        QCoreApplication::processEvents();
    }
    QList<double> filtered;
    for (int run = 0; run < 5; ++run) {
        for (int index = filter->count() - 1; index >= 0; --index) {
            filtered << milliseconds([&] {
                filter->setCurrentIndex(index);
                QCoreApplication::processEvents();
            });
        }
    }
    bench::report("  search as one types, p95", percentile95(searched), "a frame", 16, "<= 1");
    bench::report("  filter, p95", percentile95(filtered), "a frame", 16, "<= 1");
}

void benchInspection(const QString &place, int count, double commit, const QString &part)
{
    const QTemporaryDir folder(place + QStringLiteral("/bench-desk-XXXXXX"));
    Program program(folder.path(), enlarged(count));
    StartForm form(*program.desk, {});
    form.chooseDepartment(QStringLiteral("U0004"));
    double open = 0;
    const Result<QUuid> id = form.start();
    if (!id) {
        return;
    }
    open = milliseconds([&] {
        program.window.openInspection(*id);
        QCoreApplication::processEvents();
    });
    std::printf("%d items: opened and painted in %.1f ms\n", count, open);
    if (part != u"lists") {
        benchKeys(program, commit);
    }
    if (part != u"keys") {
        benchLists(program);
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication application(argc, argv);
    const QString place = QApplication::arguments().value(1, QDir::tempPath());
    const QString part = QApplication::arguments().value(2);
    if (part.isEmpty() || part == u"start") {
        benchStart(place);
    }
    if (part == u"start") {
        return 0;
    }
    const QTemporaryDir folder(place + QStringLiteral("/bench-desk-XXXXXX"));
    const double commit = rawCommit(folder.filePath(QStringLiteral("raw.db")));
    std::printf("one raw commit, p95: %.3f ms\n", commit);
    for (const int count : {106, 5000}) {
        benchInspection(place, count, commit, part);
    }
    return 0;
}
