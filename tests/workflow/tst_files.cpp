#include "workflow/files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tenken;

/// A file is written as a whole or stays as it was.
class TestFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writes_data();
    void writes();
    void missingFolderIsToldAtOnce();
    void readsNoMoreThanTheLimit_data();
    void readsNoMoreThanTheLimit();
    void readsWhatDoesNotSayItsSize();
    void passphraseIsOneLine_data();
    void passphraseIsOneLine();
};

void TestFiles::writes_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("before");
    QTest::newRow("new") << QStringLiteral("new.pdf") << QByteArray();
    QTest::newRow("over an old one") << QStringLiteral("old.pdf") << QByteArray("old");
    QTest::newRow("Japanese") << QStringLiteral("情報セキュリティ自己点検票（企画課）.pdf") << QByteArray("old");
}

void TestFiles::writes()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, before);
    const QTemporaryDir folder;
    const QString path = folder.filePath(name);
    if (!before.isNull()) {
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write(before);
    }
    QVERIFY(writeFile(path, "content\r\n"));
    const Result<QByteArray> written = readFile(path, 100);
    QVERIFY(written);
    QCOMPARE(*written, QByteArray("content\r\n"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void TestFiles::missingFolderIsToldAtOnce()
{
    const QTemporaryDir folder;
    const Status refused = writeFile(folder.filePath(QStringLiteral("missing/a.pdf")), "content");
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::FileUnwritable);
}

void TestFiles::readsNoMoreThanTheLimit_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("isRead");
    QTest::newRow("empty") << 0 << true;
    QTest::newRow("below") << 99 << true;
    QTest::newRow("at the limit") << 100 << true;
    QTest::newRow("one more") << 101 << false;
    QTest::newRow("far more") << 1'000'000 << false;
}

void TestFiles::readsNoMoreThanTheLimit()
{
    QFETCH(int, size);
    QFETCH(bool, isRead);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a"));
    const QByteArray content(size, 'x');
    QVERIFY(writeFile(path, content));
    const Result<QByteArray> read = readFile(path, 100);
    QCOMPARE(read.has_value(), isRead);
    QCOMPARE(isRead ? *read : content, content);
    QCOMPARE(isRead ? ErrorCode::FileTooLarge : read.error().code, ErrorCode::FileTooLarge);
}

/// /proc says 0 bytes of every file
void TestFiles::readsWhatDoesNotSayItsSize()
{
    const QString path = QStringLiteral("/proc/self/status");
    if (!QFile::exists(path)) {
        QSKIP("no /proc here");
    }
    QVERIFY(readFile(path, 1 << 20).value().contains("Pid:"));
    QCOMPARE(readFile(path, 5).error().code, ErrorCode::FileTooLarge);
    QCOMPARE(readFile(QStringLiteral("/proc"), 5).error().code, ErrorCode::FileUnreadable);
    QCOMPARE(readFile(QStringLiteral("/proc/none"), 5).error().code, ErrorCode::FileNotFound);
}

void TestFiles::passphraseIsOneLine_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("passphrase");
    QTest::newRow("bare") << QByteArray("secret") << QByteArray("secret");
    QTest::newRow("line end") << QByteArray("secret\n") << QByteArray("secret");
    QTest::newRow("line end of Windows") << QByteArray("secret\r\n") << QByteArray("secret");
    QTest::newRow("only one is stripped") << QByteArray("secret\n\n") << QByteArray("secret\n");
    QTest::newRow("spaces belong to it") << QByteArray(" 合言葉 \n") << QByteArray(" 合言葉 ");
    QTest::newRow("saved by Windows' editor") << QByteArray("\xef\xbb\xbfsecret\r\n") << QByteArray("secret");
    QTest::newRow("a return alone stays") << QByteArray("secret\r") << QByteArray("secret\r");
}

void TestFiles::passphraseIsOneLine()
{
    QFETCH(QByteArray, content);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("p.txt"));
    QVERIFY(writeFile(path, content));
    QTEST(readPassphrase(path).value(), "passphrase");
}

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
