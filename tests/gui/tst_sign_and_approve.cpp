#include "gui/gui_fixture.h"
#include "gui/inspection/inspection_page.h"
#include "gui/shell/appearance.h"
#include "viewmodel/home/start_form.h"

#include <QApplication>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace tenken;
using support::find;

class TestSignAndApprove : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void missingItemsLeadToTheirQuestion();
    void wrongPassphraseKeepsTheInspectionOpen();
    void returnedSubmissionBecomesTheNextRevision();
    void alteredFileCannotBeApproved();

private:
    void answerAll();
    void fillKey(const char *page, const char *key, const QByteArray &passphrase);
    bool sign();
    bool openPdf(const QString &file);
    InspectionState state() const;

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
    fillKey("signPage", "inspector.p12", support::testPassphrase);
    QTest::mouseClick(find<QPushButton>(m_window.get(), "sign"), Qt::LeftButton);
    return QTest::qWaitFor([this] { return state() == InspectionState::Signed; }, 60000);
}

bool TestSignAndApprove::openPdf(const QString &file)
{
    m_window->openFile(file);
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
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(m_window->currentPage(), QStringLiteral("inspection"));
    const QString second = m_window->inspectionPage()->session().items().at(1);
    QCOMPARE(m_window->inspectionPage()->currentItem(), second);
}

void TestSignAndApprove::wrongPassphraseKeepsTheInspectionOpen()
{
    answerAll();
    m_window->openInspection(m_id);
    m_window->showPage(QStringLiteral("sign"));
    fillKey("signPage", "inspector.p12", "wrong");
    QTest::mouseClick(find<QPushButton>(m_window.get(), "sign"), Qt::LeftButton);
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
    QVERIFY(!sendBack->isEnabled());
    find<QPlainTextEdit>(page, "returnReason")->setPlainText(QStringLiteral("確認資料を加えてください。"));
    m_place->prompts.savedAs.clear();
    QTest::mouseClick(sendBack, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(m_place->prompts.savedAs), 60000);
    QVERIFY(openPdf(m_place->prompts.savedAs));
    auto *take = find<QPushButton>(page, "acceptReturn");
    QTRY_VERIFY_WITH_TIMEOUT(take->isVisible(), 60000);
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

QTEST_MAIN(TestSignAndApprove)
#include "tst_sign_and_approve.moc"
