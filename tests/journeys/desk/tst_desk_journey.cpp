#include "gui/gui_fixture.h"
#include "gui/inspection/inspection_page.h"
#include "gui/shell/appearance.h"
#include "support/places.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>

using namespace tenken;
using namespace tenken::support;
using support::find;

/// From the first start to the approved PDF, as an inspector and a manager go, with the keyboard alone
class TestDeskJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void answersSignsApproves_data();
    void answersSignsApproves();

private:
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString &text);
    bool tabTo(const char *name);
    bool fill(const char *field, const QString &text);
    bool begin();
    bool answerCurrent();
    bool answerAll();
    bool sign();
    bool approve();
    void judge(const QString &file);

    std::unique_ptr<support::Workplace> m_place;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
};

void TestDeskJourney::init()
{
    m_place = std::make_unique<support::Workplace>();
    QVERIFY(m_place->open());
    QVERIFY(m_place->makeKeys(QStringLiteral("U0004")));
}

void TestDeskJourney::cleanup()
{
    m_window.reset();
    m_appearance.reset();
    m_place.reset();
}

void TestDeskJourney::press(int key, Qt::KeyboardModifiers modifiers)
{
    QWidget *target = QApplication::focusWidget();
    QTest::keyClick(target ? target : m_window.get(), static_cast<Qt::Key>(key), modifiers);
}

void TestDeskJourney::type(const QString &text)
{
    QWidget *target = QApplication::focusWidget();
    for (const QChar c : text) {
        QTest::sendKeyEvent(QTest::Click, target, Qt::Key_unknown, QString(c), Qt::NoModifier);
    }
}

bool TestDeskJourney::tabTo(const char *name)
{
    for (int i = 0; i < 120; ++i) {
        const QWidget *now = QApplication::focusWidget();
        if (now && now->objectName() == QLatin1String(name)) {
            return true;
        }
        press(Qt::Key_Tab);
    }
    return false;
}

bool TestDeskJourney::fill(const char *field, const QString &text)
{
    if (!tabTo(field)) {
        return false;
    }
    press(Qt::Key_A, Qt::ControlModifier);
    type(text);
    return true;
}

bool TestDeskJourney::begin()
{
    press(Qt::Key_N, Qt::ControlModifier);
    if (!fill("departmentSearch", QStringLiteral("U0004")) || !tabTo("departmentCode")) {
        return false;
    }
    if (find<QLineEdit>(m_window.get(), "departmentName")->text() != QStringLiteral("企画課")) {
        return false;
    }
    if (!fill("inspectorPost", QStringLiteral("主査")) || !fill("inspectorName", QStringLiteral("点検 花子"))
        || !tabTo("start")) {
        return false;
    }
    press(Qt::Key_Return);
    return m_window->currentPage() == u"inspection";
}

bool TestDeskJourney::answerCurrent()
{
    const InspectionPage *page = m_window->inspectionPage();
    const QString item = page->currentItem();
    press(Qt::Key_1);
    const QList<Problem> problems = page->session().problemsOf(item);
    for (const Problem &problem : problems) {
        if (problem.code == ProblemCode::EvidenceMissing) {
            press(Qt::Key_E);
            type(QStringLiteral("課内体制表"));
        } else if (problem.code == ProblemCode::CommentMissing) {
            press(Qt::Key_C);
            type(QStringLiteral("確認した"));
        }
    }
    press(Qt::Key_Return, Qt::ControlModifier);
    const Answer stored = page->session().answerOf(item);
    return stored.code == AnswerCode::Yes && page->session().problemsOf(item).isEmpty();
}

bool TestDeskJourney::answerAll()
{
    const InspectionSession &session = m_window->inspectionPage()->session();
    const qsizetype count = session.items().size();
    if (count < 50) {
        return false;
    }
    for (qsizetype i = 0; i < count; ++i) {
        if (!answerCurrent()) {
            return false;
        }
    }
    return session.counts().blank == 0 && session.problems().isEmpty();
}

bool TestDeskJourney::sign()
{
    press(Qt::Key_E, Qt::ControlModifier);
    if (!fill("keyFile", m_place->path(QStringLiteral("inspector.p12")))
        || !fill("passphrase", QString::fromUtf8(support::testPassphrase)) || !tabTo("sign")) {
        return false;
    }
    press(Qt::Key_Return);
    const InspectionSession &session = m_window->inspectionPage()->session();
    return QTest::qWaitFor([&] { return session.isReadOnly(); }, 60000);
}

bool TestDeskJourney::approve()
{
    m_place->prompts.fileToOpen = m_place->prompts.savedAs;
    m_place->prompts.savedAs.clear();
    press(Qt::Key_O, Qt::ControlModifier);
    QWidget *page = find(m_window.get(), "approvalPage");
    if (!QTest::qWaitFor([&] { return find(page, "decision")->isVisible(); }, 60000)) {
        return false;
    }
    if (!fill("keyFile", m_place->path(QStringLiteral("approver.p12")))
        || !fill("passphrase", QString::fromUtf8(support::testPassphrase))
        || !fill("signerPost", QStringLiteral("課長")) || !fill("signerName", QStringLiteral("課長 太郎"))
        || !tabTo("approve")) {
        return false;
    }
    press(Qt::Key_Return);
    const auto *button = find<QPushButton>(page, "approve");
    const auto isDone = [&] { return QFile::exists(m_place->prompts.savedAs) && !button->isEnabled(); };
    return QTest::qWaitFor(isDone, 60000) && !m_place->prompts.savedAs.isEmpty();
}

void TestDeskJourney::judge(const QString &file)
{
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
    QTest::newRow("Japanese") << QStringLiteral("ja");
    QTest::newRow("English") << QStringLiteral("en");
}

void TestDeskJourney::answersSignsApproves()
{
    QFETCH(QString, language);
    m_place->settings->set(QStringLiteral("language"), language);
    m_appearance = std::make_unique<Appearance>(*qApp, *m_place->settings);
    m_window = std::make_unique<MainWindow>(m_place->context());
    m_window->resize(1280, 720);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(begin());
    QVERIFY(answerAll());
    QVERIFY(sign());
    QVERIFY(approve());
    judge(m_place->prompts.savedAs);
}

QTEST_MAIN(TestDeskJourney)
#include "tst_desk_journey.moc"
