#include "gui/gui_fixture.h"
#include "gui/shell/log_file.h"
#include "gui/shell/running_text.h"
#include "gui/shell/single_instance.h"
#include "support/places.h"
#include "viewmodel/shell/run_marker.h"
#include "workflow/fonts.h"

#include <QDir>
#include <QDirIterator>
#include <QLockFile>
#include <QPainter>
#include <QRawFont>
#include <QSettings>
#include <QSignalSpy>
#include <QTabBar>
#include <QThread>

using namespace tenken;

class TestShell : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tabsHavePictures();
    void policyGoesBeforeTheUser();
    void secondStartHandsItsFilesOver();
    void lockOfTheDeadKeepsNobodyOut();
    void logRotates();
    void brokenRunIsTold();
    void signsOfOtherFontsStayInTheirLine();
    void wordsNeedNoFontButOurs();
};

void TestShell::tabsHavePictures()
{
    support::Workplace place;
    QVERIFY(place.open());
    MainWindow window(place.context());
    const auto *tabs = support::find<QTabBar>(&window, "pages");
    const auto isDrawn = [tabs](int tab) {
        const QImage picture =
            tabs->tabIcon(tab).pixmap(tabs->iconSize()).toImage().convertToFormat(QImage::Format_ARGB32);
        for (int i = 0; i < picture.width() * picture.height(); ++i) {
            if (qAlpha(picture.pixel(i % picture.width(), i / picture.width())) > 0) {
                return true;
            }
        }
        return false;
    };
    window.show();
    for (int tab = 0; tab < tabs->count(); ++tab) {
        QVERIFY2(isDrawn(tab), qPrintable(tabs->tabText(tab)));
    }
}

void TestShell::policyGoesBeforeTheUser()
{
    const QTemporaryDir folder;
    const QString policyFile = folder.filePath(QStringLiteral("policy.ini"));
    {
        QSettings policy(policyFile, QSettings::IniFormat);
        policy.setValue(QStringLiteral("language"), QStringLiteral("en"));
    }
    Settings settings(folder.filePath(QStringLiteral("user.ini")), policyFile);
    QSignalSpy changed(&settings, &Settings::changed);
    settings.set(QStringLiteral("language"), QStringLiteral("ja"));
    QCOMPARE(settings.language(), QStringLiteral("en"));
    QVERIFY(settings.isFixed(QStringLiteral("language")));
    QCOMPARE(changed.size(), 0);
    settings.set(QStringLiteral("zoom"), 500);
    QCOMPARE(settings.zoom(), 200);
    QCOMPARE(changed.size(), 1);
}

void TestShell::secondStartHandsItsFilesOver()
{
    const QTemporaryDir folder;
    const QString store = folder.filePath(QStringLiteral("tenken.db"));
    SingleInstance first(store);
    QVERIFY(first.isFirst());
    QSignalSpy received(&first, &SingleInstance::filesReceived);
    bool isSent = false;
    const std::unique_ptr<QThread> another(QThread::create([&store, &isSent] { // for a second program
        SingleInstance second(store);
        isSent = !second.isFirst() && second.sendFiles({QStringLiteral("/提出/a b.pdf")});
    }));
    another->start();
    QTRY_VERIFY_WITH_TIMEOUT(another->isFinished(), 30000);
    QVERIFY(isSent);
    QTRY_COMPARE(received.size(), 1);
    QCOMPARE(received.first().first().toStringList(), QStringList{QStringLiteral("/提出/a b.pdf")});
    SingleInstance other(folder.filePath(QStringLiteral("other.db")));
    QVERIFY(other.isFirst());
}

void TestShell::lockOfTheDeadKeepsNobodyOut()
{
    const QTemporaryDir folder;
    const QString store = folder.filePath(QStringLiteral("tenken.db"));
    const QDir place(lockFolder());
    const auto locks = [&place] { return place.entryList({QStringLiteral("tenken-*.lock")}); };
    const QStringList before = locks();
    QString name;
    {
        const SingleInstance first(store);
        for (const QString &lock : locks()) {
            name = before.contains(lock) ? name : lock;
        }
    }
    QVERIFY(!name.isEmpty());
    QFile left(place.filePath(name)); // by a dead one whose number a process has that does not listen: this one
    QByteArray content;
    {
        QLockFile lock(left.fileName());
        QVERIFY(lock.tryLock(0) && left.open(QIODevice::ReadOnly));
        content = left.readAll();
        left.close();
    }
    QVERIFY(left.open(QIODevice::WriteOnly) && left.write(content) > 0);
    left.close();
    const SingleInstance next(store);
    QVERIFY(next.isFirst());
}

void TestShell::logRotates()
{
    const QTemporaryDir folder;
    LogFile log(folder.path());
    for (int i = 0; i < 3000; ++i) {
        log.write(QtWarningMsg, QString(450, u'x'));
    }
    const QFileInfo now(folder.filePath(QStringLiteral("tenken.log")));
    const QFileInfo older(folder.filePath(QStringLiteral("tenken.log.1")));
    QVERIFY(older.exists());
    QVERIFY(now.size() < LogFile::limit + 1000 && older.size() < LogFile::limit + 1000);
}

void TestShell::brokenRunIsTold()
{
    const QTemporaryDir folder;
    const QString store = folder.filePath(QStringLiteral("tenken.db"));
    const FixedClock clock(fromIso(QStringLiteral("2026-11-22T21:03:00+09:00")));
    {
        const RunMarker first(store, clock);
        QVERIFY(!first.brokenRun().isValid());
        const RunMarker afterCrash(store, clock); // the first did not end
        QCOMPARE(afterCrash.brokenRun(), clock.now());
    }
    const RunMarker next(store, clock);
    QVERIFY(!next.brokenRun().isValid());
}

/// Whatever font has the sign: what stands before it stays where it is without it
void TestShell::signsOfOtherFontsStayInTheirLine()
{
    const QFont font(QStringLiteral("BIZ UDPGothic")); // lower than most
    const auto drawn = [&font](const QString &text) {
        QImage image(200, 100, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        RunningText(text, font, image.width()).draw(&painter, {});
        return image.copy(0, 0, QFontMetrics(font).horizontalAdvance(u'永'), image.height());
    };
    const QImage plain = drawn(QStringLiteral("永\n永"));
    for (const char *sign : {"⚠", "⚑", "𠮟", "ก", "😀"}) {
        QCOMPARE(drawn(QStringLiteral("永\n永") + QString::fromUtf8(sign)), plain);
    }
}

/// Where no other font is installed, a character that ours lack is an empty box
void TestShell::wordsNeedNoFontButOurs()
{
    QVERIFY(loadFonts());
    const QRawFont font = QRawFont::fromFont(fontOf(Face::Text, 10));
    QStringList files{support::sourcePath("translations/tenken_ja.ts")};
    for (const char *folder : {"app/gui", "app/viewmodel", "app/wording"}) {
        QDirIterator sources(support::sourcePath(folder), {"*.cpp", "*.h"}, QDir::Files, QDirIterator::Subdirectories);
        while (sources.hasNext()) {
            files << sources.next();
        }
    }
    QVERIFY(files.size() > 100);
    for (const QString &name : files) {
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly | QIODevice::Text));
        for (const char32_t character : QString::fromUtf8(file.readAll()).toStdU32String()) {
            const bool seen = character < U' ' || font.supportsCharacter(character);
            QVERIFY2(seen, qPrintable(QStringLiteral("%1: U+%2").arg(name).arg(static_cast<uint>(character), 4, 16)));
        }
    }
}

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
