#include "viewmodel/registry/registry_workspace.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

namespace tenken {

RegistryWorkspace::RegistryWorkspace(Desk &desk, Settings &settings, QObject *parent)
    : QObject(parent), m_desk(desk), m_settings(settings)
{
    connect(&settings, &Settings::changed, this, [this](const QString &key) {
        if (key == u"registryFile") {
            m_contents = {};
            m_hasRead = false;
            refresh();
        }
    });
}

QString RegistryWorkspace::path() const
{
    const QString chosen = m_settings.registryFile();
    return chosen.isEmpty() ? QFileInfo(m_desk.store().path()).absoluteDir().filePath(QStringLiteral("registry.db"))
                            : chosen;
}

bool RegistryWorkspace::isSet() const { return QFileInfo::exists(path()); }

const Round *RegistryWorkspace::selectedRound() const
{
    const Round *chosen = m_contents.round(m_selected.first, m_selected.second);
    return chosen || m_contents.rounds.isEmpty() ? chosen : &m_contents.rounds.first();
}

void RegistryWorkspace::selectRound(FiscalYear year, int number)
{
    const QPair<FiscalYear, int> chosen{year, number};
    if (std::exchange(m_selected, chosen) == chosen) {
        return;
    }
    const bool isUnread = m_contents.round(year, number) && !m_contents.status(year, number);
    isUnread ? refresh() : Q_EMIT changed();
}

TrustFiles RegistryWorkspace::trustFiles() const
{
    TrustFiles trust;
    trust.anchors = m_settings.trustAnchors();
    if (!m_settings.revocationList().isEmpty()) {
        trust.crls << m_settings.revocationList();
    }
    return trust;
}

Result<std::unique_ptr<Registry>> RegistryWorkspace::open(const QString &file, Access access, const Clock &clock)
{
    OpenOptions options;
    options.mode = OpenOptions::Mode::MustExist;
    if (access == Access::Write) {
        const QString folder = QFileInfo(file).absolutePath();
        if (!QDir().mkpath(folder)) {
            return fail(ErrorCode::StoreUnwritable, folder);
        }
        options.mode = OpenOptions::Mode::CreateIfAbsent;
    }
    return Registry::open(file, clock, options);
}

void RegistryWorkspace::refresh()
{
    if (!isSet()) {
        m_contents = {};
        m_hasRead = true;
        Q_EMIT changed();
        return;
    }
    const QString file = path();
    const auto read = [&set = m_desk.checklists(), asked = m_selected](Registry &registry) {
        return readContents(registry, set, asked);
    };
    run(this, Access::Read, read, [this, file](const Result<RegistryContents> &contents) { take(file, contents); });
}

void RegistryWorkspace::take(const QString &file, const Result<RegistryContents> &contents)
{
    if (file != path()) {
        return; // another registry was chosen meanwhile
    }
    if (!contents) {
        Q_EMIT failed(contents.error());
        return;
    }
    m_contents = *contents;
    m_hasRead = true;
    Q_EMIT changed();
}

} // namespace tenken
