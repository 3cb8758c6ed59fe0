#pragma once

#include <QDir>
#include <QFileInfo>
#include <QThread>

#include <memory>

#include <qt_windows.h>

namespace tenken::support {

/// Has a file open as a virus scanner does: nobody may write to it or replace it meanwhile
class VirusScanner {
public:
    explicit VirusScanner(const QString &path)
        : m_handle(CreateFileW(reinterpret_cast<const wchar_t *>(path.utf16()), GENERIC_READ, FILE_SHARE_READ, nullptr,
                               OPEN_EXISTING, 0, nullptr))
    { }
    ~VirusScanner() { CloseHandle(m_handle); }
    Q_DISABLE_COPY_MOVE(VirusScanner)
    bool holds() const { return m_handle != INVALID_HANDLE_VALUE; }

private:
    HANDLE m_handle;
};

/// One that lets go as soon as a temporary file beside the only one of its folder shows that saving has begun
class PassingScanner {
public:
    explicit PassingScanner(const QString &path)
        : m_scanner(std::make_unique<VirusScanner>(path)),
          m_holds(m_scanner->holds()),
          m_release(QThread::create([this, folder = QFileInfo(path).absolutePath()] {
              while (QDir(folder).entryList(QDir::Files).size() < 2) {
                  QThread::yieldCurrentThread();
              }
              m_scanner.reset();
          }))
    {
        m_release->start();
    }
    ~PassingScanner() { m_release->wait(); }
    Q_DISABLE_COPY_MOVE(PassingScanner)
    bool holds() const { return m_holds; }

private:
    std::unique_ptr<VirusScanner> m_scanner;
    bool m_holds;
    std::unique_ptr<QThread> m_release;
};

} // namespace tenken::support
