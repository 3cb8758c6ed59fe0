#include "storage/registry_record.h"

#include "storage/answer_sheets.h"
#include "support/enum_values.h"

#include "result_checks.h"
#include "sample_submission.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tenken;
using namespace Qt::StringLiterals;

namespace {

using Change = std::function<void(SignatureFinding &)>;

/// Every value of every closed field of a signature
QList<std::pair<QString, Change>> signatureChanges()
{
    using namespace support;
    QList<std::pair<QString, Change>> changes{
        {u"no role"_s, [](SignatureFinding &s) { s.role.reset(); }},
        {u"no time"_s, [](SignatureFinding &s) { s.signedAt = {}; }},
        {u"nothing typed"_s, [](SignatureFinding &s) { s.post = s.department = s.issuer = s.serial = s.field = {}; }},
        {u"quotes"_s, [](SignatureFinding &s) { s.signer = u"𠮷田 \"O'Brien\"\n\\"_s; }},
    };
    for (const Role value : enumValues<Role>())
        changes.append({u"role "_s + toCode(value), [value](SignatureFinding &s) { s.role = value; }});
    for (const TimeSource value : enumValues<TimeSource>())
        changes.append({u"time "_s + toCode(value), [value](SignatureFinding &s) { s.timeSource = value; }});
    for (const Integrity value : enumValues<Integrity>())
        changes.append({u"integrity "_s + toCode(value), [value](SignatureFinding &s) { s.integrity = value; }});
    for (const Trust value : enumValues<Trust>())
        changes.append({u"trust "_s + toCode(value), [value](SignatureFinding &s) { s.trust = value; }});
    for (const Level value : enumValues<Level>())
        changes.append({u"level "_s + toCode(value), [value](SignatureFinding &s) { s.level = value; }});
    return changes;
}

} // namespace

/// Rows of the registry, field by field, and rows that nobody wrote
class TestRegistryRecord : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void signaturesAreReadBack_data();
    void signaturesAreReadBack();
    void signaturesKeepTheirOrder();
    void firstImportsAreReadBack();
    void unknownCodesNeverMakeItBetter();
    void subjectsAndBodiesAreReadBack();
    void foreignCodesAreNotRead_data();
    void foreignCodesAreNotRead();
    void aDamagedPageIsNotTheEnd_data();
    void aDamagedPageIsNotTheEnd();
    void whatIsMissingIsTold();
    void aSubmissionNeedsItsOwnJson_data();
    void aSubmissionNeedsItsOwnJson();
    void filtersByAnythingTogether_data();
    void filtersByAnythingTogether();
    void sheetsAreReadAsWritten_data();
    void sheetsAreReadAsWritten();

private:
    RegistryRepository repository() { return RegistryRepository(*m_registry); }
    Database &database() { return m_registry->database(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    FixedClock m_clock{sample::moment()};
    std::unique_ptr<Registry> m_registry;
};

void TestRegistryRecord::init()
{
    m_registry.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_registry = Registry::open(m_folder->filePath(u"r.db"_s), m_clock).value();
}

void TestRegistryRecord::signaturesAreReadBack_data()
{
    QTest::addColumn<int>("number");
    int number = 0;
    for (const auto &[name, change] : signatureChanges())
        QTest::newRow(qPrintable(name)) << number++;
}

void TestRegistryRecord::signaturesAreReadBack()
{
    QFETCH(int, number);
    NewSubmission submission = sample::submission();
    SignatureFinding &wanted = submission.document.signatures.first();
    signatureChanges().at(number).second(wanted);
    QCOMPARE(*repository().addSubmission(submission), AddOutcome::Added);
    const SignatureFinding read = repository().document(submission.entry.submission)->signatures.first();
    QCOMPARE(read.role, wanted.role);
    QCOMPARE(read.signer, wanted.signer);
    QCOMPARE(read.post, wanted.post);
    QCOMPARE(read.department, wanted.department);
    QCOMPARE(read.issuer, wanted.issuer);
    QCOMPARE(read.serial, wanted.serial);
    QCOMPARE(read.signedAt, wanted.signedAt);
    QCOMPARE(read.timeSource, wanted.timeSource);
    QCOMPARE(read.integrity, wanted.integrity);
    QCOMPARE(read.trust, wanted.trust);
    QCOMPARE(read.level, wanted.level);
    QCOMPARE(read.field, wanted.field);
}

void TestRegistryRecord::signaturesKeepTheirOrder()
{
    NewSubmission submission = sample::submission();
    submission.document.signatures.clear();
    for (int n = 0; n < 12; ++n) {
        submission.document.signatures.append(sample::signature(Role::Approver));
        submission.document.signatures.last().signer = u"署名者%1"_s.arg(n);
    }
    QCOMPARE(*repository().addSubmission(submission), AddOutcome::Added);
    const auto document = repository().document(submission.entry.submission);
    QCOMPARE(document->signatures.size(), 12);
    for (int n = 0; n < 12; ++n)
        QCOMPARE(document->signatures.at(n).signer, u"署名者%1"_s.arg(n));
    QCOMPARE((*repository().findBySubmission(submission.entry.submission))->signatures, 12);
}

void TestRegistryRecord::firstImportsAreReadBack()
{
    using namespace support;
    int subject = 0;
    for (const Verdict verdict : enumValues<Verdict>()) {
        NewSubmission submission = sample::submissionOf(2026, 1, ++subject);
        submission.verdict = verdict;
        submission.warnings = subject % 2 == 0 ? QList<Warning>() : enumValues<Warning>();
        QCOMPARE(*repository().addSubmission(submission), AddOutcome::Added);
        const auto first = repository().firstImport(submission.entry.submission);
        VERIFY_OK(first);
        QCOMPARE(first->verdict, verdict);
        QCOMPARE(first->warnings, submission.warnings);
    }
}

/// What a later program wrote and this one does not know is read as the worse: broken, unknown, unchecked.
void TestRegistryRecord::unknownCodesNeverMakeItBetter()
{
    const NewSubmission submission = sample::submission();
    QCOMPARE(*repository().addSubmission(submission), AddOutcome::Added);
    VERIFY_OK(database().execute(u"UPDATE signatures SET role = 'mayor', time_source = 'sun', integrity = 'fine', "
                                 "trust = 'blind', level = 'B-Z'"_s));
    VERIFY_OK(database().execute(u"UPDATE submissions SET warnings = '[\"crl-stale\",\"rain\"]'"_s));
    const SignatureFinding read = repository().document(submission.entry.submission)->signatures.first();
    QVERIFY(!read.role);
    QCOMPARE(read.timeSource, TimeSource::Claimed);
    QCOMPARE(read.integrity, Integrity::Broken);
    QCOMPARE(read.trust, Trust::UnknownIssuer);
    QCOMPARE(read.level, Level::BB);
    QCOMPARE(repository().firstImport(submission.entry.submission)->warnings,
             QList({Warning::CrlStale, Warning::RevocationNotChecked}));
}

void TestRegistryRecord::subjectsAndBodiesAreReadBack()
{
    using namespace support;
    int subject = 0;
    for (const SubjectKind kind : enumValues<SubjectKind>()) {
        for (const Body body : enumValues<Body>()) {
            NewSubmission submission = sample::submissionOf(2026, 1, ++subject);
            submission.entry.subject.kind = kind;
            submission.entry.department.body = body;
            submission.entry.department.path = {u"局 \"1\""_s, u"部,2"_s};
            QCOMPARE(*repository().addSubmission(submission), AddOutcome::Added);
            const RegistryEntry read = **repository().findBySubmission(submission.entry.submission);
            QCOMPARE(read.subject, submission.entry.subject);
            QCOMPARE(read.department, submission.entry.department);
            QCOMPARE(repository().findBySubject(read.subject, u"KC-B"_s, FiscalYear(2026), 1)->size(), 1);
        }
    }
}

void TestRegistryRecord::foreignCodesAreNotRead_data()
{
    QTest::addColumn<QString>("column");
    QTest::newRow("kind of subject") << u"subject_kind"_s;
    QTest::newRow("body") << u"department_body"_s;
}

void TestRegistryRecord::foreignCodesAreNotRead()
{
    QFETCH(QString, column);
    const NewSubmission submission = sample::submission();
    VERIFY_OK(repository().addSubmissions({submission, sample::submissionOf(2025, 1, 1)}));
    VERIFY_OK(database().execute(u"UPDATE submissions SET %1 = 'club' WHERE fiscal_year = 2026"_s.arg(column)));
    COMPARE_CODE(repository().entries(), ErrorCode::StoreCorrupt);
    COMPARE_CODE(repository().findBySubmission(submission.entry.submission), ErrorCode::StoreCorrupt);
    COMPARE_CODE(repository().forEachSubmission({}, [](const RegistryEntry &, const QByteArray &) {}),
                 ErrorCode::StoreCorrupt);
    COMPARE_CODE(forEachAnswerSheet(*m_registry, {}, [](const Submission &) { return true; }), ErrorCode::StoreCorrupt);
    RegistryFilter other;
    other.fiscalYear = FiscalYear(2025);
    QCOMPARE(repository().entries(other)->size(), 1); // the rest can still be read
}

/// Opening reads the schema only. Where a page behind it cannot be read, half a list must not pass for the whole.
void TestRegistryRecord::aDamagedPageIsNotTheEnd_data()
{
    QTest::addColumn<QByteArray>("content"); // of the last page that holds it
    QTest::addColumn<bool>("isOfEntries");
    QTest::newRow("submissions") << QByteArray("002026-1_U0350_KC-B_r1.pdf") << true;
    QTest::newRow("submission.json") << QByteArray("{\"subject\":\"U0350\"") << false;
    QTest::newRow("sheets") << QByteArray("KC-B-002\t2\tNA\n") << false;
}

void TestRegistryRecord::aDamagedPageIsNotTheEnd()
{
    QFETCH(QByteArray, content);
    QFETCH(bool, isOfEntries);
    QList<NewSubmission> round = sample::round(2026, 1, 400);
    for (NewSubmission &submission : round)
        submission.document.pdf.clear(); // the samples' PDFs repeat the JSON
    VERIFY_OK(repository().addSubmissions(round));
    const QString path = m_registry->path();
    const qsizetype pageSize = database().value(u"PRAGMA page_size"_s)->toInt();
    m_registry.reset();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qsizetype at = file.readAll().lastIndexOf(content);
    QVERIFY(at > pageSize);
    QVERIFY(file.seek(at / pageSize * pageSize));
    QCOMPARE(file.write(QByteArray(pageSize, '\xff')), pageSize);
    file.close();
    m_registry = Registry::open(path, m_clock).value();
    const auto entries = repository().entries();
    QCOMPARE(entries.has_value(), !isOfEntries);
    const Status sheets = forEachAnswerSheet(*m_registry, {}, [](const Submission &) { return true; });
    const Status jsons = repository().forEachSubmission({}, [](const RegistryEntry &, const QByteArray &) {});
    QCOMPARE(sheets.has_value(), content.startsWith('{'));
    QCOMPARE(jsons.has_value(), content.startsWith('K'));
    for (const Status &status : {entries ? Status() : Status(fail(entries)), sheets, jsons}) {
        QVERIFY(status || status.error().code == ErrorCode::StoreCorrupt);
        QVERIFY(status || status.error().subject == path);
    }
}

void TestRegistryRecord::whatIsMissingIsTold()
{
    const NewSubmission submission = sample::submission();
    QCOMPARE(*repository().addSubmission(submission), AddOutcome::Added);
    VERIFY_OK(database().execute(u"UPDATE submissions SET verdict = 'fine'"_s));
    COMPARE_CODE(repository().firstImport(submission.entry.submission), ErrorCode::StoreCorrupt);
    VERIFY_OK(database().execute(u"DELETE FROM signatures"_s));
    QVERIFY(repository().document(submission.entry.submission)->signatures.isEmpty());
    VERIFY_OK(database().execute(u"DELETE FROM documents"_s));
    const auto document = repository().document(submission.entry.submission);
    COMPARE_CODE(document, ErrorCode::StoreCorrupt);
    QCOMPARE(document.error().subject, m_registry->path());
    QVERIFY(m_registry->check()->isEmpty());
    QVERIFY(!database().execute(u"INSERT INTO payloads VALUES (99, x'00')"_s)); // foreign keys hold
}

void TestRegistryRecord::aSubmissionNeedsItsOwnJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("another") << sample::submission(2).json;
    QTest::newRow("a space more") << QByteArray(sample::submission().json + ' ');
    QTest::newRow("a byte less") << sample::submission().json.chopped(1);
}

void TestRegistryRecord::aSubmissionNeedsItsOwnJson()
{
    QFETCH(QByteArray, json);
    NewSubmission submission = sample::submission();
    submission.json = json;
    const auto refused = repository().addSubmission(submission);
    COMPARE_CODE(refused, ErrorCode::InvalidValue);
    QCOMPARE(refused.error().subject, submission.entry.fileName);
    submission = sample::submission();
    submission.entry.sha256 = submission.entry.sha256.toUpper();
    COMPARE_CODE(repository().addSubmission(submission), ErrorCode::InvalidValue); // lower case, as it is looked for
    QVERIFY(repository().entries()->isEmpty());
    QVERIFY(repository().heldRounds()->isEmpty());
}

void TestRegistryRecord::filtersByAnythingTogether_data()
{
    QTest::addColumn<QString>("department");
    QTest::addColumn<bool>("isLatestOnly");
    QTest::addColumn<int>("year");
    QTest::addColumn<int>("count");
    QTest::newRow("everything") << QString() << false << 0 << 5;
    QTest::newRow("latest") << QString() << true << 0 << 4;
    QTest::newRow("by its own code") << u"S001"_s << false << 0 << 1;
    QTest::newRow("by its department's") << u"U0001"_s << false << 0 << 4;
    QTest::newRow("department's latest") << u"U0001"_s << true << 0 << 3;
    QTest::newRow("department's latest of a year") << u"U0001"_s << true << 2026 << 2;
    QTest::newRow("nobody") << u"U"_s << false << 0 << 0;
    QTest::newRow("quotes") << u"' OR 1 = 1 --"_s << false << 0 << 0;
}

void TestRegistryRecord::filtersByAnythingTogether()
{
    QFETCH(QString, department);
    QFETCH(bool, isLatestOnly);
    QFETCH(int, year);
    QFETCH(int, count);
    NewSubmission system = sample::submissionOf(2026, 1, 7);
    system.entry.subject = {SubjectKind::System, u"S001"_s, u"住民記録"_s};
    system.entry.department.code = u"U0001"_s;
    VERIFY_OK(
        repository().addSubmissions({sample::submissionOf(2026, 1, 1), sample::submissionOf(2026, 1, 1, 2),
                                     sample::submissionOf(2025, 1, 1), sample::submissionOf(2026, 1, 2), system}));
    RegistryFilter filter;
    filter.department = department;
    filter.isLatestOnly = isLatestOnly;
    filter.fiscalYear = year > 0 ? std::optional(FiscalYear(year)) : std::nullopt;
    QCOMPARE(repository().entries(filter)->size(), count);
    int sheets = 0;
    VERIFY_OK(forEachAnswerSheet(*m_registry, filter, [&](const Submission &) { return ++sheets > 0; }));
    QCOMPARE(sheets, count);
    QCOMPARE(*repository().heldRounds(), (QList<QPair<FiscalYear, int>>{{FiscalYear(2026), 1}, {FiscalYear(2025), 1}}));
}

void TestRegistryRecord::sheetsAreReadAsWritten_data()
{
    QTest::addColumn<QString>("lines");
    QTest::addColumn<QStringList>("read");
    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("all answers") << u"a\t1\tYES\nb\t2\tPARTIAL\nc\t3\tNO\nd\t4\tUNKNOWN\ne\t5\tNA\nf\t6\t\n"_s
                                 << QStringList{u"a 1 YES"_s,     u"b 2 PARTIAL"_s, u"c 3 NO"_s,
                                                u"d 4 UNKNOWN"_s, u"e 5 NA"_s,      u"f 6 "_s};
    QTest::newRow("as schema 6 made them: no last line end")
        << u"a\t1\tNO\nb\t1\t"_s << QStringList{u"a 1 NO"_s, u"b 1 "_s};
    QTest::newRow("a tab in an id") << u"a\tb\t7\tYES\n"_s << QStringList{u"a\tb 7 YES"_s};
    QTest::newRow("an unknown answer is none") << u"a\t1\tMAYBE\n"_s << QStringList{u"a 1 "_s};
    QTest::newRow("lines that are none") << u"\n\nNO\na\t1\n\t\ta\t1\tNO\n"_s << QStringList{u"\t\ta 1 NO"_s};
}

void TestRegistryRecord::sheetsAreReadAsWritten()
{
    QFETCH(QString, lines);
    QFETCH(QStringList, read);
    QCOMPARE(*repository().addSubmission(sample::submission()), AddOutcome::Added);
    VERIFY_OK(database().execute(u"UPDATE sheets SET lines = ?"_s, {lines}));
    QStringList found;
    VERIFY_OK(forEachAnswerSheet(*m_registry, {}, [&](const Submission &sheet) {
        for (const SubmittedItem &item : sheet.items)
            found << u"%1 %2 %3"_s.arg(item.id)
                         .arg(item.revision)
                         .arg(item.answer.code ? toCode(*item.answer.code) : QString());
        return true;
    }));
    QCOMPARE(found, read);
}

QTEST_GUILESS_MAIN(TestRegistryRecord)
#include "tst_registry_record.moc"
