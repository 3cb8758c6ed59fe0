#include "gui/gui_fixture.h"
#include "gui/shell/appearance.h"
#include "gui/shell/labels.h"
#include "pile.h"
#include "viewmodel/registry/board_model.h"
#include "wording/answer_words.h"
#include "wording/registry_words.h"
#include "wording/verdict_words.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTreeView>
#include <QUrl>

using namespace tenken;
using support::find;

/// J4: one morning on the division's desk, from the empty registry to the reminder, with drops, mouse and keys
class TestRegistryJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void emptyPageSaysWhatToDo();
    void tablesAreDropped();
    void folderIsDropped();
    void everyFileLandsWhereItMust();
    void boardAgreesWithTheJson();
    void homeShowsTheRound();
    void searchAndFilterByKeyboard();
    void missingListAndReminder();
    void sameFolderAgainChangesNothing();
    void severalFilesAreChosen();
    void departmentIsReturned();
    void receiptsAreIssued();

private:
    QWidget *page() const { return find(m_window.get(), "registryPage"); }
    void drop(const QStringList &paths);
    bool dropAndWait(const QStringList &paths);
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString &text);
    bool tabTo(const char *name);
    QStringList submittedByJson() const;
    QStringList expectedByJson() const;
    QHash<QString, QString> reasons() const;
    bool signWithDivisionKey();

    std::unique_ptr<support::Pile> m_pile;
    std::unique_ptr<support::Workplace> m_place;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
    QString m_divisionKey;
};

namespace {

/// All three hundred only where there is time for it
int goodOnes() { return qEnvironmentVariableIsSet("TENKEN_FULL_JOURNEY") ? 300 : 60; }

QHash<QString, QString> leafTexts(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QHash<QString, QString> texts; // by the name in the first column
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (index.data(BoardModel::IsLeafRole).toBool()) {
            texts.insert(index.data().toString().section(u'　', 0, 0), index.siblingAtColumn(1).data().toString());
        }
        texts.insert(leafTexts(model, index));
    }
    return texts;
}

QModelIndex leafOf(const QAbstractItemModel &model, const QString &code, const QModelIndex &parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (index.data().toString().startsWith(code)) {
            return index;
        }
        if (const QModelIndex below = leafOf(model, code, index); below.isValid()) {
            return below;
        }
    }
    return {};
}

QString shownState(SubmissionState state)
{
    return QStringLiteral("%1 %2").arg(wording::symbolOf(state)).arg(wording::word(state));
}

} // namespace

void TestRegistryJourney::initTestCase()
{
    m_pile = std::make_unique<support::Pile>(goodOnes());
    QVERIFY(m_pile->make());
    m_place = std::make_unique<support::Workplace>();
    QVERIFY(m_place->open());
    m_place->settings->set(QStringLiteral("trustAnchors"),
                           QStringList{m_pile->city.path(QStringLiteral("authority/ca.pem"))});
    const QByteArray p12 = m_pile->city.issue(QStringLiteral("D0001"), Role::Division)
                               .toPkcs12(support::testPassphrase, kPkcs12DemoIterations)
                               .value();
    m_divisionKey = m_place->path(QStringLiteral("division.p12"));
    QVERIFY(writeFile(m_divisionKey, p12));
    m_place->settings->set(QStringLiteral("keyFile"), m_divisionKey);
    m_appearance = std::make_unique<Appearance>(*qApp, *m_place->settings);
    m_window = std::make_unique<MainWindow>(m_place->context());
    m_window->resize(1280, 720);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestRegistryJourney::cleanupTestCase()
{
    m_window.reset();
    m_appearance.reset();
    m_place.reset();
    m_pile.reset();
}

void TestRegistryJourney::press(int key, Qt::KeyboardModifiers modifiers)
{
    QWidget *target = QApplication::focusWidget();
    QTest::keyClick(target ? target : m_window.get(), static_cast<Qt::Key>(key), modifiers);
}

void TestRegistryJourney::type(const QString &text)
{
    QWidget *target = QApplication::focusWidget();
    for (const QChar c : text) {
        QTest::sendKeyEvent(QTest::Click, target, Qt::Key_unknown, QString(c), Qt::NoModifier);
    }
}

bool TestRegistryJourney::tabTo(const char *name)
{
    for (int i = 0; i < 60; ++i) {
        const QWidget *now = QApplication::focusWidget();
        if (now && now->objectName() == QLatin1String(name)) {
            return true;
        }
        press(Qt::Key_Tab);
    }
    return false;
}

/// As a file manager drops: onto whatever lies under the middle of the page
void TestRegistryJourney::drop(const QStringList &paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &path : paths) {
        urls << QUrl::fromLocalFile(path);
    }
    data.setUrls(urls);
    QWidget *target = page()->childAt(page()->rect().center());
    while (target && !target->acceptDrops()) {
        target = target->parentWidget();
    }
    QVERIFY(target);
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &event);
}

bool TestRegistryJourney::dropAndWait(const QStringList &paths)
{
    const QWidget *bar = find(page(), "importBar");
    const QWidget *message = find(page(), "registryMessage");
    drop(paths);
    return bar->isVisible() && QTest::qWaitFor([&] { return !bar->isVisible() && message->isVisible(); }, 120000);
}

/// Codes of the sections whose good PDFs hold a KC-B of the round, read from the JSON in the PDFs and nothing else
QStringList TestRegistryJourney::submittedByJson() const
{
    QStringList codes;
    for (const QString &name : m_pile->goodFiles) {
        const QByteArray pdf = readFile(m_pile->folder() + u'/' + name, 64 << 20).value();
        const QJsonObject json = QJsonDocument::fromJson(attachmentOf(pdf).value()).object();
        const QJsonObject round = json.value(u"round").toObject();
        if (round.value(u"fiscalYear").toInt() == 2026 && round.value(u"number").toInt() == 1) {
            codes << json.value(u"subject").toObject().value(u"code").toString();
        }
    }
    return codes;
}

QStringList TestRegistryJourney::expectedByJson() const
{
    const QByteArray bytes = readFile(m_pile->roundFile(), 16 << 20).value();
    QStringList codes;
    for (const QJsonValue &one : QJsonDocument::fromJson(bytes).object().value(u"expected").toArray()) {
        codes << one.toObject().value(u"subject").toObject().value(u"code").toString();
    }
    return codes;
}

/// The list of results as it is shown: file name → sentence; not refused: the word of the outcome
QHash<QString, QString> TestRegistryJourney::reasons() const
{
    const QAbstractItemModel &model = *find<QTreeView>(page(), "resultsList")->model();
    QHash<QString, QString> shown;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QString reason = model.index(row, 2).data().toString();
        shown.insert(model.index(row, 1).data().toString(),
                     reason.isEmpty() ? model.index(row, 0).data().toString() : reason);
    }
    return shown;
}

void TestRegistryJourney::emptyPageSaysWhatToDo()
{
    auto *tabs = find<QTabBar>(m_window.get(), "pages");
    for (int i = 0; i < tabs->count() && m_window->currentPage() != u"registry"; ++i) {
        if (tabs->isTabVisible(i)) {
            QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(i).center());
        }
    }
    QCOMPARE(m_window->currentPage(), QStringLiteral("registry"));
    QTRY_VERIFY(find(page(), "firstSteps")->isVisible());
    QVERIFY(!find(page(), "registryTabs")->isVisible());
    QVERIFY(!m_place->registry->isSet());
}

void TestRegistryJourney::tablesAreDropped()
{
    QVERIFY(dropAndWait({m_pile->organisationFile(), m_pile->roundFile()}));
    QTRY_VERIFY(find(page(), "board")->isVisible());
    const auto texts = leafTexts(*find<QTreeView>(page(), "board")->model());
    QCOMPARE(texts.size(), m_pile->organisation.units.size());
    for (const QString &text : texts) {
        QCOMPARE(text, shownState(SubmissionState::Missing));
    }
}

void TestRegistryJourney::folderIsDropped()
{
    QVERIFY(dropAndWait({m_pile->folder()}));
    const auto shown = reasons();
    QCOMPARE(shown.size(), m_pile->goodFiles.size() + 40);
    QCOMPARE(m_pile->bad.size() + m_pile->duplicates.size(), 40);
}

void TestRegistryJourney::everyFileLandsWhereItMust()
{
    const auto shown = reasons();
    for (const QString &name : m_pile->goodFiles) {
        QVERIFY2(shown.value(name).startsWith(wording::symbolOf(ImportOutcome::Imported)), qPrintable(name));
    }
    for (const QString &name : m_pile->duplicates) {
        QVERIFY2(shown.value(name).startsWith(wording::symbolOf(ImportOutcome::AlreadyThere)), qPrintable(name));
    }
    const QHash<QString, QString> sentences{
        {QStringLiteral("altered"), wording::explanation(Verdict::Altered)},
        {QStringLiteral("unsigned"), wording::explanation(Verdict::Unsigned)},
        {QStringLiteral("approval-missing"), wording::explanation(Reason::ApprovalMissing)},
        {QStringLiteral("wrong-round"), wording::explanation(Reason::WrongRound)},
        {QStringLiteral("rollback"), wording::explanation(Reason::Rollback)},
        {QStringLiteral("foreign"), wording::explanation(Verdict::NotASubmission)},
        {QStringLiteral("zero"), wording::refusal({{}, ImportOutcome::Refused, {}, {}, {}, QStringLiteral("empty")})},
        {QStringLiteral("unreadable"),
         wording::refusal({{}, ImportOutcome::Refused, {}, {}, {}, QStringLiteral("unreadable")})},
    };
    for (auto file = m_pile->bad.cbegin(); file != m_pile->bad.cend(); ++file) {
        const QString told = shown.value(file.key());
        QVERIFY2(told.contains(sentences.value(file.value())),
                 qPrintable(file.key() + u' ' + file.value() + QStringLiteral(": ") + told));
    }
    for (const QString &name : m_pile->goodFiles) { // what is taken in stays where it was, too
        QVERIFY(QFile::exists(m_pile->folder() + u'/' + name));
    }
}

void TestRegistryJourney::boardAgreesWithTheJson()
{
    const QStringList submitted = submittedByJson();
    const QStringList expected = expectedByJson();
    QCOMPARE(submitted.size(), m_pile->goodFiles.size());
    QVERIFY(expected.size() > submitted.size());
    const QAbstractItemModel &board = *find<QTreeView>(page(), "board")->model();
    QTRY_COMPARE(leafTexts(board).value(submitted.first()), shownState(SubmissionState::Approved));
    const auto texts = leafTexts(board);
    int refused = 0;
    for (const QString &code : expected) {
        const bool isIn = submitted.contains(code);
        QCOMPARE(texts.value(code) == shownState(SubmissionState::Approved), isIn);
        refused += texts.value(code) == shownState(SubmissionState::Refused) ? 1 : 0;
    }
    QHash<QString, QPair<int, int>> bureaus; // received and expected by the organisation's file
    for (const OrganisationUnit &unit : m_pile->organisation.units) {
        auto &counts = bureaus[unit.department.path.first()];
        counts.first += submitted.contains(unit.department.code) ? 1 : 0;
        ++counts.second;
    }
    for (int row = 0; row < board.rowCount(); ++row) {
        const auto counts = bureaus.take(board.index(row, 0).data().toString());
        QCOMPARE(board.index(row, 1).data().toString(), QStringLiteral("%1/%2").arg(counts.first).arg(counts.second));
    }
    QVERIFY(bureaus.isEmpty());
    const QString line = find<Note>(page(), "registryCounts")->text();
    const auto missing = expected.size() - submitted.size() - refused;
    for (const QString &part :
         {QStringLiteral("%1 %2").arg(shownState(SubmissionState::Approved)).arg(submitted.size()),
          QStringLiteral("%1 %2").arg(shownState(SubmissionState::Refused)).arg(refused),
          QStringLiteral("%1 %2").arg(shownState(SubmissionState::Missing)).arg(missing)}) {
        QVERIFY2(line.contains(part), qPrintable(line + QStringLiteral(" lacks ") + part));
    }
}

void TestRegistryJourney::homeShowsTheRound()
{
    press(Qt::Key_Home, Qt::AltModifier);
    auto *rounds = find<QListWidget>(m_window.get(), "rounds");
    QTRY_VERIFY(rounds->isVisible() && rounds->count() == 1);
    QTRY_VERIFY(rounds->item(0)->text().contains(find<Note>(page(), "registryCounts")->text()));
    QTest::mouseClick(rounds->viewport(), Qt::LeftButton, {}, rounds->visualItemRect(rounds->item(0)).center());
    QCOMPARE(m_window->currentPage(), QStringLiteral("registry"));
}

void TestRegistryJourney::searchAndFilterByKeyboard()
{
    auto *sheets = find<QTabWidget>(page(), "registryTabs");
    sheets->tabBar()->setFocus(Qt::TabFocusReason);
    press(Qt::Key_Home);
    press(Qt::Key_Left);
    press(Qt::Key_Left);
    QCOMPARE(sheets->currentIndex(), 0);
    QVERIFY(tabTo("boardSearch"));
    const OrganisationUnit &unit = m_pile->organisation.units.first();
    type(unit.department.code.toLower());
    const QAbstractItemModel &board = *find<QTreeView>(page(), "board")->model();
    QCOMPARE(leafTexts(board).keys(), QStringList{unit.department.code});
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_Delete);
    QVERIFY(tabTo("boardState"));
    auto *states = find<QComboBox>(page(), "boardState");
    press(Qt::Key_Down); // missing
    QCOMPARE(states->currentText(), shownState(SubmissionState::Missing));
    for (const QString &text : leafTexts(board)) {
        QCOMPARE(text, shownState(SubmissionState::Missing));
    }
    press(Qt::Key_Up);
    QCOMPARE(leafTexts(board).size(), m_pile->organisation.units.size());
}

void TestRegistryJourney::missingListAndReminder()
{
    const QStringList submitted = submittedByJson();
    QVERIFY(tabTo("giveOut"));
    auto *button = find<QPushButton>(page(), "giveOut");
    const auto choose = [&](const QString &name) {
        for (QAction *action : button->menu()->actions()) {
            if (action->objectName() == name) {
                action->trigger();
            }
        }
    };
    choose(QStringLiteral("saveMissing"));
    const QByteArray csv = readFile(m_place->prompts.savedAs, 1 << 20).value();
    QCOMPARE(csv.trimmed().count('\n'), expectedByJson().size() - submitted.size());
    choose(QStringLiteral("copyReminder"));
    const QString reminder = QGuiApplication::clipboard()->text();
    for (const QString &code : expectedByJson()) {
        QCOMPARE(csv.contains('\n' + code.toUtf8() + ','), !submitted.contains(code));
        QCOMPARE(reminder.contains(u"（%1）"_qs.arg(code)), !submitted.contains(code));
    }
}

void TestRegistryJourney::sameFolderAgainChangesNothing()
{
    const QString before = find<Note>(page(), "registryCounts")->text();
    QVERIFY(dropAndWait({m_pile->folder()}));
    const auto shown = reasons();
    for (const QString &name : m_pile->goodFiles + m_pile->duplicates) {
        QVERIFY2(shown.value(name).startsWith(wording::symbolOf(ImportOutcome::AlreadyThere)), qPrintable(name));
    }
    QTRY_COMPARE(find<QTreeView>(page(), "refusalsList")->model()->rowCount(), m_pile->bad.size());
    QCOMPARE(find<Note>(page(), "registryCounts")->text(), before);
}

void TestRegistryJourney::severalFilesAreChosen()
{
    const QStringList names = m_pile->goodFiles.mid(0, 3) + m_pile->bad.keys().mid(0, 1);
    m_place->prompts.filesToOpen.clear();
    for (const QString &name : names) {
        m_place->prompts.filesToOpen << m_pile->folder() + u'/' + name;
    }
    const QWidget *message = find(page(), "registryMessage");
    find(page(), "registryMessage")->hide();
    for (QAction *action : find<QPushButton>(page(), "takeIn")->menu()->actions()) {
        if (action->objectName() == u"importFiles") {
            action->trigger();
        }
    }
    QTRY_VERIFY(message->isVisible());
    const QStringList taken = reasons().keys();
    QCOMPARE(QSet<QString>(taken.begin(), taken.end()), QSet<QString>(names.begin(), names.end()));
}

bool TestRegistryJourney::signWithDivisionKey()
{
    if (!tabTo("passphrase")) {
        return false;
    }
    type(QString::fromUtf8(support::testPassphrase));
    if (!tabTo("divisionSign")) {
        return false;
    }
    m_place->prompts.savedAs.clear();
    find(page(), "registryMessage")->hide();
    press(Qt::Key_Space);
    return QTest::qWaitFor([&] { return find(page(), "registryMessage")->isVisible(); }, 60000);
}

void TestRegistryJourney::departmentIsReturned()
{
    auto *sheets = find<QTabWidget>(page(), "registryTabs");
    sheets->setCurrentIndex(0);
    auto *board = find<QTreeView>(page(), "board");
    const QString code = submittedByJson().first();
    const QModelIndex leaf = leafOf(*board->model(), code);
    board->scrollTo(leaf);
    QTest::mouseClick(board->viewport(), Qt::LeftButton, {}, board->visualRect(leaf).center());
    auto *sendBack = find<QPushButton>(page(), "detailReturn");
    QTRY_VERIFY(sendBack->isVisible());
    QTRY_VERIFY(find<Heading>(page(), "verdict")->text().contains(wording::word(Verdict::Accepted)));
    QTest::mouseClick(sendBack, Qt::LeftButton);
    QVERIFY(tabTo("divisionReason"));
    type(QStringLiteral("資料の日付がありません。"));
    QVERIFY(signWithDivisionKey());
    const Result<VerifiedDocument> sent =
        verifyFile(m_place->prompts.savedAs, m_pile->city.trust, m_pile->city.clock.now());
    QVERIFY(sent && sent->isAccepted() && sent->kind == DocumentKind::Return);
    QTRY_COMPARE(leafTexts(*board->model()).value(code), shownState(SubmissionState::Returned));
    QVERIFY(find<Note>(page(), "detailReason")->text().contains(QStringLiteral("資料の日付がありません。")));
}

void TestRegistryJourney::receiptsAreIssued()
{
    QTest::mouseClick(find<QPushButton>(page(), "detailReceipt"), Qt::LeftButton);
    QVERIFY(signWithDivisionKey());
    const Result<VerifiedDocument> receipt =
        verifyFile(m_place->prompts.savedAs, m_pile->city.trust, m_pile->city.clock.now());
    QVERIFY(receipt && receipt->isAccepted());
    QCOMPARE(receipt->kind, DocumentKind::Receipt);
}

QTEST_MAIN(TestRegistryJourney)
#include "tst_registry_journey.moc"
