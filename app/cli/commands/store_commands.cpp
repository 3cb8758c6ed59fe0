#include "cli/commands/store_commands.h"

#include "cli/exit_code.h"
#include "cli/options.h"
#include "storage/store.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace tenken::cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::cli::StoreCommands)
};

QJsonValue orNull(const QString &text) { return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text); }

QString storePath(const Arguments &arguments) { return arguments.value(QStringLiteral("store")); }

Result<std::unique_ptr<Store>> openExisting(const Session &session, const Arguments &arguments)
{
    OpenOptions options;
    options.mode = OpenOptions::Mode::MustExist;
    return Store::open(storePath(arguments), session.clock, options);
}

int backup(const Session &session, const Arguments &arguments)
{
    const auto store = openExisting(session, arguments);
    if (!store) {
        return session.console.fail(store.error());
    }
    const QString out = arguments.value(QStringLiteral("out"));
    if (const Status saved = (*store)->backup(out); !saved) {
        return session.console.fail(saved.error());
    }
    session.console.say(Words::tr("Wrote the backup %1.").arg(out));
    if (session.console.isJson()) {
        session.console.document(QJsonObject{{QStringLiteral("file"), out}});
    }
    return Done;
}

int restore(const Session &session, const Arguments &arguments)
{
    const Result<QString> kept =
        Store::restore(arguments.value(QStringLiteral("from")), storePath(arguments), session.clock);
    if (!kept) {
        return session.console.fail(kept.error());
    }
    session.console.say(Words::tr("The store was restored."));
    if (!kept->isEmpty()) {
        session.console.say(Words::tr("The previous one is kept as %1.").arg(*kept));
    }
    if (session.console.isJson()) {
        session.console.document(
            QJsonObject{{QStringLiteral("store"), storePath(arguments)}, {QStringLiteral("previous"), orNull(*kept)}});
    }
    return Done;
}

int check(const Session &session, const Arguments &arguments)
{
    const auto store = openExisting(session, arguments);
    if (!store) {
        return session.console.fail(store.error());
    }
    const Result<StoreHealth> health = (*store)->check();
    if (!health) {
        return session.console.fail(health.error());
    }
    if (!health->isIntact) {
        return session.console.fail({ErrorCode::StoreCorrupt, storePath(arguments), health->problems.join(u'\n')});
    }
    session.console.say(Words::tr("The store is intact: %1 inspections.").arg(health->inspections));
    if (session.console.isJson()) {
        session.console.document(QJsonObject{
            {QStringLiteral("intact"), health->isIntact},
            {QStringLiteral("problems"), QJsonArray::fromStringList(health->problems)},
            {QStringLiteral("schemaVersion"), health->schemaVersion},
            {QStringLiteral("inspections"), health->inspections},
            {QStringLiteral("bytes"), health->bytes},
            {QStringLiteral("newestBackup"), orNull(health->newestBackup)},
        });
    }
    return Done;
}

} // namespace

QList<Command> storeCommands()
{
    return {
        {QStringLiteral("store backup"), {}, 0, 0, {required("store", "DB"), required("out", "FILE")}, backup},
        {QStringLiteral("store restore"), {}, 0, 0, {required("store", "DB"), required("from", "FILE")}, restore},
        {QStringLiteral("store check"), {}, 0, 0, {required("store", "DB")}, check},
    };
}

} // namespace tenken::cli
