#include "cli/terminal.h"

#include <cstdio>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace tenken::cli {

namespace {

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
    Q_DISABLE_COPY_MOVE(SilentTerminal)

private:
    termios m_settings{};
};

} // namespace

/// A standard stream that the caller closed is nothing, not the first file that this program opens.
void prepareOutput()
{
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (fcntl(stream, F_GETFD) == -1) {
            (void)open("/dev/null", O_RDWR); // the lowest free number is this one
        }
    }
}

bool inputIsTerminal() { return isatty(STDIN_FILENO) != 0; }

std::optional<QByteArray> readHiddenLine()
{
    const SilentTerminal silent;
    QByteArray line(1024, '\0');
    if (!std::fgets(line.data(), static_cast<int>(line.size()), stdin)) {
        return std::nullopt;
    }
    qsizetype length = line.indexOf('\0');
    while (length > 0 && (line.at(length - 1) == '\n' || line.at(length - 1) == '\r')) {
        --length;
    }
    QByteArray typed = line.left(length);
    line.fill('\0');
    return typed;
}

} // namespace tenken::cli
