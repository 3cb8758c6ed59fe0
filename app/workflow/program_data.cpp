#include "workflow/program_data.h"

#include "exchange/checklist_folder.h"
#include "exchange/era_reader.h"
#include "workflow/files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

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

QString ProgramData::defaultPolicy() { return QStringLiteral("kumamoto-2023"); }

Reading<ChecklistSet> ProgramData::checklists(const QString &policy)
{
    return readChecklistFolder(folder(QStringLiteral("checklists/") + policy));
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

Result<ChecklistSet> loadChecklists(const QString &policy)
{
    Reading<ChecklistSet> reading = ProgramData::checklists(policy);
    if (!reading) {
        const Diagnostic first = reading.problems.value(0);
        return fail(ErrorCode::InvalidContent, first.file,
                    QStringLiteral("%1:%2 %3").arg(first.line).arg(first.column).arg(first.path));
    }
    return *std::move(reading.value);
}

} // namespace tenken
