#include "gui/gui_fixture.h"
#include "gui/inspection/key_dialog.h"
#include "gui/inspection/key_form.h"
#include "signing/keys/pkcs12_signer.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>

using namespace tenken;
using support::find;

/// How a person comes by a signing key
class TestKeys : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keyFromTheDivisionIsTakenOver();
    void wrongPassphraseTakesNothingOver();
    void requestNamesPersonAndRole();
    void ownKeySignsAndIsTrustedHere();
    void weakOrMistypedPassphraseMakesNoKey_data();
    void weakOrMistypedPassphraseMakesNoKey();
    void tokenAsksForItsDriver();
    void pathsAreShownAsTheSystemWritesThem();

private:
    void type(const char *field, const QString &text);
    bool waitForMessage();

    std::unique_ptr<support::Workplace> m_place;
    std::unique_ptr<KeyDialog> m_dialog;
};

void TestKeys::init()
{
    m_place = std::make_unique<support::Workplace>();
    QVERIFY(m_place->open());
    QVERIFY(m_place->makeKeys(QStringLiteral("U0004")));
    m_dialog = std::make_unique<KeyDialog>(
        m_place->context(), KeyDialog::Person{QStringLiteral("U0004"), QStringLiteral("点検 花子"), Role::Inspector});
    m_dialog->show();
}

void TestKeys::cleanup()
{
    m_dialog.reset();
    m_place.reset();
}

void TestKeys::type(const char *field, const QString &text) { find<QLineEdit>(m_dialog.get(), field)->setText(text); }

bool TestKeys::waitForMessage()
{
    return QTest::qWaitFor(
        [this] {
            return find(m_dialog.get(), "keyMessage")->isVisible() && !find(m_dialog.get(), "keyBusy")->isVisible();
        },
        60000);
}

void TestKeys::keyFromTheDivisionIsTakenOver()
{
    m_place->prompts.fileToOpen = m_place->path(QStringLiteral("inspector.p12"));
    QTest::mouseClick(find<QPushButton>(m_dialog.get(), "importFileChoose"), Qt::LeftButton);
    type("importPassphrase", QString::fromUtf8(support::testPassphrase));
    QTest::mouseClick(find<QPushButton>(m_dialog.get(), "importKey"), Qt::LeftButton);
    QVERIFY(waitForMessage());
    const QString copy = m_place->path(QStringLiteral("keys/inspector.p12"));
    QCOMPARE(m_dialog->keyFile(), copy);
    QCOMPARE(m_place->settings->keyFile(), copy);
#ifdef Q_OS_UNIX // on Windows who may read it is told by the folder
    QVERIFY(!(QFileInfo(copy).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
#endif
    QVERIFY(find<QLabel>(m_dialog.get(), "keyMessage")->text().contains(QStringLiteral("点検 花子")));
    QVERIFY(find<QLineEdit>(m_dialog.get(), "importPassphrase")->text().isEmpty());
}

void TestKeys::wrongPassphraseTakesNothingOver()
{
    m_place->prompts.fileToOpen = m_place->path(QStringLiteral("inspector.p12"));
    QTest::mouseClick(find<QPushButton>(m_dialog.get(), "importFileChoose"), Qt::LeftButton);
    type("importPassphrase", QStringLiteral("wrong"));
    QTest::mouseClick(find<QPushButton>(m_dialog.get(), "importKey"), Qt::LeftButton);
    QVERIFY(waitForMessage());
    QVERIFY(m_dialog->keyFile().isEmpty());
    QVERIFY(!QFileInfo::exists(m_place->path(QStringLiteral("keys/inspector.p12"))));
}

void TestKeys::requestNamesPersonAndRole()
{
    find<QTabWidget>(m_dialog.get(), "keyWays")->setCurrentIndex(1);
    QTest::mouseClick(find<QPushButton>(m_dialog.get(), "copyRequest"), Qt::LeftButton);
    const QString text = find<QPlainTextEdit>(m_dialog.get(), "requestText")->toPlainText();
    QVERIFY(text.contains(QStringLiteral("U0004")) && text.contains(QStringLiteral("点検 花子")));
    QCOMPARE(QApplication::clipboard()->text(), text);
    type("keyName", QString());
    QVERIFY(!find<QPushButton>(m_dialog.get(), "copyRequest")->isEnabled());
}

void TestKeys::ownKeySignsAndIsTrustedHere()
{
    find<QTabWidget>(m_dialog.get(), "keyWays")->setCurrentIndex(2);
    type("newPassphrase", QStringLiteral("correct horse battery"));
    type("repeatedPassphrase", QStringLiteral("correct horse battery"));
    QTest::mouseClick(find<QPushButton>(m_dialog.get(), "makeKey"), Qt::LeftButton);
    QVERIFY(waitForMessage());
    const auto signer = openPkcs12(m_dialog->keyFile(), SecretBytes(QByteArrayLiteral("correct horse battery")));
    QVERIFY(signer);
    const Certificate &certificate = (*signer)->certificate();
    QVERIFY(certificate.role() == Role::Inspector);
    QCOMPARE(certificate.organisationalUnit(), QStringLiteral("U0004"));
    QCOMPARE(certificate.commonName(), QStringLiteral("点検 花子"));
    QCOMPARE(m_place->settings->trustAnchors().size(), 2); // the division's stays
    QVERIFY(QFileInfo::exists(m_place->settings->trustAnchors().last()));
}

void TestKeys::weakOrMistypedPassphraseMakesNoKey_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::newRow("too short") << QStringLiteral("short") << QStringLiteral("short");
    QTest::newRow("mistyped") << QStringLiteral("correct horse battery") << QStringLiteral("correct horse batery");
}

void TestKeys::weakOrMistypedPassphraseMakesNoKey()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    find<QTabWidget>(m_dialog.get(), "keyWays")->setCurrentIndex(2);
    type("newPassphrase", first);
    type("repeatedPassphrase", second);
    QTest::mouseClick(find<QPushButton>(m_dialog.get(), "makeKey"), Qt::LeftButton);
    QVERIFY(waitForMessage());
    QVERIFY(m_dialog->keyFile().isEmpty());
    QVERIFY(!QFileInfo::exists(m_place->path(QStringLiteral("keys"))));
}

void TestKeys::tokenAsksForItsDriver()
{
    KeyForm form(m_place->context(), Role::Inspector);
    form.show();
    auto *source = find<QComboBox>(&form, "keySource");
    QVERIFY(find(&form, "keyFile")->isVisible() && !find(&form, "tokenModule")->isVisible());
    source->setFocus();
    QTest::keyClick(source, Qt::Key_Down);
    QVERIFY(!find(&form, "keyFile")->isVisible() && find(&form, "tokenModule")->isVisible());
    find<QLineEdit>(&form, "tokenModuleEdit")->setText(m_place->path(QStringLiteral("no-module.so")));
    find<QLineEdit>(&form, "passphrase")->setText(QStringLiteral("1234"));
    QVERIFY(!form.isFilled()); // no key was found on it yet
    QTest::mouseClick(find<QPushButton>(&form, "lookForKeys"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(find(&form, "keyMessage")->isVisible(), 60000);
    QVERIFY(!form.isFilled());
    const Result<std::unique_ptr<Signer>> signer =
        openKey({KeyPlace::Token, m_place->path(QStringLiteral("no-module.so")), QStringLiteral("00"), {}, {}});
    QVERIFY(!signer && signer.error().code == ErrorCode::TokenFailed);
}

/// The separators are others on Windows alone.
void TestKeys::pathsAreShownAsTheSystemWritesThem()
{
    const QString path = m_place->path(QStringLiteral("鍵/inspector.p12"));
    const QString shown = QDir::toNativeSeparators(path);
    m_place->settings->set(QStringLiteral("keyFile"), path);
    m_place->settings->set(QStringLiteral("tokenModule"), path);
    KeyForm form(m_place->context(), Role::Inspector);
    QCOMPARE(find<QLineEdit>(&form, "keyFile")->text(), shown);
    QCOMPARE(find<QLineEdit>(&form, "tokenModuleEdit")->text(), shown);
    QCOMPARE(form.key().file, path);
    QCOMPARE(m_place->settings->keyFile(), path);
}

QTEST_MAIN(TestKeys)
#include "tst_keys.moc"
