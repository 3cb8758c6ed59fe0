#pragma once

#include "support/places.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

/// The real tenken-cli, run to its end
namespace tenken::support {

struct CliRun {
    int code = -1;
    QByteArray out;
    QByteArray error;
    QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
    QJsonArray array() const { return QJsonDocument::fromJson(out).array(); }
    /// {"error":{"code","subject","detail"}} → code
    QString errorCode() const { return object()[u"error"][u"code"].toString(); }
};

inline CliRun runCli(const QStringList &arguments, const QString &folder = {},
                     const QString &language = QStringLiteral("C"))
{
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), language);
    environment.remove(QStringLiteral("XDG_RUNTIME_DIR"));
    program.setProcessEnvironment(environment);
    program.setWorkingDirectory(folder);
    program.start(builtPath("bin/tenken-cli"), arguments);
    constexpr int longest = 120'000;
    if (!program.waitForFinished(longest) || program.exitStatus() != QProcess::NormalExit) {
        return {};
    }
    return {program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
}

/// The same with --json
inline CliRun runJson(const QStringList &arguments, const QString &folder = {})
{
    return runCli(arguments + QStringList{QStringLiteral("--json")}, folder);
}

/// Keys, sorted, in one line
inline QString keysOf(const QJsonValue &value) { return value.toObject().keys().join(u' '); }

} // namespace tenken::support
