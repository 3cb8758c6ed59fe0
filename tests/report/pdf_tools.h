#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QString>
#include <QStringList>

/// What outside programs (poppler-utils) say about a PDF
namespace tenken::pdftools {

inline QString run(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60000) || process.exitCode() != 0)
        return {};
    return QString::fromUtf8(process.readAllStandardOutput());
}

/// Text of each page, in the order in which it was drawn
inline QStringList text(const QByteArray &pdf)
{
    QStringList pages = run(QStringLiteral("pdftotext"),
                            {QStringLiteral("-raw"), QStringLiteral("-enc"), QStringLiteral("UTF-8"),
                             QStringLiteral("-"), QStringLiteral("-")},
                            pdf)
                            .split(QChar(u'\f'));
    if (!pages.isEmpty() && pages.last().trimmed().isEmpty())
        pages.removeLast();
    return pages;
}

/// Lines of pdffonts without its two header lines
inline QStringList fonts(const QByteArray &pdf)
{
    return run(QStringLiteral("pdffonts"), {QStringLiteral("-")}, pdf).split(QChar(u'\n'), Qt::SkipEmptyParts).mid(2);
}

inline QString withoutSpaces(const QString &text)
{
    QString result;
    for (const QChar c : text)
        if (!c.isSpace())
            result += c;
    return result;
}

/// Keeps a PDF where TENKEN_GALLERY points, for eyes
inline void keep(const QString &name, const QByteArray &pdf)
{
    const QString folder = qEnvironmentVariable("TENKEN_GALLERY");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    QFile file(QDir(folder).filePath(name + QStringLiteral(".pdf")));
    if (file.open(QIODevice::WriteOnly))
        file.write(pdf);
}

} // namespace tenken::pdftools
