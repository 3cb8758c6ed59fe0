#include <cstdio>

#include <windows.h>

/// Linked into every program with --wrap=main: what stands behind main() is this, and main() itself is __real_main().
/// The process ends here. On the usual way Windows would first end all other threads and then run the destructors of
/// the libraries, in which winpthreads waits for ever for a lock that such a thread had just taken
/// (docs/decisions/0052-leaving-at-once.md).
extern "C" int __real_main(int count, char **arguments);
extern "C" int __wrap_main(int count, char **arguments);

extern "C" int __wrap_main(int count, char **arguments)
{
    const int code = __real_main(count, arguments);
    std::fflush(nullptr);
    TerminateProcess(GetCurrentProcess(), static_cast<UINT>(code));
    return code;
}
