// Stands for a Linux program (qpdf.exe for qpdf, and so on) in tests that run under Wine: hands the arguments over with
// paths as Linux knows them, waits, and ends with the program's exit code. Standard input and output pass through.
#include <cwchar>
#include <string>
#include <vector>

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
    std::vector<std::string> translatedArguments{utf8(program.substr(0, program.find_last_of(L'.')))};
    for (int i = 1; i < count; ++i)
        translatedArguments.push_back(translated(arguments[i], unixName));
    std::vector<char *> pointers;
    for (std::string &argument : translatedArguments)
        pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    return spawn(pointers.data(), 1);
}
