#include "exchange/csv_reader.h"
#include "signing/keys/pkcs12_signer.h"
#include "support/small_city.h"
#include "workflow/issue_certificates.h"

#include <QDir>
#include <QTest>

using namespace tenken;
using namespace tenken::support;

/// Keys for a whole organisation: what passphrases.csv tells opens what lies beside it, whatever happened in between.
class TestIssueCertificates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyKeyOfTheFolderCanBeOpened();
    void theTableStandsBeforeTheKey();
    void aKeyThatCannotBeWrittenLeavesTheTable();
    void aTableOfOthersIsRefused_data();
    void aTableOfOthersIsRefused();
    void validityIsWhatWasAsked();

private:
    Result<IssueCertificates::Outcome> issue(const QStringList &codes, const IssueCertificates::Progress &progress = {},
                                             const IssueCertificates::Validity &validity = {})
    {
        Organisation organisation;
        for (const QString &code : codes) {
            organisation.units << unitOf(code);
        }
        return IssueCertificates(m_city->authority)
            .issueAll(organisation, m_city->path(QStringLiteral("keys")), validity, progress);
    }
    QString key(const QString &name) const { return m_city->path(QStringLiteral("keys/%1.p12").arg(name)); }
    QString table() const { return m_city->path(QStringLiteral("keys/passphrases.csv")); }
    QByteArray tableBytes() const { return readFile(table(), 1 << 20).value_or(QByteArray()); }
    /// file → passphrase
    QMap<QString, QString> passphrases() const
    {
        const Reading<CsvTable> csv = readCsv(tableBytes(), table());
        QMap<QString, QString> found;
        for (const CsvRow &row : csv ? csv.value->rows : QList<CsvRow>()) {
            found.insert(csv.value->text(row, QStringLiteral("file")),
                         csv.value->text(row, QStringLiteral("passphrase")));
        }
        return found;
    }
    bool opens(const QString &name) const
    {
        const QString passphrase = passphrases().value(name + QStringLiteral(".p12"));
        return bool(openPkcs12(key(name), SecretBytes(passphrase.toUtf8())));
    }

    std::unique_ptr<SmallCity> m_city;
};

void TestIssueCertificates::init() { m_city = std::make_unique<SmallCity>(); }

void TestIssueCertificates::everyKeyOfTheFolderCanBeOpened()
{
    QVERIFY(issue({QStringLiteral("U0004")}));
    const QString first = passphrases().value(QStringLiteral("U0004-inspector.p12"));
    const auto second = issue({QStringLiteral("U0005")});
    QVERIFY(second);
    QCOMPARE(second->issued, 2);
    for (const char *name : {"U0004-inspector", "U0004-approver", "U0005-inspector", "U0005-approver"}) {
        QVERIFY2(opens(QString::fromLatin1(name)), name);
    }
    QVERIFY(issue({QStringLiteral("U0004")})); // again: a new key in the place of the old one
    QCOMPARE(passphrases().size(), 4);
    QCOMPARE(tableBytes().count("U0004-inspector.p12"), 1);
    QVERIFY(passphrases().value(QStringLiteral("U0004-inspector.p12")) != first);
    QVERIFY(opens(QStringLiteral("U0004-inspector")));
#ifdef Q_OS_UNIX // elsewhere the folder's rights count
    const QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
    QVERIFY(!(QFileInfo(table()).permissions() & others));
#endif
}

void TestIssueCertificates::theTableStandsBeforeTheKey()
{
    QStringList lying;
    const auto stopped = issue({QStringLiteral("U0004"), QStringLiteral("U0005")}, [&](int done, int) {
        lying = passphrases().keys(); // what a process that is killed here leaves
        return done == 0;
    });
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    QCOMPARE(lying, (QStringList{QStringLiteral("U0004-approver.p12"), QStringLiteral("U0004-inspector.p12")}));
    QVERIFY(opens(QStringLiteral("U0004-inspector")));
    QVERIFY(!QFileInfo::exists(key(QStringLiteral("U0005-inspector"))));
}

void TestIssueCertificates::aKeyThatCannotBeWrittenLeavesTheTable()
{
    QVERIFY(issue({QStringLiteral("U0004")}));
    const QByteArray before = tableBytes();
    QVERIFY(QDir().mkpath(key(QStringLiteral("U0005-inspector"))));
    const auto refused = issue({QStringLiteral("U0005")});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::FileUnwritable);
    QCOMPARE(tableBytes(), before);
}

void TestIssueCertificates::aTableOfOthersIsRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("other columns") << QByteArray("file,passphrase\r\nx.p12,secret\r\n");
    QTest::newRow("no table") << QByteArray("file,\"department\r\n");
}

void TestIssueCertificates::aTableOfOthersIsRefused()
{
    QFETCH(QByteArray, content);
    QVERIFY(QDir().mkpath(m_city->path(QStringLiteral("keys"))));
    m_city->save(QStringLiteral("keys/passphrases.csv"), content);
    const QByteArray issuedBefore = readFile(m_city->path(QStringLiteral("authority/issued.json")), 1 << 20).value();
    const auto refused = issue({QStringLiteral("U0004")});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::MalformedCsv);
    QCOMPARE(tableBytes(), content);
    QVERIFY(!QFileInfo::exists(key(QStringLiteral("U0004-inspector"))));
    QCOMPARE(readFile(m_city->path(QStringLiteral("authority/issued.json")), 1 << 20).value(), issuedBefore);
}

void TestIssueCertificates::validityIsWhatWasAsked()
{
    const QDateTime last = fromIso(QStringLiteral("2027-03-31T23:59:59+09:00"));
    QVERIFY(issue({QStringLiteral("U0004")}, {}, {{}, last}));
    const QString passphrase = passphrases().value(QStringLiteral("U0004-approver.p12"));
    const auto signer = openPkcs12(key(QStringLiteral("U0004-approver")), SecretBytes(passphrase.toUtf8()));
    QVERIFY(signer);
    QCOMPARE((*signer)->certificate().notAfter(), last);
}

QTEST_GUILESS_MAIN(TestIssueCertificates)
#include "tst_issue_certificates.moc"
