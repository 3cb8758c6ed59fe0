#include "core/late_part.h"

#include <QCoreApplication>
#include <QLibrary>

namespace tenken {

Result<QFunctionPointer> latePart(const char *room, const char *function)
{
    const QString name = QStringLiteral("tenken-") + QLatin1String(room);
    const QString bin = QCoreApplication::applicationDirPath();
    QString why = QLatin1String(function) + QStringLiteral(" of ") + name;
    for (const char *folder : {"/../lib/tenken/", "/"}) { // on Windows it lies beside the program, like every DLL
        QLibrary library(bin + QLatin1String(folder) + name);
        if (const QFunctionPointer found = library.resolve(function))
            return found;
        why += QStringLiteral("; ") + library.errorString();
    }
    qWarning("%s", qPrintable(why));
    return fail(ErrorCode::RenderFailed, name, QStringLiteral("part-missing"));
}

} // namespace tenken
