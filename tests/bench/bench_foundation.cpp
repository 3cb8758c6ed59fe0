#include "bench/measure.h"
#include "core/score.h"
#include "workflow/demo/demo_answers.h"
#include "workflow/program_data.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>

#include <sys/resource.h>

using namespace tenken;

namespace {

void runProgram(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(program, arguments);
    process.waitForFinished();
}

void benchStart()
{
    constexpr int runs = 15;
    const double ours =
        bench::median(runs, [] { runProgram(QStringLiteral(TENKEN_CLI), {QStringLiteral("--version")}); });
    const double bare = bench::median(runs, [] { runProgram(QStringLiteral(BARE_APPLICATION), {}); });
    bench::report("tenken-cli --version", ours, "a bare QCoreApplication", bare, "reported");
}

void benchLoading()
{
    const QDir folder(ProgramData::policyFolder());
    QList<QByteArray> contents;
    for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly)) {
            contents << file.readAll();
        }
    }
    constexpr int runs = 9;
    const double ours = bench::median(runs, [] { (void)ProgramData::checklists(); });
    const double json = bench::median(runs, [&] {
        for (const QByteArray &content : contents) {
            (void)QJsonDocument::fromJson(content);
        }
    });
    bench::report("load and check all checklists", ours, "QJsonDocument over the same bytes", json, "reported");
}

void benchScoring(const ChecklistSet &set)
{
    const Checklist &checklist = *set.latest(QStringLiteral("KC-B"));
    QList<QList<ScoreRow>> sheets;
    for (int department = 0; department < 300; ++department) {
        OrganisationUnit unit;
        unit.department.code = QStringLiteral("U%1").arg(department);
        unit.flags = {QStringLiteral("zone_lgwan"), QStringLiteral("outsourcing"), QStringLiteral("paper_records")};
        for (int year = 2024; year <= 2026; ++year) {
            sheets << scoreRows(checklist, DemoAnswers(1, unit).inspectionFor(checklist, {}, FiscalYear(year), {}));
        }
    }
    int red = 0;
    const double ours = bench::median(9, [&] {
        for (const QList<ScoreRow> &sheet : sheets) {
            red += static_cast<int>(scoreOf(sheet).red.size());
        }
    });
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("%-46s %10.3f ms   goal < 50 ms; resident %ld MB, goal < 100 MB (%d red)\n",
                "score 300 departments x 3 years", ours, usage.ru_maxrss / 1024, red);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const Result<ChecklistSet> set = loadChecklists();
    if (!set) {
        return 1;
    }
    benchStart();
    benchLoading();
    benchScoring(*set);
    return 0;
}
