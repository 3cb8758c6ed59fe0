#include "workflow/files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>

#include <qt_windows.h>

using namespace tenken;

namespace {

/// Has a file open as a virus scanner does: nobody may write to it or replace it meanwhile
class Scanner {
public:
    explicit Scanner(const QString &path)
        : m_handle(CreateFileW(reinterpret_cast<const wchar_t *>(path.utf16()), GENERIC_READ, FILE_SHARE_READ, nullptr,
                               OPEN_EXISTING, 0, nullptr))
    { }
    ~Scanner() { CloseHandle(m_handle); }
    Q_DISABLE_COPY_MOVE(Scanner)
    bool holds() const { return m_handle != INVALID_HANDLE_VALUE; }

private:
    HANDLE m_handle;
};

} // namespace

/// Saving waits for a virus scanner that has the file open, but not for ever.
class TestFilesWindows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void waitsForTheScanner();
    void leavesAHeldFileAlone();

private:
    QByteArray content() const { return readFile(m_path, 100).value_or("unreadable"); }
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestFilesWindows::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("自己点検票.pdf"));
    QVERIFY(writeFile(m_path, "old"));
}

void TestFilesWindows::waitsForTheScanner()
{
    auto scanner = std::make_unique<Scanner>(m_path);
    QVERIFY(scanner->holds());
    // Lets go as soon as the temporary file shows that saving has begun
    const std::unique_ptr<QThread> release(QThread::create([this, &scanner] {
        while (QDir(m_folder->path()).entryList(QDir::Files).size() < 2) {
            QThread::yieldCurrentThread();
        }
        scanner.reset();
    }));
    release->start();
    const Status saved = writeFile(m_path, "new");
    QVERIFY(release->wait());
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().detail));
    QCOMPARE(content(), QByteArray("new"));
}

void TestFilesWindows::leavesAHeldFileAlone()
{
    {
        const Scanner scanner(m_path);
        const Status refused = writeFile(m_path, "new");
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::FileUnwritable);
    }
    QCOMPARE(content(), QByteArray("old"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1);
}

QTEST_GUILESS_MAIN(TestFilesWindows)
#include "tst_files_windows.moc"
