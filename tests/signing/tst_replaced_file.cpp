#include "signing/keys/replaced_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#endif

using namespace tenken;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("nothing");
}

} // namespace

class TestReplacedFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void replacesTheWhole()
    {
        QVERIFY(replaceFile(m_path, "a longer text than the next"));
        QVERIFY(replaceFile(m_path, "short"));
        QCOMPARE(contentOf(m_path), QByteArray("short"));
        QVERIFY(replaceFile(m_path, {}));
        QCOMPARE(contentOf(m_path), QByteArray());
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files).size(), 1);
    }

    void keepsOthersOut()
    {
#ifdef Q_OS_UNIX
        QVERIFY(replaceFile(m_path, "secret", ReadableBy::OwnerOnly));
        struct stat about = {};
        QCOMPARE(stat(QFile::encodeName(m_path).constData(), &about), 0);
        QCOMPARE(about.st_mode & 0777U, 0600U);
#else
        QSKIP("permissions of Windows are the folder's");
#endif
    }

    void refusesWhatIsNoFile()
    {
        QCOMPARE(replaceFile(m_folder.path(), "x").error().code, ErrorCode::FileUnwritable);
        QCOMPARE(replaceFile(m_folder.filePath(QStringLiteral("no/folder")), "x").error().code,
                 ErrorCode::FileUnwritable);
#ifdef Q_OS_UNIX
        const QString pipe = m_folder.filePath(QStringLiteral("pipe"));
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QCOMPARE(replaceFile(pipe, "x").error().code, ErrorCode::FileUnwritable);
        QVERIFY(!QFileInfo(pipe).isFile());
#endif
    }

    /// Small enough to wait in a buffer until the file is closed
    void keepsTheOldWhenTheDiskIsFull()
    {
#ifdef Q_OS_UNIX
        QVERIFY(replaceFile(m_path, "old"));
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before = {};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        rlimit little = before;
        little.rlim_cur = 100;
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &little), 0);
        const Status saved = replaceFile(m_path, QByteArray(500, 'x'));
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(!saved);
        QCOMPARE(contentOf(m_path), QByteArray("old"));
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("file")});
#else
        QSKIP("no limit on the size of files");
#endif
    }

private:
    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(QStringLiteral("file"));
};

QTEST_GUILESS_MAIN(TestReplacedFile)
#include "tst_replaced_file.moc"
