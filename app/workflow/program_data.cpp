#include "workflow/program_data.h"

#include "exchange/checklist_folder.h"
#include "exchange/era_reader.h"
#include "exchange/overlay_reader.h"
#include "wording/diagnostic_words.h"
#include "workflow/files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

namespace tenken {

QString ProgramData::folder(const QString &name)
{
    const QString bin = QCoreApplication::applicationDirPath();
    for (const char *share : {"/../share/tenken/", "/share/tenken/"}) {
        const QString path = QDir::cleanPath(bin + QLatin1String(share) + name);
        if (QFileInfo::exists(path)) {
            return path;
        }
    }
    return QDir::cleanPath(bin + QStringLiteral("/../share/tenken/") + name);
}

QString ProgramData::policyFolder()
{
    const QDir checklists(folder(QStringLiteral("checklists")));
    for (const QString &name : checklists.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        if (QFileInfo::exists(checklists.filePath(name + QStringLiteral("/policy.json")))) {
            return checklists.filePath(name);
        }
    }
    return checklists.path();
}

Reading<ChecklistSet> ProgramData::checklists() { return readChecklistFolder(policyFolder()); }

QStringList ProgramData::overlays()
{
    QStringList folders = QStandardPaths::locateAll(QStandardPaths::GenericDataLocation,
                                                    QStringLiteral("tenken/overlays"), QStandardPaths::LocateDirectory);
    std::reverse(folders.begin(), folders.end());
    QStringList files;
    for (const QString &path : folders) {
        const QDir overlays(path);
        for (const QString &name : overlays.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
            files << overlays.filePath(name);
        }
    }
    return files;
}

Result<EraTable> ProgramData::eras()
{
    const QString path = folder(QStringLiteral("eras.json"));
    const Result<QByteArray> bytes = readFile(path, 1 << 20);
    if (!bytes) {
        return fail(bytes);
    }
    Reading<EraTable> table = readEras(*bytes, path);
    if (!table) {
        return fail(ErrorCode::InvalidContent, path);
    }
    return *table.value;
}

namespace {

constexpr qint64 largestOverlay = 64 << 20; // the reader itself refuses more than 8 MB, with words

tl::unexpected<Error> firstOf(const QList<Diagnostic> &problems)
{
    return fail(ErrorCode::InvalidContent, problems.value(0).file, wording::located(problems.value(0)));
}

} // namespace

Result<ChecklistSet> loadShippedChecklists()
{
    Reading<ChecklistSet> reading = ProgramData::checklists();
    if (!reading) {
        return firstOf(reading.problems);
    }
    return *std::move(reading.value);
}

Result<ChecklistSet> loadChecklists(const QStringList &overlays)
{
    Result<ChecklistSet> set = loadShippedChecklists();
    if (!set) {
        return set;
    }
    QStringList files = ProgramData::overlays() + overlays;
    files.removeDuplicates();
    for (const QString &file : std::as_const(files)) {
        const Result<QByteArray> content = readFile(file, largestOverlay);
        if (!content) {
            return fail(content);
        }
        const Reading<Overlay> overlay = readOverlay(*content, file, *set);
        if (!overlay) {
            return firstOf(overlay.problems);
        }
        merge(*set, *overlay.value);
    }
    return set;
}

} // namespace tenken
