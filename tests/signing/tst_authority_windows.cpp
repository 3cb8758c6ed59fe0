#include "signing/keys/authority_record.h"
#include "support/virus_scanner.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tenken;

/// What an authority keeps is saved although a virus scanner has the file open for a moment.
class TestAuthorityWindows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void waitsForTheScanner();
    void leavesAHeldFileAlone();

private:
    QTemporaryDir m_folder;
};

void TestAuthorityWindows::waitsForTheScanner()
{
    const QString path = m_folder.filePath(AuthorityRecord::fileName());
    QVERIFY((AuthorityRecord{1, {}}.save(m_folder.path())));
    support::PassingScanner scanner(path);
    QVERIFY(scanner.holds());
    const Status saved = AuthorityRecord{2, {}}.save(m_folder.path());
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().detail));
    QCOMPARE(AuthorityRecord::load(m_folder.path()).value().crlNumber, 2);
    QVERIFY(QFile::remove(path));
}

void TestAuthorityWindows::leavesAHeldFileAlone()
{
    QVERIFY((AuthorityRecord{1, {}}.save(m_folder.path())));
    {
        const support::VirusScanner scanner(m_folder.filePath(AuthorityRecord::fileName()));
        const Status refused = AuthorityRecord{2, {}}.save(m_folder.path());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::FileUnwritable);
    }
    QCOMPARE(AuthorityRecord::load(m_folder.path()).value().crlNumber, 1);
}

QTEST_GUILESS_MAIN(TestAuthorityWindows)
#include "tst_authority_windows.moc"
