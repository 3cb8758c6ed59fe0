#include "gui/gui_fixture.h"
#include "gui/inspection/inspection_page.h"
#include "gui/shell/appearance.h"
#include "journeys/desk/hands.h"
#include "support/places.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QProcess>
#include <QPushButton>

using namespace tenken;
using namespace tenken::support;

/// From the first start to the approved PDF, as an inspector and a manager go: with the keyboard alone and with the
/// mouse, in both languages
class TestDeskJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void answersSignsApproves_data();
    void answersSignsApproves();
    void returnsRevisesApproves_data();
    void returnsRevisesApproves();

private:
    void openWindow();
    bool enter(const char *field, const QString &text);
    bool push(const char *button);
    bool begin();
    bool tick(const QString &flag);
    bool answerCurrent(const QString &comment);
    bool answerAll();
    bool toSigning();
    bool sign();
    bool openSubmission(const QString &path);
    bool fillApprover();
    bool decide(const char *button);
    bool returnWith(const QString &reason);
    bool takeReturn(const QString &file);
    void keep(const QString &file);
    void judge(const QString &file);
    const InspectionSession &session() const { return m_window->inspectionPage()->session(); }

    std::unique_ptr<support::Workplace> m_place;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<support::Hands> m_hands;
    bool m_mouse = false;
};

void TestDeskJourney::init()
{
    m_place = std::make_unique<support::Workplace>();
    QVERIFY(m_place->open());
    QVERIFY(m_place->makeKeys(QStringLiteral("U0004")));
}

void TestDeskJourney::cleanup()
{
    m_hands.reset();
    m_window.reset();
    m_appearance.reset();
    m_place.reset();
}

void TestDeskJourney::openWindow()
{
    QFETCH(QString, language);
    QFETCH(bool, mouse);
    m_mouse = mouse;
    m_place->settings->set(QStringLiteral("language"), language);
    m_appearance = std::make_unique<Appearance>(*qApp, *m_place->settings);
    m_window = std::make_unique<MainWindow>(m_place->context());
    m_hands = std::make_unique<support::Hands>(*m_window);
    m_window->resize(1280, 720);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

bool TestDeskJourney::enter(const char *field, const QString &text)
{
    if (!(m_mouse ? m_hands->click(field) : m_hands->tabTo(field))) {
        return false;
    }
    m_hands->press(Qt::Key_A, Qt::ControlModifier);
    m_hands->type(text);
    return true;
}

bool TestDeskJourney::push(const char *button)
{
    if (m_mouse) {
        return m_hands->click(button);
    }
    if (!m_hands->tabTo(button)) {
        return false;
    }
    m_hands->press(Qt::Key_Return);
    return true;
}

bool TestDeskJourney::tick(const QString &flag)
{
    auto *list = find<QListView>(m_window.get(), "profile");
    const QModelIndex row = list->model()->match(list->model()->index(0, 0), Qt::UserRole, flag).value(0);
    const auto *count = find<QLabel>(m_window.get(), "applicableCount");
    const QString before = count->text();
    if (m_mouse) {
        m_hands->clickCheckBox(list, row);
    } else if (m_hands->tabTo("profile")) {
        m_hands->press(Qt::Key_Home);
        for (int i = 0; i < row.row(); ++i) {
            m_hands->press(Qt::Key_Down);
        }
        m_hands->press(Qt::Key_Space);
    }
    return row.data(Qt::CheckStateRole).toInt() == Qt::Checked && count->text() != before;
}

bool TestDeskJourney::begin()
{
    if (m_mouse) {
        m_hands->click("startInspection");
    } else {
        m_hands->press(Qt::Key_N, Qt::ControlModifier);
    }
    if (!enter("departmentSearch", QStringLiteral("U0004"))
        || !(m_mouse ? m_hands->clickFirstOffer() : m_hands->tabTo("departmentCode"))) {
        return false;
    }
    m_window->activateWindow(); // without a window manager nobody gives it back what the offers took
    if (find<QLineEdit>(m_window.get(), "departmentName")->text() != QStringLiteral("企画課")
        || !QTest::qWaitForWindowActive(m_window.get())) {
        return false;
    }
    if (!enter("inspectorPost", QStringLiteral("主査")) || !enter("inspectorName", QStringLiteral("点検 花子"))
        || !tick(QStringLiteral("removable_media")) || !tick(QStringLiteral("ext_service"))) {
        return false;
    }
    const QString announced = find<QLabel>(m_window.get(), "applicableCount")->text();
    return push("start") && m_window->currentPage() == u"inspection"
        && announced.contains(QString::number(session().items().size()));
}

bool TestDeskJourney::answerCurrent(const QString &comment)
{
    const QString item = m_window->inspectionPage()->currentItem();
    if (m_mouse ? !m_hands->click("answer1") : (m_hands->press(Qt::Key_1), false)) {
        return false;
    }
    const QList<Problem> problems = session().problemsOf(item);
    for (const Problem &problem : problems) {
        const bool isEvidence = problem.code == ProblemCode::EvidenceMissing;
        if (m_mouse) {
            m_hands->click(isEvidence ? "evidence1_document" : "comment");
        } else {
            m_hands->press(isEvidence ? Qt::Key_E : Qt::Key_C);
        }
        m_hands->type(isEvidence ? QStringLiteral("課内体制表") : comment);
    }
    if (m_mouse ? !m_hands->click("nextUnanswered") : (m_hands->press(Qt::Key_Return, Qt::ControlModifier), false)) {
        return false;
    }
    return session().answerOf(item).code == AnswerCode::Yes && session().problemsOf(item).isEmpty();
}

bool TestDeskJourney::answerAll()
{
    const qsizetype count = session().items().size();
    for (qsizetype i = 0; i < count; ++i) {
        if (!answerCurrent(QStringLiteral("確認した"))) {
            return false;
        }
    }
    return session().counts().blank == 0 && session().problems().isEmpty();
}

bool TestDeskJourney::toSigning()
{
    if (m_mouse) {
        return m_hands->click("signButton");
    }
    m_hands->press(Qt::Key_E, Qt::ControlModifier);
    return m_window->currentPage() == u"sign";
}

bool TestDeskJourney::sign()
{
    if (!toSigning() || !enter("keyFile", m_place->path(QStringLiteral("inspector.p12")))
        || !enter("passphrase", QString::fromUtf8(support::testPassphrase)) || !push("sign")) {
        return false;
    }
    const auto *message = find<QLabel>(m_window.get(), "signMessage");
    const bool isSigned = QTest::qWaitFor([&] { return session().isReadOnly(); }, 60000);
    if (!isSigned) {
        qWarning() << "not signed:" << message->text();
    }
    return isSigned;
}

bool TestDeskJourney::openSubmission(const QString &path)
{
    const QString file = path; // it may be the one that is forgotten now
    m_place->prompts.fileToOpen = file;
    m_place->prompts.savedAs.clear();
    if (m_mouse) {
        m_window->showPage(QStringLiteral("home"));
        m_hands->click("openPdf");
    } else {
        m_hands->press(Qt::Key_O, Qt::ControlModifier);
    }
    const auto shows = [&] {
        return m_place->settings->recentFiles().value(0) == file && find(m_window.get(), "signaturePanel")->isVisible()
            && !find(m_window.get(), "approvalBusy")->isVisible();
    };
    return QTest::qWaitFor(shows, 60000);
}

bool TestDeskJourney::fillApprover()
{
    return enter("keyFile", m_place->path(QStringLiteral("approver.p12")))
        && enter("passphrase", QString::fromUtf8(support::testPassphrase))
        && enter("signerPost", QStringLiteral("課長")) && enter("signerName", QStringLiteral("課長 太郎"));
}

bool TestDeskJourney::decide(const char *button)
{
    if (!push(button)) {
        return false;
    }
    const auto isWritten = [&] {
        return QFile::exists(m_place->prompts.savedAs) && find(m_window.get(), "approvalMessage")->isVisible();
    };
    return QTest::qWaitFor(isWritten, 60000);
}

bool TestDeskJourney::returnWith(const QString &reason)
{
    return fillApprover() && enter("returnReason", reason) && decide("sendBack");
}

bool TestDeskJourney::takeReturn(const QString &file)
{
    const auto isOpen = [&] { return m_window->currentPage() == u"inspection" && !session().isReadOnly(); };
    return openSubmission(file) && push("acceptReturn") && QTest::qWaitFor(isOpen);
}

/// For programs of another system to judge: installer/windows/compare_builds.py
void TestDeskJourney::keep(const QString &file)
{
    const QDir folder(qEnvironmentVariable("TENKEN_KEEP"));
    QVERIFY(QFile::copy(file, folder.filePath(QFileInfo(file).fileName())));
    QVERIFY(folder.mkpath(QStringLiteral("authority")));
    QVERIFY(QFile::copy(m_place->path(QStringLiteral("authority/ca.pem")),
                        folder.filePath(QStringLiteral("authority/ca.pem"))));
}

void TestDeskJourney::judge(const QString &file)
{
    if (qEnvironmentVariableIsSet("TENKEN_KEEP")) {
        keep(file);
    }
    QProcess cli;
    cli.start(builtPath("bin/tenken-cli"),
              {QStringLiteral("--json"), QStringLiteral("verify"), file, QStringLiteral("--trust"),
               m_place->path(QStringLiteral("authority/ca.pem"))});
    QVERIFY(cli.waitForFinished());
    const QByteArray out = cli.readAllStandardOutput();
    QVERIFY2(cli.exitCode() == 0, (out + cli.readAllStandardError()).constData());
    QVERIFY2(out.contains("\"approved\""), out.constData());
    QProcess pdfsig;
    pdfsig.start(QStringLiteral("pdfsig"), {QStringLiteral("-nocert"), file});
    QVERIFY(pdfsig.waitForFinished());
    const QByteArray judged = pdfsig.readAllStandardOutput();
    QVERIFY2(judged.count("Signature is Valid") == 2, judged.constData());
}

void TestDeskJourney::answersSignsApproves_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("mouse");
    for (const bool mouse : {false, true}) {
        const char *hands = mouse ? "mouse" : "keyboard";
        QTest::addRow("Japanese, %s", hands) << QStringLiteral("ja") << mouse;
        QTest::addRow("English, %s", hands) << QStringLiteral("en") << mouse;
    }
}

void TestDeskJourney::answersSignsApproves()
{
    openWindow();
    QVERIFY(begin());
    QCOMPARE(session().items().size(), 76);
    QVERIFY(answerAll());
    QVERIFY(sign());
    QVERIFY(openSubmission(m_place->prompts.savedAs));
    QVERIFY(fillApprover());
    QVERIFY(decide("approve"));
    QTRY_VERIFY_WITH_TIMEOUT(!find<QPushButton>(m_window.get(), "approve")->isEnabled(), 60000);
    judge(m_place->prompts.savedAs);
}

void TestDeskJourney::returnsRevisesApproves_data() { answersSignsApproves_data(); }

void TestDeskJourney::returnsRevisesApproves()
{
    const QString reason = QStringLiteral("最初の項目に説明を加えてください。");
    openWindow();
    QVERIFY(begin());
    QVERIFY(answerAll());
    const QString first = session().items().first();
    QVERIFY(sign());
    QVERIFY(openSubmission(m_place->prompts.savedAs));
    QVERIFY(returnWith(reason));
    QVERIFY(takeReturn(m_place->prompts.savedAs));
    QCOMPARE(session().inspection().revision, 2);
    QVERIFY(find<QLabel>(m_window->inspectionPage(), "returnedReason")->text().contains(reason));
    m_window->inspectionPage()->showItem(first);
    QVERIFY(enter("comment", QStringLiteral("体制表を添えた")));
    QVERIFY(sign());
    const Result<Inspection> stored = m_place->desk->repository().load(session().inspection().id);
    QVERIFY(stored && stored->answers.value(first).comment == QStringLiteral("体制表を添えた"));
    QVERIFY(openSubmission(m_place->prompts.savedAs));
    QVERIFY(fillApprover());
    QVERIFY(decide("approve"));
    QTRY_VERIFY_WITH_TIMEOUT(!find<QPushButton>(m_window.get(), "approve")->isEnabled(), 60000);
    judge(m_place->prompts.savedAs);
}

QTEST_MAIN(TestDeskJourney)
#include "tst_desk_journey.moc"
