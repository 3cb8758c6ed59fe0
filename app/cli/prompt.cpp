#include "cli/prompt.h"

#include <QCoreApplication>

#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <termios.h>
#include <unistd.h>
#endif

namespace tenken::cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::cli::Prompt)
};

#ifdef Q_OS_WIN

bool isTerminal() { return _isatty(_fileno(stdin)) != 0; }

/// Turns the terminal's echo off while it lives
class SilentTerminal {
public:
    SilentTerminal()
    {
        GetConsoleMode(m_input, &m_mode);
        SetConsoleMode(m_input, m_mode & ~static_cast<DWORD>(ENABLE_ECHO_INPUT));
    }
    ~SilentTerminal() { SetConsoleMode(m_input, m_mode); }

private:
    HANDLE m_input = GetStdHandle(STD_INPUT_HANDLE);
    DWORD m_mode = 0;
};

#else

bool isTerminal() { return isatty(STDIN_FILENO) != 0; }

/// Turns the terminal's echo off while it lives
class SilentTerminal {
public:
    SilentTerminal()
    {
        tcgetattr(STDIN_FILENO, &m_settings);
        termios silent = m_settings;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~SilentTerminal() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_settings); }

private:
    termios m_settings{};
};

#endif

} // namespace

Result<SecretBytes> promptForPassphrase(const QString &option)
{
    if (!isTerminal()) {
        return fail(ErrorCode::Usage, QStringLiteral("--%1").arg(option));
    }
    const QByteArray question = Words::tr("Passphrase: ").toUtf8();
    std::fwrite(question.constData(), 1, static_cast<size_t>(question.size()), stderr);
    std::fflush(stderr);
    QByteArray line(1024, '\0');
    {
        const SilentTerminal silent;
        if (!std::fgets(line.data(), static_cast<int>(line.size()), stdin)) {
            return fail(ErrorCode::Usage, QStringLiteral("--%1").arg(option));
        }
    }
    std::fputc('\n', stderr);
    qsizetype length = line.indexOf('\0');
    while (length > 0 && (line.at(length - 1) == '\n' || line.at(length - 1) == '\r')) {
        --length;
    }
    SecretBytes secret(line.left(length));
    line.fill('\0');
    return secret;
}

} // namespace tenken::cli
