#include "cli/cli_city.h"
#include "support/places.h"

using namespace tenken;
using namespace tenken::support;

namespace {

/// Where a document's shape is looked at: "rows/0/cells" … ; empty = the document itself
QJsonValue at(const CliRun &run, const QString &path)
{
    const QJsonDocument document = QJsonDocument::fromJson(run.out);
    QJsonValue value = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    for (const QString &step : path.split(u'/', Qt::SkipEmptyParts)) {
        value = value.isArray() ? value.toArray().at(step.toInt()) : value.toObject().value(step);
    }
    return value;
}

} // namespace

/// The documents of files-and-cli §2, key by key
class TestJsonDocuments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keys_data();
    void keys();
    void values_data();
    void values();
    void scoreGivesTheVectorsBack();
    void authorityFiles();
    void daysInEitherCalendar();

private:
    /// Several rows look at one run
    CliRun once(const QString &line)
    {
        if (!m_runs.contains(line)) {
            m_runs.insert(line, m_city.run(line));
        }
        return m_runs.value(line);
    }

    CliCity m_city;
    QString m_id; ///< signed
    QString m_open; ///< not started
    QHash<QString, CliRun> m_runs;
};

/// One desk, one registry: every row only reads them
void TestJsonDocuments::initTestCase()
{
    m_city.saveFill();
    m_id = m_city.start();
    m_open = m_city.start();
    const QStringList trust = m_city.trustArguments();
    const CliRun filled = m_city.run("inspection fill --store desk.db --from fill.csv --inspection " + m_id);
    QCOMPARE(filled.code, 0);
    QVERIFY(m_city
                .run(QStringList{"inspection", "export", "--store", "desk.db", "--inspection", m_id, "--out", "s.pdf"}
                     + m_city.keyArguments("inspector"))
                .code
            == 0);
    QVERIFY(m_city.run(QStringList{"approve", "s.pdf", "--out", "a.pdf"} + trust + m_city.keyArguments("approver")).code
            == 0);
    m_city.save("foreign.pdf", foreignPdf());
    QCOMPARE(m_city.run(QStringList{"registry", "import", "--registry", "r.db", "a.pdf"} + trust).code, 0);
    m_city.save("org.csv", QStringLiteral("所属コード,課\r\nU0004,総務課\r\nU0005,人事課\r\n").toUtf8());
}

void TestJsonDocuments::keys_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("keys");
    const auto row = [](const char *name, const char *line, int code, const char *path, const char *keys) {
        QTest::newRow(name) << line << code << path << keys;
    };
    row("status", "inspection status --store desk.db --inspection ID", 0, "",
        "amber bounds checklist counts edition fiscalYear fullRate inspection judgement maturity red revision round "
        "state subject weighted");
    row("status counts", "inspection status --store desk.db --inspection ID", 0, "counts",
        "answered blank effective na no partial target unknown yes");
    row("status subject", "inspection status --store desk.db --inspection ID", 0, "subject", "code kind name");
    row("start", "inspection start --store x.db --checklist KC-A --department U1 --department-name x --year 2026", 0,
        "", "applicable inspection state");
    row("check", "inspection check --store desk.db --inspection ID", 0, "", "complete problems");
    row("check problem", "inspection check --store desk.db --inspection OPEN", 1, "problems/0", "code field item");
    row("incomplete export", "inspection export --store desk.db --inspection OPEN --out z.pdf KEY", 1, "",
        "complete problems");
    row("dry run", "inspection fill --store desk.db --inspection OPEN --from fill.csv --dry-run", 0, "",
        "changed differences dryRun");
    row("difference", "inspection fill --store desk.db --inspection OPEN --from fill.csv --dry-run", 0, "differences/0",
        "after before fields item");
    row("verify", "verify s.pdf TRUST", 0, "0", "file kind reasons signatures state submission verdict warnings");
    row("verify foreign", "verify foreign.pdf TRUST", 1, "0",
        "file kind reasons signatures state submission verdict warnings");
    row("verify signature", "verify s.pdf TRUST", 0, "0/signatures/0",
        "department integrity issuer level role signedAt signer timeSource trust");
    row("verify submission", "verify s.pdf TRUST", 0, "0/submission",
        "checklist department edition fiscalYear id revision round sha256 subject");
    row("import", "registry import --registry r.db a.pdf foreign.pdf TRUST", 1, "",
        "alreadyThere files imported refused");
    row("import file", "registry import --registry r.db a.pdf TRUST", 0, "files/0", "file reasons result submission");
    row("list", "registry list --registry r.db --year 2026", 0, "0",
        "checklist department edition fiscalYear importedAt inspection latest revision round sha256 state subject "
        "submission");
    row("list department", "registry list --registry r.db", 0, "0/department", "code name");
    row("missing", "registry missing --registry r.db --year 2026 --org org.csv", 0, "0",
        "checklist department subject");
    row("missing to a file", "registry missing --registry r.db --year 2026 --org org.csv --format csv --out m.csv", 0,
        "", "file");
    row("missing as what", "registry missing --registry r.db --year 2026 --org org.csv --format xlsx", 2, "error",
        "code detail subject");
    row("a file of no format", "registry missing --registry r.db --year 2026 --org org.csv --out m.json", 2, "error",
        "code detail subject");
    row("compare", "compare --registry r.db --checklist KC-B --by city", 0, "", "by checklist columns rows totals");
    row("compare column", "compare --registry r.db --checklist KC-B --by year", 0, "columns/0", "key label");
    row("compare row", "compare --registry r.db --checklist KC-B --by revision", 0, "rows/0",
        "cells change clause differs item");
    row("compare total", "compare --registry r.db --checklist KC-B --by department --year 2026", 0, "totals/0",
        "cells clause");
    row("compare total cell", "compare --registry r.db --checklist KC-B --by department", 0, "totals/0/cells/0",
        "n yes");
    row("compare to a file", "compare --registry r.db --checklist KC-B --by year --format xlsx --out c.xlsx", 0, "",
        "file");
    row("refused without other document", "inspection export --store desk.db --inspection ID --out z.pdf KEY", 1,
        "error", "code detail subject");
}

void TestJsonDocuments::keys()
{
    QFETCH(QString, line);
    QFETCH(int, code);
    QFETCH(QString, path);
    QFETCH(QString, keys);
    line.replace(QStringLiteral("ID"), m_id);
    line.replace(QStringLiteral("OPEN"), m_open);
    line.replace(QStringLiteral("TRUST"), m_city.trustArguments().join(u' '));
    line.replace(QStringLiteral("KEY"), m_city.keyArguments("inspector").join(u' '));
    const CliRun run = once(line);
    QCOMPARE(run.code, code);
    QCOMPARE(keysOf(at(run, path)), keys);
}

void TestJsonDocuments::values_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char *name, const char *line, const char *path, const QJsonValue &value) {
        QTest::newRow(name) << line << path << value;
    };
    const QJsonValue null;
    row("state", "inspection status --store desk.db --inspection ID", "state", "signed");
    row("full rate", "inspection status --store desk.db --inspection ID", "fullRate", "1");
    row("bounds", "inspection status --store desk.db --inspection ID", "bounds", QJsonArray{"1", "1"});
    row("warnings", "verify s.pdf TRUST", "0/warnings", QJsonArray{"approval-missing"});
    row("approved", "verify a.pdf TRUST", "0/warnings", QJsonArray());
    row("level", "verify a.pdf TRUST", "0/signatures/1/level", "B-B");
    row("time source", "verify a.pdf TRUST", "0/signatures/1/timeSource", "claimed");
    row("foreign kind", "verify foreign.pdf TRUST", "0/kind", null);
    row("foreign state", "verify foreign.pdf TRUST", "0/state", null);
    row("foreign submission", "verify foreign.pdf TRUST", "0/submission", null);
    row("foreign verdict", "verify foreign.pdf TRUST", "0/verdict", "not-a-submission");
    row("foreign reasons", "verify foreign.pdf TRUST", "0/reasons", QJsonArray{"foreign-pdf"});
    row("refused submission", "registry import --registry r.db foreign.pdf TRUST", "files/0/submission", null);
    row("refused result", "registry import --registry r.db foreign.pdf TRUST", "files/0/result", "refused");
    row("already there", "registry import --registry r.db a.pdf TRUST", "alreadyThere", 1);
    row("missing one", "registry missing --registry r.db --year 2026 --org org.csv", "0/department/code", "U0005");
    row("listed state", "registry list --registry r.db", "0/state", "approved");
    row("listed latest", "registry list --registry r.db", "0/latest", true);
    row("answer cell", "compare --registry r.db --checklist KC-B --by department", "rows/0/cells/0", "YES");
    row("change", "compare --registry r.db --checklist KC-B --by department", "rows/1/change", "same");
    row("covered", "checklist coverage", "complete", true);
}

void TestJsonDocuments::values()
{
    QFETCH(QString, line);
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    line.replace(QStringLiteral("ID"), m_id);
    line.replace(QStringLiteral("TRUST"), m_city.trustArguments().join(u' '));
    const CliRun run = once(line);
    QCOMPARE(at(run, path), value);
    QVERIFY(path.contains(u'/') || !at(run, path).isUndefined());
}

void TestJsonDocuments::scoreGivesTheVectorsBack()
{
    const QByteArray vectors = *readFile(sourcePath("tests/exchange/data/score_vectors.json"), 64 << 20);
    m_city.save("vectors.json", vectors);
    const CliRun run = m_city.run("score --vectors vectors.json");
    QCOMPARE(run.code, 0);
    QCOMPARE(QJsonDocument::fromJson(run.out), QJsonDocument::fromJson(vectors));
}

void TestJsonDocuments::authorityFiles()
{
    const CliRun all = m_city.run("authority issue --authority authority --authority-passphrase-file pass.txt "
                                  "--departments org.csv --out keys");
    QCOMPARE(all.code, 0);
    QCOMPARE(keysOf(all.object()), QStringLiteral("issued passphrases"));
    QCOMPARE(all.object()[u"issued"].toInt(), 4);
    const QFileInfo passphrases(m_city.path("keys/passphrases.csv"));
    QVERIFY(passphrases.exists());
#ifdef Q_OS_UNIX
    QVERIFY(!(passphrases.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
#endif
    QCOMPARE(QDir(m_city.path("keys")).entryList({"*.p12"}).size(), 4);
    const CliRun list =
        m_city.run("authority crl --authority authority --authority-passphrase-file pass.txt --out ca.crl");
    QCOMPARE(list.code, 0);
    QVERIFY(readFile(m_city.path("ca.crl"), 1 << 20)->startsWith("-----BEGIN X509 CRL-----"));
    const CliRun unnameable =
        m_city.run("authority issue --authority authority --authority-passphrase-file pass.txt "
                   "--department Ｕ4 --role approver --name x --passphrase-file pass.txt --out k");
    QCOMPARE(unnameable.code, 2);
    QCOMPARE(unnameable.errorCode(), QStringLiteral("invalid-value"));
}

void TestJsonDocuments::daysInEitherCalendar()
{
    for (const QString day : {"2026-07-31", "R8.7.31", "令和8年7月31日"}) {
        QCOMPARE(m_city.run("registry round --year 2026 --org org.csv --out r.tenken-round --due " + day).code, 0);
        QVERIFY(readFile(m_city.path("r.tenken-round"), 1 << 20)->contains("\"due\":\"2026-07-31\""));
    }
}

QTEST_MAIN(TestJsonDocuments)
#include "tst_json_documents.moc"
