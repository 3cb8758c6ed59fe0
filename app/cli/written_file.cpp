#include "cli/written_file.h"

#include "cli/exit_code.h"
#include "workflow/files.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace tenken::cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::cli::WrittenFile)
};

} // namespace

int writeResult(const Session &session, const QByteArray &content, const QString &out)
{
    if (out.isEmpty()) {
        session.console.raw(content);
        return Done;
    }
    if (const Status written = writeFile(out, content); !written) {
        return session.console.fail(written.error());
    }
    session.console.say(Words::tr("Wrote %1.").arg(out));
    if (session.console.isJson()) {
        session.console.document(QJsonObject{{QStringLiteral("file"), out}});
    }
    return Done;
}

} // namespace tenken::cli
