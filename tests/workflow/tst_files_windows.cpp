#include "support/virus_scanner.h"
#include "workflow/files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace tenken;

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
    support::PassingScanner scanner(m_path);
    QVERIFY(scanner.holds());
    const Status saved = writeFile(m_path, "new");
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().detail));
    QCOMPARE(content(), QByteArray("new"));
}

void TestFilesWindows::leavesAHeldFileAlone()
{
    {
        const support::VirusScanner scanner(m_path);
        const Status refused = writeFile(m_path, "new");
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::FileUnwritable);
    }
    QCOMPARE(content(), QByteArray("old"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1);
}

QTEST_GUILESS_MAIN(TestFilesWindows)
#include "tst_files_windows.moc"
