#include "core/score.h"
#include "report/pdf_tools.h"
#include "support/overlay_file.h"
#include "support/small_city.h"
#include "support/small_desk.h"
#include "workflow/record_answer.h"
#include "workflow/registry/make_reports.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTest>

using namespace tenken;
using namespace tenken::support;

namespace {

const QString department = QStringLiteral("U0004");

Answer done()
{
    Answer answer;
    answer.code = AnswerCode::Yes;
    answer.evidence = {{QStringLiteral("体制表"), {}, QDate(2026, 4, 3), {}, {}}};
    return answer;
}

/// The PDF with every stream inflated
QByteArray inflated(const QString &file)
{
    QProcess qpdf;
    qpdf.start(QStringLiteral("qpdf"), {QStringLiteral("--qdf"), file, QStringLiteral("-")});
    qpdf.waitForFinished();
    return qpdf.readAllStandardOutput();
}

bool holdsSecret(const QByteArray &bytes)
{
    QStringEncoder encoder(QStringEncoder::Utf16BE);
    const QByteArray utf16 = encoder(secret);
    return bytes.contains(secret.toUtf8()) || bytes.contains(utf16);
}

} // namespace

/// The city's own items and wording are asked and scored, and stay in the city
class TestOverlays : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void areAskedAndScored();
    void theDataFolderIsLoaded();
    void secretsStayInTheCity();
    void askedForTheyArePrinted();
    void reportsOfTheDivisionKeepThem();
    void nothingIsLeftOutSilently();
    void aBrokenOneIsNamed();

private:
    /// Complete, with an answer to the city's own item
    Inspection answered() const
    {
        Inspection inspection = m_city->inspection(department);
        inspection.answers.insert(ownItem, done());
        inspection.answers.insert(changedItem, done());
        return inspection;
    }
    ExportSubmission exporter() const { return {m_set, sharedPress().eras, sharedPress().book}; }

    std::unique_ptr<SmallCity> m_city;
    QString m_overlay;
    ChecklistSet m_set;
};

void TestOverlays::init()
{
    m_city = std::make_unique<SmallCity>();
    m_overlay = m_city->save(QStringLiteral("own.json"), overlayFile());
    const Result<ChecklistSet> set = loadChecklists({m_overlay});
    QVERIFY2(set.has_value(), set ? "" : qPrintable(set.error().detail));
    m_set = *set;
}

void TestOverlays::areAskedAndScored()
{
    SmallDesk desk;
    desk.set = m_set;
    const Inspection started = desk.start();
    const Checklist &checklist = desk.checklist();
    const QStringList asked = checklist.applicableItems({}, Body::Mayor);
    const QStringList shipped = shippedChecklists().latest(QStringLiteral("KC-B"))->applicableItems({}, Body::Mayor);
    QCOMPARE(asked, shipped + QStringList{ownItem});
    QCOMPARE(started.checklistFingerprint, shippedChecklists().latest(QStringLiteral("KC-B"))->fingerprint);
    RecordAnswer recording(checklist, *desk.repository);
    QVERIFY(recording.record(started.id, ownItem, done(), {}, {}).has_value());
    QVERIFY(recording.record(started.id, changedItem, done(), {}, {}).has_value());
    const QList<ScoreRow> rows = scoreRows(checklist, desk.repository->load(started.id).value());
    QCOMPARE(rows.size(), asked.size());
    QCOMPARE(scoreOf(rows).counts.yes, 2);
    const auto changed =
        std::find_if(rows.begin(), rows.end(), [](const ScoreRow &row) { return row.item == changedItem; });
    QCOMPARE(changed->weight, 3);
}

void TestOverlays::theDataFolderIsLoaded()
{
    QVERIFY(!loadChecklists()->latest(QStringLiteral("KC-B"))->find(ownItem));
#ifdef Q_OS_WIN // asks the system, not the environment
    QStandardPaths::setTestModeEnabled(true);
    const QDir data(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation));
#else
    const QDir data(m_city->path(QStringLiteral("data")));
    qputenv("XDG_DATA_HOME", data.path().toUtf8());
#endif
    QVERIFY(data.mkpath(QStringLiteral("tenken/overlays")));
    const QString own = data.filePath(QStringLiteral("tenken/overlays/own.json"));
    QVERIFY(writeFile(own, overlayFile()));
    const Result<ChecklistSet> set = loadChecklists();
    const Result<ChecklistSet> shipped = loadShippedChecklists();
    QVERIFY(QFile::remove(own));
    QStandardPaths::setTestModeEnabled(false);
    qunsetenv("XDG_DATA_HOME");
    QVERIFY(set && set->latest(QStringLiteral("KC-B"))->find(ownItem));
    QVERIFY(shipped && !shipped->latest(QStringLiteral("KC-B"))->find(ownItem));
}

void TestOverlays::secretsStayInTheCity()
{
    const auto signer = m_city->signer(department, Role::Inspector);
    const SigningAct act = m_city->act(*signer, Role::Inspector, department);
    const Result<ExportedSubmission> exported = exporter().exportSigned(answered(), act);
    QVERIFY2(exported.has_value(), exported ? "" : qPrintable(exported.error().subject));
    QVERIFY(!holdsSecret(exported->json));
    const QString text = pdftools::text(exported->pdf).join(u'\n');
    QVERIFY(text.contains(ownItem) && text.contains(changedItem));
    QVERIFY(!pdftools::withoutSpaces(text).contains(secret));
    const QByteArray whole = inflated(m_city->save(QStringLiteral("signed.pdf"), exported->pdf));
    QVERIFY(whole.contains(ownItem.toUtf8()));
    QVERIFY(!holdsSecret(whole));
    // What leaves: id, fingerprint and answer
    const SubmittedItem *own = exported->submission.find(ownItem);
    QVERIFY(own && !own->question && own->answer.code == AnswerCode::Yes);
    QCOMPARE(own->fingerprint, m_set.latest(QStringLiteral("KC-B"))->find(ownItem)->fingerprint);
    const SubmittedItem *changed = exported->submission.find(changedItem);
    QVERIFY(!changed->question);
    QVERIFY(changed->fingerprint != shippedChecklists().latest(QStringLiteral("KC-B"))->find(changedItem)->fingerprint);
    QVERIFY(exported->submission.find(QStringLiteral("B-6.1-02"))->question.has_value());
}

void TestOverlays::askedForTheyArePrinted()
{
    InspectionReportOptions options;
    options.confidential = true;
    const Result<ExportedSubmission> exported = exporter().exportDraft(answered(), m_city->clock.now(), options);
    QVERIFY(exported.has_value());
    const QString text = pdftools::withoutSpaces(pdftools::text(exported->pdf).join(QString()));
    QVERIFY(text.contains(secret + QStringLiteral("の設備を点検しましたか。")));
    QVERIFY(text.contains(secret + QStringLiteral("の様式で体制を示していますか。")));
    QVERIFY(!text.contains(secret + QStringLiteral("基準")));
    QVERIFY(!holdsSecret(exported->json)); // data that other programs read never holds them
}

void TestOverlays::reportsOfTheDivisionKeepThem()
{
    Inspection inspection = answered();
    Answer open = done();
    open.code = AnswerCode::No;
    open.comment = QStringLiteral("これから行います。");
    open.cause = Cause::NoCapacity;
    open.plan = {QStringLiteral("年度内に行う。"), QStringLiteral("庶務係長"), QDate(2027, 3, 1), {}};
    inspection.answers.insert(ownItem, open);
    inspection.answers.insert(changedItem, open);
    const auto signer = m_city->signer(department, Role::Inspector);
    const QByteArray pdf =
        exporter().exportSigned(inspection, m_city->act(*signer, Role::Inspector, department)).value().pdf;
    const auto registry = m_city->openRegistry();
    const QString file = m_city->save(QStringLiteral("approved.pdf"), m_city->approve(pdf, department));
    QCOMPARE(outcomes(m_city->import(*registry, {file})), QStringList{QStringLiteral("imported")});
    MakeReports reports(m_set, *registry, sharedPress());
    const FiscalYear year(2026);
    SigningAct act;
    act.role = Role::Division;
    act.at = m_city->clock.now();
    const QString checklist = QStringLiteral("KC-B");
    for (Result<MakeReports::Report> report :
         {reports.committee(checklist, year, 1, act.at), reports.department(checklist, year, 1, department, act.at)}) {
        QVERIFY(report.has_value());
        const Result<QByteArray> printed = reports.toPdf(*std::move(report), act, QStringLiteral("report.pdf"));
        QVERIFY(printed.has_value());
        const QString text = pdftools::withoutSpaces(pdftools::text(*printed).join(QString()));
        QVERIFY(text.contains(ownItem));
        QVERIFY(!text.contains(secret));
        QVERIFY(!holdsSecret(inflated(m_city->save(QStringLiteral("report.pdf"), *printed))));
    }
}

void TestOverlays::nothingIsLeftOutSilently()
{
    // The same inspection where the overlay is not at hand: its answer would be missing in the PDF.
    const Result<ExportedSubmission> exported = m_city->exporter().exportDraft(answered(), m_city->clock.now());
    QVERIFY(!exported);
    QCOMPARE(exported.error().code, ErrorCode::UnknownItem);
    QCOMPARE(exported.error().subject, ownItem);
}

void TestOverlays::aBrokenOneIsNamed()
{
    QByteArray broken = overlayFile();
    broken.replace("\"weight\": 3", "\"weight\": 9");
    const Result<ChecklistSet> set = loadChecklists({m_city->save(QStringLiteral("broken.json"), broken)});
    QVERIFY(!set);
    QCOMPARE(set.error().code, ErrorCode::InvalidContent);
    QVERIFY2(set.error().detail.contains(QStringLiteral("broken.json:")), qPrintable(set.error().detail));
    QVERIFY(set.error().detail.contains(QStringLiteral("/changes/0/weight")));
    QCOMPARE(loadChecklists({m_city->path(QStringLiteral("nowhere.json"))}).error().code, ErrorCode::FileNotFound);
    // The same items twice
    const QString copy = m_city->save(QStringLiteral("copy.json"), overlayFile());
    QCOMPARE(loadChecklists({m_overlay, copy}).error().code, ErrorCode::InvalidContent);
    QVERIFY(loadChecklists({m_overlay, m_overlay}).has_value()); // one file named twice is one file
}

QTEST_MAIN(TestOverlays)
#include "tst_overlays.moc"
