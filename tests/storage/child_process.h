#pragma once

#include <QtGlobal>

#include <functional>

#ifdef Q_OS_UNIX
#include <csignal>
#include <grp.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

/// What needs a process of its own: limits, another user, dying.
namespace tenken::child {

#ifdef Q_OS_UNIX
/// Runs work in a forked child; its return value (0–255), or −1 when it died otherwise
inline int run(const std::function<int()> &work)
{
    const pid_t child = fork();
    if (child == 0) {
        _exit(work());
    }
    int status = 0;
    return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// Permissions bind everybody but root: the child of a root becomes nobody.
inline bool giveUpRoot()
{
    constexpr unsigned nobody = 65534;
    return geteuid() != 0 || (setgroups(0, nullptr) == 0 && setgid(nobody) == 0 && setuid(nobody) == 0);
}

/// For the rest of this process, writing behind so many bytes of a file fails
inline void limitFileSize(rlim_t bytes)
{
    const rlimit limit{bytes, bytes};
    setrlimit(RLIMIT_FSIZE, &limit);
    signal(SIGXFSZ, SIG_IGN);
}

/// A number that parent and child both see
class SharedNumber {
public:
    SharedNumber()
        : m_number(static_cast<volatile int *>(
            mmap(nullptr, sizeof(int), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)))
    { }
    ~SharedNumber() { munmap(const_cast<int *>(m_number), sizeof(int)); }
    Q_DISABLE_COPY(SharedNumber)
    int value() const { return *m_number; }
    void set(int value) { *m_number = value; }

private:
    volatile int *m_number;
};
#endif

} // namespace tenken::child
