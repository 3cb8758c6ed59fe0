#include "cli/command_line.h"

#include "cli/exit_code.h"
#include "cli/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace tenken::cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::cli::CommandLine)
};

/// Takes the global options out of the arguments, wherever they stand before a "--"
struct Globals {
    bool help = false;
    bool version = false;
    bool json = false;
    QString language;
    QStringList rest;
};

Result<Globals> takeGlobals(const QStringList &arguments)
{
    Globals globals;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        if (argument == u"--") {
            globals.rest << arguments.mid(i);
            break;
        }
        if (argument == u"--help" || argument == u"-h") {
            globals.help = true;
        } else if (argument == u"--version") {
            globals.version = true;
        } else if (argument == u"--json") {
            globals.json = true;
        } else if (argument == u"--lang" || argument.startsWith(u"--lang=")) {
            globals.language = argument == u"--lang" ? arguments.value(++i) : argument.mid(7);
            if (globals.language != u"ja" && globals.language != u"en") {
                return fail(ErrorCode::Usage, QStringLiteral("--lang %1").arg(globals.language));
            }
        } else {
            globals.rest << argument;
        }
    }
    return globals;
}

/// Whether --out is a file that the command reads: a signed PDF, a store or a key would be gone for its own report.
bool overwritesInput(const Command &command, const Arguments &arguments)
{
    const QFileInfo out(arguments.value(QStringLiteral("out")));
    if (!out.isFile()) {
        return false;
    }
    QStringList inputs = command.continuesItsFile ? QStringList() : arguments.positionals;
    for (const Option &option : command.options) {
        if (option.name != u"out") {
            inputs << arguments.values(option.name);
        }
    }
    if (const QString authority = arguments.value(QStringLiteral("authority")); !authority.isEmpty()) {
        for (const char *own : {"ca.p12", "ca.pem", "issued.json"}) { // not ca.crl: a fresh one may take its place
            inputs << QDir(authority).filePath(QString::fromLatin1(own));
        }
    }
    const QString path = out.canonicalFilePath();
    return std::any_of(inputs.cbegin(), inputs.cend(),
                       [&](const QString &input) { return QFileInfo(input).canonicalFilePath() == path; });
}

} // namespace

CommandLine::CommandLine(QList<Command> commands, Console &console, const Clock &clock)
    : m_commands(std::move(commands)), m_console(console), m_clock(clock)
{ }

int CommandLine::run(const QStringList &arguments)
{
    const int code = answer(arguments);
    if (!m_console.hasLost()) {
        return code;
    }
    m_console.warn(Words::tr("Not everything could be written to standard output. Make room on its disk and try "
                             "again."));
    return std::max<int>(code, UnreadableFile);
}

int CommandLine::answer(const QStringList &arguments)
{
    m_console.setJson(arguments.contains(u"--json"));
    const Result<Globals> globals = takeGlobals(arguments);
    if (!globals) {
        return m_console.fail(globals.error());
    }
    switchLanguage(globals->language);
    if (globals->version) {
        printVersion();
        return Done;
    }
    if (globals->help) {
        printHelp(globals->rest.join(u' '));
        return Done;
    }
    qsizetype words = 0;
    const Command *command = find(globals->rest, &words);
    if (!command) {
        const int code = m_console.fail({ErrorCode::Usage, globals->rest.mid(0, 2).join(u' '), {}});
        m_console.warn(Words::tr("Run tenken-cli --help for the list of commands."));
        return code;
    }
    return runCommand(*command, globals->rest.mid(words));
}

const Command *CommandLine::find(const QStringList &arguments, qsizetype *words) const
{
    for (const qsizetype count : {2, 1}) {
        const QString name = arguments.mid(0, count).join(u' ');
        const auto found = std::find_if(m_commands.begin(), m_commands.end(),
                                        [&](const Command &command) { return command.words == name; });
        if (found != m_commands.end()) {
            *words = std::min(count, arguments.size());
            return &*found;
        }
    }
    return nullptr;
}

int CommandLine::runCommand(const Command &command, const QStringList &rest)
{
    const Result<Arguments> arguments = parse(command, rest);
    if (!arguments) {
        const int code = m_console.fail(arguments.error());
        m_console.warn(command.synopsis());
        return code;
    }
    if (overwritesInput(command, *arguments)) {
        return m_console.fail({ErrorCode::AlreadyExists, arguments->value(QStringLiteral("out")), {}});
    }
    return command.run({m_console, m_clock}, *arguments);
}

Result<Arguments> CommandLine::parse(const Command &command, const QStringList &rest) const
{
    Arguments arguments;
    bool optionsEnded = false;
    for (qsizetype i = 0; i < rest.size(); ++i) {
        const QString &word = rest.at(i);
        if (optionsEnded || !word.startsWith(u'-') || word == u"-") {
            arguments.positionals << word;
            continue;
        }
        if (word == u"--") {
            optionsEnded = true;
            continue;
        }
        const QString name = word.startsWith(u"--") ? word.mid(2).section(u'=', 0, 0) : QString(); // none is short
        const auto option = std::find_if(command.options.begin(), command.options.end(),
                                         [&](const Option &candidate) { return candidate.name == name; });
        const bool inlineValue = word.contains(u'=');
        if (option == command.options.end() || (option->value.isEmpty() && inlineValue)
            || (arguments.has(name) && !option->repeatable)
            || (!option->value.isEmpty() && !inlineValue && i + 1 >= rest.size())) {
            return fail(ErrorCode::Usage, word);
        }
        arguments.add(name, option->value.isEmpty() ? QString() : inlineValue ? word.section(u'=', 1) : rest.at(++i));
    }
    for (const Option &option : command.options) {
        if (option.required && !arguments.has(option.name)) {
            return fail(ErrorCode::Usage, QStringLiteral("--%1").arg(option.name));
        }
    }
    const qsizetype count = arguments.positionals.size();
    if (count < command.fewest || (command.most >= 0 && count > command.most)) {
        return fail(ErrorCode::Usage, command.words + u' ' + command.positionals);
    }
    return arguments;
}

void CommandLine::printVersion() const
{
    const QString version = QCoreApplication::applicationVersion();
    m_console.say(QStringLiteral("tenken-cli %1").arg(version));
    if (m_console.isJson()) {
        m_console.document(
            QJsonObject{{QStringLiteral("name"), QStringLiteral("tenken-cli")}, {QStringLiteral("version"), version}});
    }
}

void CommandLine::printHelp(const QString &prefix) const
{
    QStringList lines;
    for (const Command &command : m_commands) {
        if (command.words.startsWith(prefix)) {
            lines << QStringLiteral("  ") + command.synopsis();
        }
    }
    if (m_console.isJson()) {
        QJsonArray synopses;
        for (const QString &line : std::as_const(lines)) {
            synopses << line.trimmed();
        }
        m_console.document(QJsonObject{{QStringLiteral("commands"), synopses}});
        return;
    }
    m_console.raw((Words::tr("Tenken: information-security self-inspection and audit for municipalities.") + u'\n'
                   + Words::tr("Options for every command: --help --version --json --lang ja|en")
                   + QStringLiteral("\n\n") + lines.join(u'\n') + u'\n')
                      .toUtf8());
}

} // namespace tenken::cli
