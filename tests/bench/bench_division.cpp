// Compare and Reports at the size of a whole city: what a person waits for.
// bench_division REGISTRY: only the committee report, of that registry's year 2026
#include "bench/bare_painting.h"
#include "bench/measure.h"
#include "gui/comparison/matrix_view.h"
#include "report/layout/pdf_renderer.h"
#include "storage/answer_sheets.h"
#include "support/filled_registry.h"
#include "viewmodel/comparison/comparison_session.h"
#include "workflow/registry/compare_submissions.h"
#include "workflow/registry/make_reports.h"

#include <QApplication>
#include <QEventLoop>
#include <QScrollBar>
#include <QTemporaryDir>

using namespace tenken;

namespace {

constexpr int departments = 300;

void paintNow(QWidget &widget)
{
    QApplication::processEvents();
    widget.repaint();
}

double since(const QElapsedTimer &timer) { return static_cast<double>(timer.nsecsElapsed()) / 1e6; }

/// Registry file closed, nothing read: from the choice to the painted matrix
double firstPaint(RegistryWorkspace &workspace, CompareBy by)
{
    ComparisonSession session(workspace);
    MatrixView view;
    view.resize(1280, 640);
    view.showModel(&session.matrix());
    view.show();
    QApplication::processEvents();
    QEventLoop loop;
    QObject::connect(&session, &ComparisonSession::compared, &loop, &QEventLoop::quit);
    QObject::connect(&session, &ComparisonSession::failed, &loop, &QEventLoop::quit);
    ComparisonChoice choice;
    choice.by = by;
    choice.checklist = QStringLiteral("KC-B");
    choice.year = FiscalYear(2026);
    QElapsedTimer timer;
    timer.start();
    session.compare(choice);
    loop.exec();
    paintNow(*view.viewport());
    return since(timer);
}

double medianFirstPaint(RegistryWorkspace &workspace, CompareBy by)
{
    QList<double> times;
    for (int run = 0; run < 9; ++run) {
        times << firstPaint(workspace, by);
    }
    std::sort(times.begin(), times.end());
    return times.at(times.size() / 2);
}

/// The same, with the submissions in memory: all departments of all years as columns
double comparedInMemory(const ChecklistSet &set, const EraTable &eras, const SubmissionList &all)
{
    return bench::median(9, [&] {
        ComparisonMatrixModel model;
        MatrixView view;
        view.resize(1280, 640);
        view.showModel(&model);
        view.show();
        model.show(shownComparison(CompareBy::Department,
                                   compare(QStringLiteral("department"), set.editionsOf(QStringLiteral("KC-B")),
                                           comparisonColumns(CompareBy::Department, all)),
                                   set, eras));
        paintNow(*view.viewport());
    });
}

SubmissionList readAll(const QString &file, const Clock &clock)
{
    SubmissionList all;
    const auto registry = Registry::open(file, clock);
    if (registry) {
        (void)forEachAnswerSheet(**registry, {}, [&](const Submission &sheet) {
            all << std::make_shared<const Submission>(sheet);
            return true;
        });
    }
    return all;
}

/// 10,000 items × 500 departments of one clause, answers by a fixed rule
ShownComparisonPtr hugeComparison()
{
    auto shown = std::make_shared<ShownComparison>();
    Comparison &comparison = shown->comparison;
    const auto one = std::make_shared<const Submission>();
    for (int column = 0; column < 500; ++column) {
        comparison.columns << ComparisonColumn{QString::number(column), QStringLiteral("第%1課").arg(column), {one}};
        shown->columns << comparison.columns.last().label;
    }
    for (int clause = 0; clause < 13; ++clause) {
        shown->clauses << ShownComparison::Clause{QString::number(clause), QStringLiteral("条項"), {}, -1};
    }
    for (int row = 0; row < 10000; ++row) {
        ComparisonRow line{QStringLiteral("X-%1").arg(row), QString::number(row % 13), {}, {}, true, false};
        line.cells.reserve(500);
        for (int column = 0; column < 500; ++column) {
            ComparisonCell cell;
            cell.answer = allAnswerCodes[(row * 7 + column * 3) % 5];
            cell.counts.add(cell.answer);
            line.cells << cell;
        }
        comparison.rows << line;
        shown->items << ShownComparison::Item{QStringLiteral("設問"), {}, {}, row % 9 == 0};
        shown->clauses[row / 770].rows << row;
    }
    shown->scale = QStringLiteral("IMPL4");
    return shown;
}

void benchScrolling()
{
    ComparisonMatrixModel model;
    model.show(hugeComparison());
    MatrixView view;
    view.resize(1920, 1080);
    view.showModel(&model);
    view.show();
    paintNow(*view.viewport());
    QList<double> frames;
    quint32 place = 1;
    for (int frame = 0; frame < 400; ++frame) {
        place = place * 1664525U + 1013904223U;
        QElapsedTimer timer;
        timer.start();
        if (frame % 2 == 0) { // a wheel's step, then a jump
            view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() + 90);
        } else {
            view.verticalScrollBar()->setValue(
                static_cast<int>(place % static_cast<quint32>(view.verticalScrollBar()->maximum())));
            view.horizontalScrollBar()->setValue(
                static_cast<int>(place / 7 % static_cast<quint32>(view.horizontalScrollBar()->maximum())));
        }
        view.repaint();
        view.viewport()->repaint();
        frames << since(timer);
    }
    std::sort(frames.begin(), frames.end());
    std::printf("%-46s p50 %.2f ms  p95 %.2f ms  max %.2f ms   goal p95 <= 16 ms\n",
                "scroll 10,000 x 500 at 1920 x 1080", frames.at(frames.size() / 2), frames.at(frames.size() * 95 / 100),
                frames.last());
}

void benchCommittee(const ChecklistSet &set, const QString &file, const Clock &clock)
{
    const auto registry = Registry::open(file, clock);
    const auto press = openPress();
    if (!registry || !press) {
        return;
    }
    MakeReports reports(set, **registry, *press);
    const QDateTime now = clock.now();
    std::optional<MakeReports::Report> report;
    const double made = bench::median(3, [&] {
        report = reports.committee(QStringLiteral("KC-B"), FiscalYear(2026), 1, now).value();
        (void)renderPdf(report->layout);
    });
    const double painted = bench::median(3, [&] { (void)renderPdf(report->layout); });
    bench::report("committee report of 300 x 3, to PDF", made, "rendering its pages laid out", painted, "-");
    const double counted =
        bench::median(3, [&] { report = reports.committee(QStringLiteral("KC-B"), FiscalYear(2026), 1, now).value(); });
    const double read = bench::median(3, [&] {
        for (const int year : {2024, 2025, 2026}) {
            CompareRequest request;
            request.checklist = QStringLiteral("KC-B");
            request.year = FiscalYear(year);
            request.round = 1;
            (void)CompareSubmissions(set, **registry).sheets(request);
        }
    });
    std::printf("%-46s %10.3f ms, of it answers read %.1f ms; %d pages\n", "  read, counted and laid out", counted,
                read, static_cast<int>(report->layout.pages.size()));
    bench::useFontsAsTheyAre();
    const double floor = bench::median(3, [&] { bench::paintOnly(report->layout); });
    bench::report("committee report of 300 x 3, to PDF", made, "painting its pages with QPdfWriter", floor, "<= 1.5");
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QTemporaryDir folder;
    const FixedClock clock(fromIso(QStringLiteral("2026-11-22T21:03:00+09:00")));
    const auto desk = Desk::open(folder.filePath(QStringLiteral("tenken.db")), clock);
    if (!desk) {
        return 1;
    }
    Settings settings(folder.filePath(QStringLiteral("s.ini")), folder.filePath(QStringLiteral("p.ini")));
    if (argc > 1) {
        benchCommittee((*desk)->checklists(), QString::fromLocal8Bit(argv[1]), clock);
        return 0;
    }
    RegistryWorkspace workspace(**desk, settings);
    {
        support::FilledRegistry filled((*desk)->checklists());
        const auto registry = Registry::open(workspace.path(), clock);
        if (!registry || !filled.fill(**registry, departments, {2024, 2025, 2026})) {
            return 1;
        }
    }
    std::printf("%-46s %10.3f ms   goal <= 100 ms\n", "300 x 106 x 3 years from the registry, painted",
                medianFirstPaint(workspace, CompareBy::Year));
    std::printf("%-46s %10.3f ms   goal <= 100 ms\n", "300 departments x 106 from the registry, painted",
                medianFirstPaint(workspace, CompareBy::Department));
    const SubmissionList all = readAll(workspace.path(), clock);
    std::printf("%-46s %10.3f ms   goal <= 100 ms\n", "900 columns x 106 in memory, painted",
                comparedInMemory((*desk)->checklists(), (*desk)->eras(), all));
    benchScrolling();
    benchCommittee((*desk)->checklists(), workspace.path(), clock);
    return 0;
}
