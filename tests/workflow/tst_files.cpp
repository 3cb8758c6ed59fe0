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

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
