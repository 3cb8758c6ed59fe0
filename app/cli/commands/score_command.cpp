#include "cli/commands/score_command.h"

#include "cli/exit_code.h"
#include "cli/options.h"
#include "exchange/score_vectors.h"
#include "workflow/files.h"

namespace tenken::cli {

namespace {

int score(const Session &session, const Arguments &arguments)
{
    const QString path = arguments.value(QStringLiteral("vectors"));
    constexpr qint64 largest = 64 << 20;
    const Result<QByteArray> content = readFile(path, largest);
    if (!content) {
        return session.console.fail(content.error());
    }
    const Reading<QJsonObject> scored = computeScoreVectors(*content, path);
    if (!scored) {
        return session.console.fail(path, scored.problems);
    }
    session.console.document(*scored.value);
    return Done;
}

} // namespace

QList<Command> scoreCommands() { return {{QStringLiteral("score"), {}, 0, 0, {required("vectors", "FILE")}, score}}; }

} // namespace tenken::cli
