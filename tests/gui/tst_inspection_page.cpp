#include "gui/gui_fixture.h"
#include "gui/inspection/answer_button.h"
#include "gui/inspection/inspection_page.h"
#include "gui/inspection/preview_view.h"
#include "gui/shell/appearance.h"
#include "viewmodel/home/start_form.h"
#include "viewmodel/inspection/answer_table_model.h"
#include "viewmodel/inspection/item_roles.h"
#include "viewmodel/inspection/signing_session.h"

#include <QApplication>
#include <QComboBox>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeView>

using namespace tenken;
using support::find;

/// Answering with real key events, as at the desk
class TestInspectionPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void digitsAnswer_data();
    void digitsAnswer();
    void listGivesRoomToWhatIsThere();
    void lettersMoveFlagAndFocus();
    void digitsInTheCommentAreText();
    void commentIsStoredAfterAPause();
    void commentIsStoredWhenThePageIsLeft();
    void preeditNeverAnswersNorLosesText();
    void answerViewsTakeNoInputMethod();
    void preeditInTheSearchAnswersNothing();
    void undoAndRedo();
    void filterAndSearch();
    void listFollowsTheFilterThatWasChosenBefore();
    void clickOnAnAnswer();
    void nextUnansweredLeavesTheFilter();
    void lastYearsAnswerIsCopiedOnlyWhenConfirmed();
    void evidenceIsStored();
    void unreadableDateIsToldAndStays();
    void typingWithoutAPauseIsStored();
    void nextStartLeadsBack();
    void lookBackIsReadInTheBackground();
    void previewIsSetInTheBackground();

private:
    Answer stored(const QString &item) const;
    void key(int key, const QString &text = {});
    QString item(int position) const { return m_page->session().items().at(position); }

    std::unique_ptr<support::Workplace> m_place;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
    InspectionPage *m_page = nullptr;
    QUuid m_id;
};

void TestInspectionPage::init()
{
    m_place = std::make_unique<support::Workplace>();
    QVERIFY(m_place->open());
    StartForm form(*m_place->desk, {});
    form.chooseDepartment(QStringLiteral("U0004"));
    m_id = form.start().value_or(QUuid());
    m_appearance = std::make_unique<Appearance>(*qApp, *m_place->settings);
    m_window = std::make_unique<MainWindow>(m_place->context());
    m_window->resize(1280, 720);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->openInspection(m_id);
    m_page = m_window->inspectionPage();
    QVERIFY(m_page);
    QCOMPARE(m_window->currentPage(), QStringLiteral("inspection"));
}

void TestInspectionPage::cleanup()
{
    m_window.reset();
    m_appearance.reset();
    m_place.reset();
}

Answer TestInspectionPage::stored(const QString &item) const
{
    const Result<Inspection> inspection = m_place->desk->repository().load(m_id);
    return inspection ? inspection->answers.value(item) : Answer();
}

void TestInspectionPage::key(int key, const QString &text)
{
    QTest::sendKeyEvent(QTest::Click, QApplication::focusWidget(), static_cast<Qt::Key>(key), text, Qt::NoModifier);
}

void TestInspectionPage::digitsAnswer_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("code");
    const int codes[] = {1, 2, 4, 8};
    for (int i = 0; i < 4; ++i) {
        QTest::addRow("half-width %d", i + 1) << QString(QChar(u'1' + i)) << codes[i];
        QTest::addRow("full-width %d", i + 1) << QString(QChar(u'１' + i)) << codes[i];
    }
}

void TestInspectionPage::digitsAnswer()
{
    QFETCH(QString, typed);
    QFETCH(int, code);
    key(Qt::Key_unknown, typed);
    QVERIFY(stored(item(0)).code == static_cast<AnswerCode>(code));
    QCOMPARE(m_page->currentItem(), item(0));
    const auto *button = qobject_cast<AnswerButton *>(QApplication::focusWidget());
    QVERIFY2(button && button->isChecked(), "the ring is not around the answer");
}

void TestInspectionPage::listGivesRoomToWhatIsThere()
{
    const auto *list = support::find<QTreeView>(m_page, "itemList");
    m_page->setList(true);
    QVERIFY(list->isColumnHidden(AnswerTableModel::NoteColumn));
    m_page->setList(false);
    key(Qt::Key_C, QStringLiteral("c"));
    key(Qt::Key_unknown, QStringLiteral("確認した"));
    key(Qt::Key_Escape);
    m_page->setList(true);
    QVERIFY(!list->isColumnHidden(AnswerTableModel::NoteColumn));
    QVERIFY(list->columnWidth(AnswerTableModel::NoteColumn) <= list->width() / 5);
}

void TestInspectionPage::lettersMoveFlagAndFocus()
{
    key(Qt::Key_J, QStringLiteral("j"));
    QCOMPARE(m_page->currentItem(), item(1));
    key(Qt::Key_Down);
    QCOMPARE(m_page->currentItem(), item(2));
    key(Qt::Key_K, QStringLiteral("ｋ"));
    QCOMPARE(m_page->currentItem(), item(1));
    key(Qt::Key_F, QStringLiteral("f"));
    QVERIFY(stored(item(1)).flagged);
    key(Qt::Key_E, QStringLiteral("e"));
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("evidence1_document"));
    for (const char *field : {"evidence1_document", "evidence1_date"}) {
        find(m_page, field)->setFocus();
        key(Qt::Key_Escape);
        QVERIFY2(qobject_cast<AnswerButton *>(QApplication::focusWidget()), field);
    }
    key(Qt::Key_C, QStringLiteral("c"));
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("comment"));
    key(Qt::Key_Escape);
    QVERIFY(qobject_cast<AnswerButton *>(QApplication::focusWidget()));
}

void TestInspectionPage::digitsInTheCommentAreText()
{
    key(Qt::Key_C, QStringLiteral("c"));
    key(Qt::Key_1, QStringLiteral("1"));
    key(Qt::Key_J, QStringLiteral("j"));
    QCOMPARE(find<QPlainTextEdit>(m_page, "comment")->toPlainText(), QStringLiteral("1j"));
    QVERIFY(!stored(item(0)).code);
    QCOMPARE(m_page->currentItem(), item(0));
}

void TestInspectionPage::commentIsStoredAfterAPause()
{
    find<QPlainTextEdit>(m_page, "comment")->setFocus();
    key(Qt::Key_A, QStringLiteral("体制表"));
    QCOMPARE(stored(item(0)).comment, QString());
    QTRY_COMPARE_WITH_TIMEOUT(stored(item(0)).comment, QStringLiteral("体制表"), 3000);
    QVERIFY(find<QLabel>(m_page, "saved")->text().contains(QStringLiteral("21:03")));
}

void TestInspectionPage::commentIsStoredWhenThePageIsLeft()
{
    find<QPlainTextEdit>(m_page, "comment")->setFocus();
    key(Qt::Key_A, QStringLiteral("途中"));
    m_window->showPage(QStringLiteral("home"));
    QCOMPARE(stored(item(0)).comment, QStringLiteral("途中"));
    m_window->openInspection(m_id);
    m_page = m_window->inspectionPage();
    find<QPlainTextEdit>(m_page, "comment")->setFocus();
    key(Qt::Key_A, QStringLiteral("と終わり"));
    m_window->close();
    QVERIFY(stored(m_page->currentItem()).comment.contains(QStringLiteral("と終わり")));
}

void TestInspectionPage::preeditNeverAnswersNorLosesText()
{
    auto *comment = find<QPlainTextEdit>(m_page, "comment");
    comment->setFocus();
    QInputMethodEvent composing(QStringLiteral("たいせい"), {});
    QApplication::sendEvent(comment, &composing);
    // the card is stored meanwhile, because of another field
    find<QPlainTextEdit>(m_page, "opinion")->insertPlainText(QStringLiteral("様式が古い"));
    QTRY_COMPARE_WITH_TIMEOUT(stored(item(0)).opinion, QStringLiteral("様式が古い"), 5000);
    QCOMPARE(stored(item(0)).comment, QString());
    QInputMethodEvent commit(QString(), {});
    commit.setCommitString(QStringLiteral("体制"));
    QApplication::sendEvent(comment, &commit);
    QCOMPARE(comment->toPlainText(), QStringLiteral("体制"));
    QTRY_COMPARE_WITH_TIMEOUT(stored(item(0)).comment, QStringLiteral("体制"), 3000);
    for (const char *name : {"answer1", "itemTree", "itemList"}) {
        QInputMethodEvent onAnswer(QStringLiteral("1"), {});
        QApplication::sendEvent(find(m_page, name), &onAnswer);
        QInputMethodEvent committed(QString(), {});
        committed.setCommitString(QStringLiteral("い"));
        QApplication::sendEvent(find(m_page, name), &committed);
    }
    QVERIFY(!stored(item(0)).code);
    QCOMPARE(m_page->currentItem(), item(0));
}

void TestInspectionPage::preeditInTheSearchAnswersNothing()
{
    auto *search = find<QLineEdit>(m_page, "itemSearch");
    search->setFocus();
    for (const char *reading : {"１", "ｊ", "ふ"}) {
        QInputMethodEvent composing(QString::fromUtf8(reading), {});
        QApplication::sendEvent(search, &composing);
    }
    QInputMethodEvent commit(QString(), {});
    commit.setCommitString(QStringLiteral("台帳"));
    QApplication::sendEvent(search, &commit);
    QCOMPARE(search->text(), QStringLiteral("台帳"));
    QVERIFY(!stored(item(0)).code && !stored(item(0)).flagged);
    QVERIFY(find<QTreeView>(m_page, "itemTree")->model()->rowCount() > 0);
}

void TestInspectionPage::answerViewsTakeNoInputMethod()
{
    for (const char *name : {"answer1", "answer5", "flagButton", "itemTree", "itemList"}) {
        QWidget *widget = find(m_page, name);
        widget->setFocus();
        QVERIFY2(!widget->testAttribute(Qt::WA_InputMethodEnabled), name);
    }
    for (const char *name : {"itemTree", "itemList"}) {
        const auto *view = find<QTreeView>(m_page, name);
        QVERIFY2(!(view->currentIndex().flags() & Qt::ItemIsEditable), name);
    }
}

void TestInspectionPage::undoAndRedo()
{
    key(Qt::Key_1, QStringLiteral("1"));
    key(Qt::Key_3, QStringLiteral("3"));
    key(Qt::Key_J, QStringLiteral("j"));
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(stored(item(0)).code == AnswerCode::Yes);
    QCOMPARE(m_page->currentItem(), item(0));
    QTest::keyClick(m_window.get(), Qt::Key_Y, Qt::ControlModifier);
    QVERIFY(stored(item(0)).code == AnswerCode::No);
    find<QPlainTextEdit>(m_page, "comment")->setFocus();
    key(Qt::Key_A, QStringLiteral("消える"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(stored(item(0)).comment, QString());
    QCOMPARE(find<QPlainTextEdit>(m_page, "comment")->toPlainText(), QString());
}

void TestInspectionPage::filterAndSearch()
{
    auto *search = find<QLineEdit>(m_page, "itemSearch");
    const auto *list = find<QTreeView>(m_page, "itemList");
    const int all = list->model()->rowCount();
    m_page->setList(true);
    search->setFocus();
    key(Qt::Key_A, QStringLiteral("ゆーえすびー"));
    QVERIFY(list->model()->rowCount() < all);
    search->clear();
    QCOMPARE(list->model()->rowCount(), all);
    auto *filter = find<QComboBox>(m_page, "itemFilter");
    filter->setFocus();
    QTest::keyClick(filter, Qt::Key_Down);
    QTest::keyClick(filter, Qt::Key_Down); // flagged
    QCOMPARE(list->model()->rowCount(), 0);
    QVERIFY(find(m_page, "nothingFound")->isVisible());
    QTest::keyClick(filter, Qt::Key_Up); // unanswered
    QCOMPARE(list->model()->rowCount(), all);
}

void TestInspectionPage::listFollowsTheFilterThatWasChosenBefore()
{
    const auto *list = find<QTreeView>(m_page, "itemList");
    const int all = list->model()->rowCount();
    find<QComboBox>(m_page, "itemFilter")->setCurrentIndex(1); // unanswered
    find<AnswerButton>(m_page, "answer1")->setFocus();
    key(Qt::Key_1, QStringLiteral("1"));
    QCOMPARE(m_page->currentItem(), item(0)); // stays although it is answered now
    key(Qt::Key_J, QStringLiteral("j"));
    QCOMPARE(m_page->currentItem(), item(1));
    key(Qt::Key_K, QStringLiteral("k"));
    QCOMPARE(m_page->currentItem(), item(1)); // nothing unanswered before it
    m_page->setList(true);
    QCOMPARE(list->model()->rowCount(), all - 1);
    QCOMPARE(list->currentIndex().data(ItemIdRole).toString(), item(1));
    key(Qt::Key_1, QStringLiteral("1"));
    QVERIFY(stored(item(1)).code == AnswerCode::Yes);
    QCOMPARE(list->model()->rowCount(), all - 1);
    key(Qt::Key_J, QStringLiteral("j"));
    QCOMPARE(m_page->currentItem(), item(2));
    QCOMPARE(list->model()->rowCount(), all - 2);
}

void TestInspectionPage::clickOnAnAnswer()
{
    auto *button = find<AnswerButton>(m_page, "answer2");
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(stored(item(0)).code == AnswerCode::Partial);
    QVERIFY(button->isChecked());
    QVERIFY(find(m_page, "planMeasure")->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(button->isChecked());
}

void TestInspectionPage::nextUnansweredLeavesTheFilter()
{
    key(Qt::Key_1, QStringLiteral("1"));
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_page->currentItem(), item(1));
    auto *filter = find<QComboBox>(m_page, "itemFilter");
    filter->setCurrentIndex(3); // × and △: none
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(filter->currentIndex(), 0);
    QVERIFY(!stored(m_page->currentItem()).code);
}

void TestInspectionPage::lastYearsAnswerIsCopiedOnlyWhenConfirmed()
{
    StartForm form(*m_place->desk, {});
    form.setYear(FiscalYear(2025));
    form.chooseDepartment(QStringLiteral("U0004"));
    const QUuid earlier = form.start().value_or(QUuid());
    {
        const auto lastYear = InspectionSession::open(*m_place->desk, earlier);
        QVERIFY(lastYear);
        Answer answer;
        answer.code = AnswerCode::Yes;
        answer.comment = QStringLiteral("昨年の説明");
        QVERIFY((*lastYear)->change((*lastYear)->items().first(), answer));
    }
    m_window->openInspection(m_id);
    m_page = m_window->inspectionPage();
    m_page->showItem(item(0));
    auto *copy = find<QPushButton>(m_page, "copyLastAnswer");
    QVERIFY(copy->isVisible());
    m_place->prompts.confirms = false;
    QTest::mouseClick(copy, Qt::LeftButton);
    QVERIFY(!stored(item(0)).code);
    m_place->prompts.confirms = true;
    QTest::mouseClick(copy, Qt::LeftButton);
    QCOMPARE(stored(item(0)).comment, QStringLiteral("昨年の説明"));
    QCOMPARE(m_place->prompts.questions.size(), 2);
}

void TestInspectionPage::evidenceIsStored()
{
    key(Qt::Key_E, QStringLiteral("e"));
    key(Qt::Key_A, QStringLiteral("体制表"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("evidence1_date"));
    key(Qt::Key_A, QStringLiteral("R8.4.1"));
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
    const QList<Evidence> evidence = stored(item(0)).evidence;
    QCOMPARE(evidence.size(), 1);
    QCOMPARE(evidence.first().document, QStringLiteral("体制表"));
    QCOMPARE(evidence.first().date, QDate(2026, 4, 1));
}

void TestInspectionPage::unreadableDateIsToldAndStays()
{
    key(Qt::Key_E, QStringLiteral("e"));
    key(Qt::Key_A, QStringLiteral("体制表"));
    auto *date = find<QLineEdit>(m_page, "evidence1_date");
    date->setFocus();
    key(Qt::Key_A, QStringLiteral("R8.13.45"));
    find(m_page, "answer1")->setFocus(); // the field is left
    QTRY_VERIFY(find<QLabel>(m_page, "problems")->text().contains(QStringLiteral("R8.13.45")));
    QVERIFY(!stored(item(0)).evidence.first().date.isValid());
    key(Qt::Key_J, QStringLiteral("j"));
    QVERIFY(find<QLineEdit>(m_page, "evidence1_date")->text().isEmpty());
    QVERIFY(!find<QLabel>(m_page, "problems")->text().contains(QStringLiteral("R8.13.45")));
    m_window->showPage(QStringLiteral("sign"));
    const auto *list = find<QListView>(m_window.get(), "problemList")->model();
    const auto isListed = [&] {
        return !list->match(list->index(0, 0), Qt::DisplayRole, QStringLiteral("R8.13.45"), 1, Qt::MatchContains)
                    .isEmpty();
    };
    QVERIFY(isListed());
    m_window->showPage(QStringLiteral("inspection"));
    m_page->showItem(item(0));
    date = find<QLineEdit>(m_page, "evidence1_date");
    QCOMPARE(date->text(), QStringLiteral("R8.13.45"));
    date->setFocus();
    date->selectAll();
    key(Qt::Key_A, QStringLiteral("R8.4.1"));
    m_window->showPage(QStringLiteral("sign"));
    QVERIFY(!isListed());
    QCOMPARE(stored(item(0)).evidence.first().date, QDate(2026, 4, 1));
}

void TestInspectionPage::typingWithoutAPauseIsStored()
{
    auto *comment = find<QPlainTextEdit>(m_page, "comment");
    comment->setFocus();
    const auto typeOn = [&] {
        key(Qt::Key_A, QStringLiteral("あ"));
        return !stored(item(0)).comment.isEmpty();
    };
    QVERIFY(QTest::qWaitFor(typeOn, 3000)); // the fingers never rest for half a second
    QVERIFY(comment->toPlainText().startsWith(stored(item(0)).comment));
}

void TestInspectionPage::nextStartLeadsBack()
{
    m_page->showItem(item(3));
    m_window = std::make_unique<MainWindow>(m_place->context());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QCOMPARE(m_window->currentPage(), QStringLiteral("home"));
    QTest::keyClick(find(m_window.get(), "inspections"), Qt::Key_Return);
    m_page = m_window->inspectionPage();
    QVERIFY(m_page);
    QCOMPARE(m_page->currentItem(), item(3));
}

/// The PDF of another year, made here without a signature
void TestInspectionPage::lookBackIsReadInTheBackground()
{
    QVERIFY(m_place->makeKeys(QStringLiteral("U0004")));
    const auto session = InspectionSession::open(*m_place->desk, m_id);
    for (const QString &id : (*session)->items()) {
        Answer answer;
        answer.code = AnswerCode::Yes;
        answer.comment = QStringLiteral("昔の説明");
        answer.evidence = {{QStringLiteral("体制表"), {}, {}, {}, {}}};
        QVERIFY((*session)->change(id, answer));
    }
    SigningSession signing(**session);
    QSignalSpy written(&signing, &SigningSession::signedAs);
    const QString file = m_place->path(QStringLiteral("earlier.pdf"));
    const SigningKey key{KeyPlace::File,
                         m_place->path(QStringLiteral("inspector.p12")),
                         {},
                         SecretBytes(support::testPassphrase),
                         {QStringLiteral("点検 花子"), {}}};
    signing.sign(key, file);
    QVERIFY(written.wait(60000));

    StartForm form(*m_place->desk, {});
    form.setYear(FiscalYear(2028));
    form.chooseDepartment(QStringLiteral("U0005"));
    m_window->openInspection(form.start().value_or(QUuid()));
    m_page = m_window->inspectionPage();
    QVERIFY(m_page->session().reference().isEmpty());
    auto *open = find<QPushButton>(m_page, "openReference");
    const QString idle = open->text();
    m_place->prompts.fileToOpen = file;
    QTest::mouseClick(open, Qt::LeftButton);
    QVERIFY(m_page->session().isLookingBack()); // the click has returned, the file is not read yet
    QVERIFY(open->text() != idle);
    QTest::mouseClick(open, Qt::LeftButton); // stops it
    QVERIFY(!m_page->session().isLookingBack());
    QCOMPARE(open->text(), idle);
    QTest::mouseClick(open, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!m_page->session().reference().isEmpty(), 60000);
    QCOMPARE(m_page->session().reference().answers.value(item(0)).comment, QStringLiteral("昔の説明"));
    QVERIFY(find(m_page, "copyLastAnswer")->isVisible());

    QFile foreign(m_place->path(QStringLiteral("foreign.pdf")));
    QVERIFY(foreign.open(QIODevice::WriteOnly) && foreign.write("%PDF-1.4\n") > 0);
    foreign.close();
    m_place->prompts.fileToOpen = foreign.fileName();
    QTest::mouseClick(open, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_place->prompts.messages.size(), 1, 60000);
    QVERIFY(!m_page->session().reference().isEmpty());
}

void TestInspectionPage::previewIsSetInTheBackground()
{
    m_window->showPage(QStringLiteral("sign"));
    auto *preview = find<PreviewView>(m_window.get(), "preview");
    QCOMPARE(preview->pageCount(), 0); // the page stands, its sheets are being set
    QTRY_VERIFY_WITH_TIMEOUT(preview->pageCount() > 5, 60000);
    QVERIFY(!find(preview, "previewWork")->isVisible());
}

QTEST_MAIN(TestInspectionPage)
#include "tst_inspection_page.moc"
