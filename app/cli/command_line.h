#pragma once

#include "cli/command.h"

namespace tenken::cli {

/// Finds the command that the arguments name, parses its options and runs it. Returns the exit code.
class CommandLine {
public:
    CommandLine(QList<Command> commands, Console &console, const Clock &clock);
    /// arguments without the program's name
    int run(const QStringList &arguments);

private:
    int answer(const QStringList &arguments);
    int runCommand(const Command &command, const QStringList &rest);
    Result<Arguments> parse(const Command &command, const QStringList &rest) const;
    const Command *find(const QStringList &arguments, qsizetype *words) const;
    void printVersion() const;
    void printHelp(const QString &prefix) const;

    QList<Command> m_commands;
    Console &m_console;
    const Clock &m_clock;
};

/// All commands of tenken-cli, in the order of the help
QList<Command> allCommands();

} // namespace tenken::cli
