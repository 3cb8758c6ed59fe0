#include "workflow/press.h"

#include "workflow/fonts.h"
#include "workflow/program_data.h"

#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace tenken {

namespace {

constexpr qsizetype mostPosts = 6; // what stands beside the QR code on A4
constexpr qsizetype longestPost = 12; // two lines in a box of 20 mm
constexpr qsizetype longestText = 40;

QString reportFile()
{
    QStringList files = QStandardPaths::locateAll(QStandardPaths::GenericDataLocation,
                                                  QStringLiteral("tenken/report.ini"), QStandardPaths::LocateFile);
    std::reverse(files.begin(), files.end()); // the person's last
    files.prepend(ProgramData::folder(QStringLiteral("report.ini")));
    const auto found =
        std::find_if(files.cbegin(), files.cend(), [](const QString &file) { return QFileInfo(file).isFile(); });
    return found == files.cend() ? QString() : *found;
}

} // namespace

Result<Press> openPress()
{
    Result<EraTable> eras = ProgramData::eras();
    if (!eras) {
        return fail(eras);
    }
    Result<FontBook> book = loadFonts();
    if (!book) {
        return fail(book);
    }
    return Press{*std::move(eras), *std::move(book)};
}

InspectionReportOptions cityReportOptions()
{
    InspectionReportOptions options;
    const QString path = reportFile();
    if (path.isEmpty()) {
        return options;
    }
    const QSettings file(path, QSettings::IniFormat);
    const auto read = [&file](const char *key, QString &text) {
        // a comma would make it a list
        text = file.value(QLatin1String(key), text).toStringList().join(u'、').simplified().left(longestText);
    };
    read("handling", options.handling);
    read("addressee", options.addressee);
    read("retention", options.retention);
    if (file.contains(QStringLiteral("approvalPosts"))) {
        options.approvalPosts.clear();
        for (const QString &post : file.value(QStringLiteral("approvalPosts")).toStringList()) {
            if (!post.trimmed().isEmpty() && options.approvalPosts.size() < mostPosts) {
                options.approvalPosts << post.simplified().left(longestPost);
            }
        }
    }
    return options;
}

} // namespace tenken
