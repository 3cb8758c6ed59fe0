#include "cli/terminal.h"

#include <QString>

#include <cstdio>
#include <fcntl.h>
#include <io.h>
#include <qt_windows.h>

namespace tenken::cli {

namespace {

/// Turns the console's echo off while it lives
class SilentConsole {
public:
    SilentConsole()
    {
        GetConsoleMode(m_input, &m_mode);
        SetConsoleMode(m_input, (m_mode | ENABLE_LINE_INPUT) & ~static_cast<DWORD>(ENABLE_ECHO_INPUT));
    }
    ~SilentConsole() { SetConsoleMode(m_input, m_mode); }
    Q_DISABLE_COPY_MOVE(SilentConsole)

    HANDLE input() const { return m_input; }

private:
    HANDLE m_input = GetStdHandle(STD_INPUT_HANDLE);
    DWORD m_mode = 0;
};

} // namespace

void prepareOutput()
{
    SetConsoleOutputCP(CP_UTF8);
    for (std::FILE *stream : {stdout, stderr}) {
        _setmode(_fileno(stream), _O_BINARY); // no \r before \n
    }
}

bool inputIsTerminal() { return _isatty(_fileno(stdin)) != 0; }

std::optional<QByteArray> readHiddenLine()
{
    const SilentConsole silent;
    QString line(1024, QChar(0));
    DWORD length = 0;
    if (!ReadConsoleW(silent.input(), line.data(), static_cast<DWORD>(line.size()), &length, nullptr) || length == 0) {
        return std::nullopt;
    }
    while (length > 0 && (line.at(length - 1) == u'\n' || line.at(length - 1) == u'\r')) {
        --length;
    }
    const QByteArray typed = QStringView(line).first(length).toUtf8();
    line.fill(QChar(0));
    return typed;
}

} // namespace tenken::cli
