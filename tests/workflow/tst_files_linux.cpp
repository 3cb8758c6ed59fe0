#include "workflow/files.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <sys/stat.h>

using namespace tenken;

/// What lies in a folder and looks like a file
class TestFilesLinux : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    /// Nobody writes into it: who opens it waits for ever.
    void pipeIsNoFile()
    {
        QCOMPARE(mkfifo(path(), 0600), 0);
        const Result<QByteArray> content = readFile(m_path, 100);
        QVERIFY(!content);
        QCOMPARE(content.error().code, ErrorCode::FileUnreadable);
    }

    void deviceIsNoFile()
    {
        path();
        QVERIFY(QFile::link(QStringLiteral("/dev/zero"), m_path));
        const Result<QByteArray> content = readFile(m_path, 100);
        QVERIFY(!content);
        QCOMPARE(content.error().code, ErrorCode::FileUnreadable);
    }

    void whatTheShellHandsOverIsRead()
    {
        const Result<QByteArray> content = readFile(QStringLiteral("/dev/null"), 100);
        QVERIFY(content);
        QCOMPARE(*content, QByteArray());
    }

    void passphraseThroughAPipe()
    {
        QCOMPARE(mkfifo(path(), 0600), 0);
        const std::unique_ptr<QThread> writer(QThread::create([this] {
            QFile pipe(m_path);
            if (pipe.open(QIODevice::WriteOnly)) {
                pipe.write("secret\n");
            }
        }));
        writer->start();
        const Result<QByteArray> passphrase = readPassphrase(m_path);
        QVERIFY(writer->wait());
        QVERIFY(passphrase);
        QCOMPARE(*passphrase, QByteArray("secret"));
    }

private:
    const char *path()
    {
        m_path = m_folder->filePath(QStringLiteral("a.pdf"));
        m_encoded = QFile::encodeName(m_path);
        return m_encoded.constData();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    QByteArray m_encoded;
};

QTEST_GUILESS_MAIN(TestFilesLinux)
#include "tst_files_linux.moc"
