#include "cli/commands/demo_command.h"

#include "cli/exit_code.h"
#include "cli/options.h"
#include "workflow/demo/demo_city.h"
#include "workflow/program_data.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace tenken::cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::cli::DemoCommand)
};

constexpr int mostYears = 3;

Result<DemoRequest> requestOf(const Arguments &arguments)
{
    const Result<int> departments = arguments.number(QStringLiteral("departments"), 300, 1);
    const Result<int> years = arguments.number(QStringLiteral("years"), 3, 1);
    const Result<int> seed = arguments.number(QStringLiteral("seed"), 1, 0);
    if (!departments || !years || !seed) {
        return !departments ? fail(departments) : !years ? fail(years) : fail(seed);
    }
    if (*years > mostYears) {
        return fail(ErrorCode::InvalidValue, QStringLiteral("--years %1").arg(*years));
    }
    return DemoRequest{arguments.value(QStringLiteral("out")), *departments, *years, static_cast<quint32>(*seed)};
}

QString words(DemoCity::Step step, FiscalYear year)
{
    switch (step) {
    case DemoCity::Step::Keys:
        return Words::tr("Keys of departments issued: %1 of %2");
    case DemoCity::Step::Submissions:
        return Words::tr("Submissions of %1 signed and approved: %2 of %3").arg(year.startYear());
    case DemoCity::Step::Import:
        return Words::tr("Submissions of %1 verified and imported: %2 of %3").arg(year.startYear());
    }
    Q_UNREACHABLE();
}

int demo(const Session &session, const Arguments &arguments)
{
    const Result<DemoRequest> request = requestOf(arguments);
    if (!request) {
        return session.console.fail(request.error());
    }
    const Result<ChecklistSet> checklists = loadShippedChecklists();
    const Result<Press> press = openPress();
    if (!checklists || !press) {
        return session.console.fail(checklists ? press.error() : checklists.error());
    }
    const auto progress = [&](DemoCity::Step step, FiscalYear year, int done, int total) {
        constexpr int every = 50;
        if (done == total || (done > 0 && done % every == 0)) {
            session.console.warn(words(step, year).arg(done).arg(total));
        }
        return true;
    };
    const Result<DemoCity::Outcome> outcome = DemoCity(*checklists, *press).build(*request, progress);
    if (!outcome) {
        return session.console.fail(outcome.error());
    }
    for (const auto &[department, share] : outcome->scores) {
        session.console.say(QStringLiteral("%1  %2").arg(share, department));
    }
    session.console.say(Words::tr("%1 submissions signed, approved, verified and imported:").arg(outcome->imported));
    for (const QString &file : outcome->submissions + outcome->reports) {
        session.console.say(file);
    }
    if (session.console.isJson()) {
        session.console.document(
            QJsonObject{{QStringLiteral("submissions"), QJsonArray::fromStringList(outcome->submissions)},
                        {QStringLiteral("reports"), QJsonArray::fromStringList(outcome->reports)},
                        {QStringLiteral("imported"), outcome->imported}});
    }
    return Done;
}

} // namespace

QList<Command> demoCommands()
{
    return {{QStringLiteral("demo"),
             {},
             0,
             0,
             {required("out", "DIR"), optional("departments", "N"), optional("years", "N"), optional("seed", "N")},
             demo}};
}

} // namespace tenken::cli
