// Stands for a Linux program (qpdf.exe for qpdf, and so on) in tests that run under Wine: hands the arguments over with
// paths as Linux knows them, waits, and ends with the program's exit code. What it reads and writes goes through
// connections of this machine to itself: a pipe of Windows is nothing that a Linux program could inherit.
#include <cwchar>
#include <string>
#include <thread>
#include <vector>

#include <winsock2.h>
// after it
#include <windows.h>

namespace {

using Spawn = int(__cdecl *)(char *const arguments[], int wait);
using UnixName = char *(__cdecl *)(const wchar_t *);

template <typename Function> Function functionOf(const wchar_t *library, const char *name)
{
    return reinterpret_cast<Function>(reinterpret_cast<void *>(GetProcAddress(GetModuleHandleW(library), name)));
}

std::string utf8(const std::wstring &text)
{
    const int size = static_cast<int>(text.size());
    std::string bytes(
        static_cast<std::size_t>(WideCharToMultiByte(CP_UTF8, 0, text.data(), size, nullptr, 0, nullptr, nullptr)),
        '\0');
    WideCharToMultiByte(CP_UTF8, 0, text.data(), size, bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr);
    return bytes;
}

/// C:\a or C:/a anywhere in an argument (--out=C:/a) is a path up to its end.
std::string translated(const std::wstring &argument, UnixName unixName)
{
    for (std::size_t at = 0; at + 2 < argument.size(); ++at) {
        const bool starts = at == 0 || argument[at - 1] == L'=' || argument[at - 1] == L':';
        if (starts && iswalpha(argument[at]) && argument[at + 1] == L':'
            && (argument[at + 2] == L'/' || argument[at + 2] == L'\\')) {
            if (const char *path = unixName(argument.substr(at).c_str()))
                return utf8(argument.substr(0, at)) + path;
        }
    }
    return utf8(argument);
}

void send(HANDLE from, SOCKET to)
{
    char bytes[4096];
    DWORD count = 0;
    while (ReadFile(from, bytes, sizeof bytes, &count, nullptr) && count > 0
           && ::send(to, bytes, static_cast<int>(count), 0) > 0) { }
    shutdown(to, SD_SEND);
}

void receive(SOCKET from, HANDLE to)
{
    char bytes[4096];
    DWORD written = 0;
    for (int count = 0; (count = recv(from, bytes, sizeof bytes, 0)) > 0;)
        WriteFile(to, bytes, static_cast<DWORD>(count), &written, nullptr);
}

/// Bound to a port of this machine alone, which the system chooses
SOCKET listener(unsigned &port)
{
    WSADATA data;
    WSAStartup(MAKEWORD(2, 2), &data);
    const SOCKET socket = ::socket(AF_INET, SOCK_STREAM, IPPROTO_TCP);
    sockaddr_in address{};
    int size = sizeof address;
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    bind(socket, reinterpret_cast<sockaddr *>(&address), size);
    listen(socket, 2);
    getsockname(socket, reinterpret_cast<sockaddr *>(&address), &size);
    port = ntohs(address.sin_port);
    return socket;
}

/// The first connection is the program's input and output, the second one what it says about errors.
void serve(SOCKET listening)
{
    const SOCKET inAndOut = accept(listening, nullptr, nullptr);
    const SOCKET errors = accept(listening, nullptr, nullptr);
    std::thread([inAndOut] { send(GetStdHandle(STD_INPUT_HANDLE), inAndOut); }).detach(); // may never end
    std::thread second([errors] { receive(errors, GetStdHandle(STD_ERROR_HANDLE)); });
    receive(inAndOut, GetStdHandle(STD_OUTPUT_HANDLE));
    second.join();
}

} // namespace

int wmain(int count, wchar_t **arguments)
{
    const auto spawn = functionOf<Spawn>(L"ntdll.dll", "__wine_unix_spawnvp");
    const auto unixName = functionOf<UnixName>(L"kernel32.dll", "wine_get_unix_file_name");
    if (!spawn || !unixName)
        return 127; // not Wine
    wchar_t path[MAX_PATH];
    GetModuleFileNameW(nullptr, path, MAX_PATH);
    std::wstring program = path;
    program = program.substr(program.find_last_of(L'\\') + 1);
    unsigned port = 0;
    const SOCKET listening = listener(port);
    const std::string connect = "<>/dev/tcp/127.0.0.1/" + std::to_string(port);
    std::vector<std::string> words{"bash", "-c",
                                   "exec 3" + connect + " 4" + connect + R"( && exec "$0" "$@" <&3 >&3 2>&4 3>&- 4>&-)",
                                   utf8(program.substr(0, program.find_last_of(L'.')))};
    for (int i = 1; i < count; ++i)
        words.push_back(translated(arguments[i], unixName));
    std::vector<char *> pointers;
    for (std::string &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    std::thread server([listening] { serve(listening); });
    const int code = spawn(pointers.data(), 1);
    closesocket(listening); // nobody will connect any more
    server.join();
    ExitProcess(static_cast<UINT>(code)); // without waiting for standard input
}
