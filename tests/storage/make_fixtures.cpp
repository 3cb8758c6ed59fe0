// Makes the fixture databases of the newest schema: make_fixtures FOLDER
// Run once when a schema is released, commit what it made, and never make an old one again: what a released program
// wrote is the fixture. The files are local_<version>.db and registry_<version>.db.

#include "storage/inspection_repository.h"
#include "storage/migrator.h"
#include "storage/organisation_repository.h"
#include "storage/refusal_log.h"
#include "storage/registry_repository.h"
#include "storage/round_repository.h"

#include "fixture_content.h"

#include <QCoreApplication>
#include <QDir>

using namespace tenken;

namespace {

bool makeLocal(const QString &path, const Clock &clock)
{
    const auto store = Store::open(path, clock);
    return store && fixture::fill(**store).has_value();
}

bool makeRegistry(const QString &path, const Clock &clock)
{
    const auto registry = Registry::open(path, clock);
    return registry && fixture::fill(**registry).has_value();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().size() != 2) {
        return 2;
    }
    const QDir folder(QCoreApplication::arguments().at(1));
    const FixedClock clock(sample::moment());
    const QString local = QStringLiteral("local_%1.db").arg(localFormat().newestVersion());
    const QString registry = QStringLiteral("registry_%1.db").arg(registryFormat().newestVersion());
    if (folder.exists(local) || folder.exists(registry)) {
        return 3;
    }
    return makeLocal(folder.filePath(local), clock) && makeRegistry(folder.filePath(registry), clock) ? 0 : 1;
}
