#include "exchange/round_file.h"
#include "gui/gui_fixture.h"
#include "gui/inspection/inspection_page.h"
#include "gui/shell/appearance.h"
#include "viewmodel/home/start_form.h"
#include "wording/verdict_words.h"
#include "workflow/documents/verify_submission.h"
#include "workflow/trust_files.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTreeView>

using namespace tenken;
using support::find;

class TestSignAndApprove : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void missingItemsLeadToTheirQuestion();
    void whatTheKeyLacksIsSaid();
    void wrongPassphraseKeepsTheInspectionOpen();
    void returnedSubmissionBecomesTheNextRevision();
    void alteredFileCannotBeApproved();
    void approvalOnBehalfIsInTheSignature();
    void cancelledSigningWritesNothing();
    void severalFilesAreOffered();
    void differencesToARevisionElsewhere();
    void roundFileBeginsTheInspection();
    void returnedOneIsNeverSignedUnderItsOldId();

private:
    void answerAll();
    void fillKey(const char *page, const char *key, const QByteArray &passphrase);
    bool sign();
    bool openPdf(const QString &file);
    InspectionState state() const;
    /// The file is there before the page has read it once more.
    bool isDone(const char *busy) const { return !find(m_window.get(), busy)->isVisible(); }

    std::unique_ptr<support::Workplace> m_place;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
    QUuid m_id;
};

void TestSignAndApprove::init()
{
    m_place = std::make_unique<support::Workplace>();
    QVERIFY(m_place->open());
    QVERIFY(m_place->makeKeys(QStringLiteral("U0004")));
    StartForm form(*m_place->desk, {});
    form.chooseDepartment(QStringLiteral("U0004"));
    form.setAuthor({QStringLiteral("点検 花子"), QStringLiteral("主査")});
    m_id = form.start().value_or(QUuid());
    m_appearance = std::make_unique<Appearance>(*qApp, *m_place->settings);
    m_window = std::make_unique<MainWindow>(m_place->context());
    m_window->resize(1280, 720);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestSignAndApprove::cleanup()
{
    m_window.reset();
    m_appearance.reset();
    m_place.reset();
}

void TestSignAndApprove::answerAll()
{
    const auto session = InspectionSession::open(*m_place->desk, m_id);
    QVERIFY(session);
    for (const QString &item : (*session)->items()) {
        Answer answer;
        answer.code = AnswerCode::Yes;
        answer.comment = QStringLiteral("確認した");
        answer.evidence = {{QStringLiteral("課内体制表"), {}, {}, {}, {}}};
        QVERIFY((*session)->change(item, answer));
    }
    QVERIFY((*session)->problems().isEmpty());
}

void TestSignAndApprove::fillKey(const char *page, const char *key, const QByteArray &passphrase)
{
    QWidget *root = find(m_window.get(), page);
    find<QLineEdit>(root, "keyFile")->setText(m_place->path(QString::fromLatin1(key)));
    find<QLineEdit>(root, "passphrase")->setText(QString::fromUtf8(passphrase));
}

bool TestSignAndApprove::sign()
{
    answerAll();
    m_window->openInspection(m_id);
    m_window->showPage(QStringLiteral("sign"));
    if (!find(m_window.get(), "keyForm")->isVisible()) {
        return false;
    }
    fillKey("signPage", "inspector.p12", support::testPassphrase);
    QTest::mouseClick(find<QPushButton>(m_window.get(), "sign"), Qt::LeftButton);
    return QTest::qWaitFor([this] { return state() == InspectionState::Signed; }, 60000);
}

bool TestSignAndApprove::openPdf(const QString &file)
{
    m_window->openFiles({file});
    return QTest::qWaitFor([this] { return find(m_window.get(), "signaturePanel")->isVisible(); }, 60000);
}

InspectionState TestSignAndApprove::state() const
{
    const Result<Inspection> inspection = m_place->desk->repository().load(m_id);
    return inspection ? inspection->state : InspectionState::NotStarted;
}

void TestSignAndApprove::missingItemsLeadToTheirQuestion()
{
    m_window->openInspection(m_id);
    m_window->showPage(QStringLiteral("sign"));
    auto *list = find<QListView>(m_window.get(), "problemList");
    QVERIFY(list->hasFocus());
    QVERIFY(!find<QPushButton>(m_window.get(), "sign")->isEnabled());
    QVERIFY(!find(m_window.get(), "keyForm")->isVisible());
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(m_window->currentPage(), QStringLiteral("inspection"));
    const QString second = m_window->inspectionPage()->session().items().at(1);
    QCOMPARE(m_window->inspectionPage()->currentItem(), second);
}

void TestSignAndApprove::whatTheKeyLacksIsSaid()
{
    answerAll();
    m_window->openInspection(m_id);
    m_window->showPage(QStringLiteral("sign"));
    QWidget *page = find(m_window.get(), "signPage");
    QCOMPARE(find<QLineEdit>(page, "signerName")->text(), QStringLiteral("点検 花子"));
    QCOMPARE(find<QLineEdit>(page, "signerPost")->text(), QStringLiteral("主査"));
    auto *sign = find<QPushButton>(page, "sign");
    QTest::mouseClick(sign, Qt::LeftButton);
    QVERIFY(find<QLineEdit>(page, "keyFile")->hasFocus());
    QVERIFY(find(page, "keyMessage")->isVisible());
    find<QLineEdit>(page, "keyFile")->setText(m_place->path(QStringLiteral("inspector.p12")));
    QVERIFY(!find(page, "keyMessage")->isVisible());
    QTest::mouseClick(sign, Qt::LeftButton);
    QVERIFY(find<QLineEdit>(page, "passphrase")->hasFocus());
    QVERIFY(m_place->prompts.savedAs.isEmpty());
}

void TestSignAndApprove::wrongPassphraseKeepsTheInspectionOpen()
{
    answerAll();
    m_window->openInspection(m_id);
    m_window->showPage(QStringLiteral("sign"));
    fillKey("signPage", "inspector.p12", "wrong");
    QTest::keyClick(find(find(m_window.get(), "signPage"), "passphrase"), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(find(m_window.get(), "signMessage")->isVisible(), 60000);
    QVERIFY(state() == InspectionState::Answering);
    QVERIFY(!QFileInfo::exists(m_place->prompts.savedAs));
    QVERIFY(find<QPushButton>(m_window.get(), "sign")->isEnabled());
}

void TestSignAndApprove::returnedSubmissionBecomesTheNextRevision()
{
    QVERIFY(sign());
    QVERIFY(openPdf(m_place->prompts.savedAs));
    QWidget *page = find(m_window.get(), "approvalPage");
    fillKey("approvalPage", "approver.p12", support::testPassphrase);
    auto *sendBack = find<QPushButton>(page, "sendBack");
    m_place->prompts.savedAs.clear();
    QTest::mouseClick(sendBack, Qt::LeftButton); // without a reason
    QVERIFY(m_place->prompts.savedAs.isEmpty());
    QVERIFY(find(page, "approvalMessage")->isVisible());
    auto *reason = find<QPlainTextEdit>(page, "returnReason");
    QVERIFY(reason->hasFocus());
    reason->setPlainText(QStringLiteral("確認資料を加えてください。"));
    QTest::mouseClick(sendBack, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(isDone("approvalBusy"), 60000);
    QVERIFY(QFileInfo::exists(m_place->prompts.savedAs));
    QVERIFY(openPdf(m_place->prompts.savedAs));
    auto *take = find<QPushButton>(page, "acceptReturn");
    QTRY_VERIFY_WITH_TIMEOUT(take->isVisible(), 60000);
    QVERIFY(find<QLabel>(page, "returnedReason")->text().contains(QStringLiteral("確認資料を加えてください。")));
    QTest::mouseClick(take, Qt::LeftButton);
    QCOMPARE(m_window->currentPage(), QStringLiteral("inspection"));
    const Inspection &inspection = m_window->inspectionPage()->session().inspection();
    QCOMPARE(inspection.revision, 2);
    QCOMPARE(inspection.returnReason, QStringLiteral("確認資料を加えてください。"));
    QVERIFY(inspection.answers.size() > 50);
}

void TestSignAndApprove::alteredFileCannotBeApproved()
{
    QVERIFY(sign());
    QFile file(m_place->prompts.savedAs);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    const qsizetype at = bytes.size() / 2;
    bytes[at] = static_cast<char>(bytes[at] ^ 1);
    QVERIFY(file.seek(0) && file.write(bytes) == bytes.size());
    file.close();
    QVERIFY(openPdf(file.fileName()));
    QVERIFY(!find(m_window.get(), "decision")->isVisible());
    QVERIFY(!find<QLabel>(m_window.get(), "verdictSentence")->text().isEmpty());
}

void TestSignAndApprove::approvalOnBehalfIsInTheSignature()
{
    QVERIFY(sign());
    QVERIFY(openPdf(m_place->prompts.savedAs));
    QWidget *page = find(m_window.get(), "approvalPage");
    fillKey("approvalPage", "approver.p12", support::testPassphrase);
    find<QCheckBox>(page, "onBehalf")->setChecked(true);
    m_place->prompts.savedAs.clear();
    QTest::mouseClick(find<QPushButton>(page, "approve"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(isDone("approvalBusy"), 60000);
    QVERIFY(QFileInfo::exists(m_place->prompts.savedAs));
    const TrustFiles files{m_place->settings->trustAnchors(), {}, {}, false};
    const auto document = verifyFile(m_place->prompts.savedAs, *loadTrust(files), m_place->clock.now());
    QVERIFY(document && document->isAccepted() && document->isApproved());
    QVERIFY(!document->signatures.first().onBehalf);
    QVERIFY(document->signatures.last().onBehalf);
    auto *details = find<QLabel>(page, "signatures");
    QTRY_VERIFY_WITH_TIMEOUT(details->text().contains(wording::signedAs(document->signatures.last())), 60000);
}

void TestSignAndApprove::cancelledSigningWritesNothing()
{
    answerAll();
    m_window->openInspection(m_id);
    m_window->showPage(QStringLiteral("sign"));
    fillKey("signPage", "inspector.p12", support::testPassphrase);
    QTest::mouseClick(find<QPushButton>(m_window.get(), "sign"), Qt::LeftButton);
    QTest::mouseClick(find<QPushButton>(m_window.get(), "cancelSigning"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(find(m_window.get(), "signMessage")->isVisible(), 60000);
    QVERIFY(!QFileInfo::exists(m_place->prompts.savedAs));
    QVERIFY(state() == InspectionState::Answering);
    QVERIFY(find<QPushButton>(m_window.get(), "sign")->isEnabled());
}

void TestSignAndApprove::severalFilesAreOffered()
{
    QVERIFY(sign());
    const QString copy = m_place->path(QStringLiteral("copy.pdf"));
    QVERIFY(QFile::copy(m_place->prompts.savedAs, copy));
    m_window->openFiles({m_place->prompts.savedAs, m_place->path(QStringLiteral("memo.txt")), copy});
    QCOMPARE(m_place->prompts.messages.size(), 1);
    QVERIFY(m_place->prompts.messages.first().contains(QStringLiteral("memo.txt")));
    auto *files = find<QComboBox>(m_window.get(), "openedFiles");
    QCOMPARE(files->count(), 2);
    QTRY_VERIFY_WITH_TIMEOUT(files->isVisible() && files->isEnabled(), 60000);
    files->setFocus();
    QTest::keyClick(files, Qt::Key_Down);
    QTRY_COMPARE_WITH_TIMEOUT(m_place->settings->recentFiles().value(0), copy, 60000);
}

void TestSignAndApprove::differencesToARevisionElsewhere()
{
    QVERIFY(sign());
    const QString first = m_place->prompts.savedAs;
    QVERIFY(m_place->desk->repository().startRevision(m_id, {}));
    const auto session = InspectionSession::open(*m_place->desk, m_id);
    Answer answer = (*session)->answerOf((*session)->items().first());
    answer.comment = QStringLiteral("体制表を改めた");
    QVERIFY((*session)->change((*session)->items().first(), answer));
    QVERIFY(QDir(m_place->folder.path()).mkdir(QStringLiteral("elsewhere")));
    m_place->prompts.folder = m_place->path(QStringLiteral("elsewhere"));
    m_window->openInspection(m_id);
    m_window->showPage(QStringLiteral("sign"));
    fillKey("signPage", "inspector.p12", support::testPassphrase);
    QTest::mouseClick(find<QPushButton>(m_window.get(), "sign"), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([this] { return state() == InspectionState::Signed; }, 60000));
    QVERIFY(QFile::remove(first)); // then the store still knows it
    QVERIFY(openPdf(m_place->prompts.savedAs));
    QWidget *page = find(m_window.get(), "approvalPage");
    find<QTabWidget>(page, "approvalTabs")->setCurrentIndex(1);
    auto *changedOnly = find<QCheckBox>(page, "changedOnly");
    QVERIFY(changedOnly->isVisible());
    changedOnly->setChecked(true);
    QCOMPARE(find<QTreeView>(page, "answers")->model()->rowCount(), 1);
}

void TestSignAndApprove::roundFileBeginsTheInspection()
{
    Round round;
    round.fiscalYear = FiscalYear(2027);
    round.number = 2;
    round.title = QStringLiteral("令和9年度 第2回");
    round.policy = m_place->desk->checklists().policy.id;
    round.due = QDate(2026, 12, 25);
    const QString file = m_place->path(QStringLiteral("2027-2.tenken-round"));
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    QVERIFY(out.write(writeRound(round)) > 0);
    out.close();
    m_window->openFiles({file});
    QVERIFY2(m_place->prompts.messages.isEmpty(), qPrintable(m_place->prompts.messages.join(u'\n')));
    QCOMPARE(m_window->currentPage(), QStringLiteral("start"));
    QCOMPARE(find<QSpinBox>(m_window.get(), "year")->value(), 2027);
    QCOMPARE(find<QComboBox>(m_window.get(), "round")->currentData().toInt(), 2);
    m_window->showPage(QStringLiteral("home"));
    QVERIFY(find<QLabel>(m_window.get(), "currentRound")->text().contains(QStringLiteral("12月25日")));
    m_window->openFiles({m_place->path(QStringLiteral("missing.tenken-round"))});
    QCOMPARE(m_place->prompts.messages.size(), 1);
}

void TestSignAndApprove::returnedOneIsNeverSignedUnderItsOldId()
{
    QVERIFY(sign());
    InspectionRepository &repository = m_place->desk->repository();
    const QUuid signedId = repository.load(m_id)->submission;
    QVERIFY(repository.setState(m_id, InspectionState::Returned, QStringLiteral("不足"), {}));
    m_window->openInspection(m_id); // from the home page, not by way of the return
    const Inspection &open = m_window->inspectionPage()->session().inspection();
    QCOMPARE(open.revision, 2);
    QVERIFY(open.submission != signedId && !open.isReadOnly());
    QCOMPARE(open.supersedes, signedId);
}

QTEST_MAIN(TestSignAndApprove)
#include "tst_sign_and_approve.moc"
