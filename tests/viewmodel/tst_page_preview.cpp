#include "viewmodel/shell/page_preview.h"
#include "viewmodel/viewmodel_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace tenken;

class TestPagePreview : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void pagesAreCounted();
    void cancelledOneIsNotHeardOf();
    void laterOrderOvertakes();
    void outlivesItsOwner();
    void layoutStopsWhenItIsTold();

private:
    Submission submission(int times) const;

    std::unique_ptr<support::DeskFixture> m_fixture;
    std::unique_ptr<InspectionSession> m_session;
};

void TestPagePreview::init()
{
    m_fixture = std::make_unique<support::DeskFixture>();
    QVERIFY(m_fixture->open());
    m_session = m_fixture->session(m_fixture->start());
}

void TestPagePreview::cleanup()
{
    m_session.reset();
    m_fixture.reset();
}

/// Its items that many times over
Submission TestPagePreview::submission(int times) const
{
    Submission submission = freeze(m_session->inspection(), m_session->checklist(), m_fixture->clock.now());
    const QList<SubmittedItem> items = submission.items;
    for (int i = 1; i < times; ++i) {
        submission.items += items;
    }
    return submission;
}

void TestPagePreview::pagesAreCounted()
{
    PagePreview preview(*m_fixture->desk);
    QSignalSpy ready(&preview, &PagePreview::ready);
    QSignalSpy progressed(&preview, &PagePreview::progressed);
    preview.order(submission(10), {}, {});
    QVERIFY(preview.isBusy());
    QVERIFY(ready.wait(60000));
    QVERIFY(!preview.isBusy());
    const auto layout = ready.first().first().value<PageLayout>();
    QVERIFY(layout.pages.size() > 20);
    QVERIFY(!progressed.isEmpty());
    QVERIFY(progressed.last().first().toInt() <= layout.pages.size());
}

void TestPagePreview::cancelledOneIsNotHeardOf()
{
    PagePreview preview(*m_fixture->desk);
    QSignalSpy ready(&preview, &PagePreview::ready);
    QSignalSpy failed(&preview, &PagePreview::failed);
    QSignalSpy busy(&preview, &PagePreview::busyChanged);
    preview.order(submission(20), {}, {});
    preview.cancel();
    QVERIFY(!preview.isBusy());
    QCOMPARE(busy.size(), 2);
    preview.order(submission(1), {}, {}); // done behind it
    QVERIFY(ready.wait(60000));
    QCOMPARE(ready.size(), 1);
    QVERIFY(failed.isEmpty());
}

void TestPagePreview::laterOrderOvertakes()
{
    PagePreview preview(*m_fixture->desk);
    QSignalSpy ready(&preview, &PagePreview::ready);
    preview.order(submission(20), {}, {});
    InspectionReportOptions draft;
    draft.draft = true;
    preview.order(submission(1), {}, draft);
    QVERIFY(ready.wait(60000));
    QVERIFY(ready.first().first().value<PageLayout>().pages.size() < 20);
    QVERIFY(!preview.isBusy());
}

void TestPagePreview::outlivesItsOwner()
{
    auto preview = std::make_unique<PagePreview>(*m_fixture->desk);
    preview->order(submission(20), {}, {});
    preview.reset();
    m_session.reset();
    m_fixture.reset(); // the work still holds what it needs
    QVERIFY(QThreadPool::globalInstance()->waitForDone(60000));
}

void TestPagePreview::layoutStopsWhenItIsTold()
{
    Desk &desk = *m_fixture->desk;
    const Result<const FontBook *> book = desk.fonts();
    QVERIFY(book);
    const ExportSubmission exporter(desk.checklists(), desk.eras(), **book);
    int last = 0;
    const auto stopped = exporter.layout(submission(50), {}, {}, [&last](int pages) {
        last = pages;
        return pages < 6;
    });
    QVERIFY(!stopped && stopped.error().code == ErrorCode::Cancelled);
    QVERIFY2(last < 12, qPrintable(QString::number(last))); // what had begun is finished, no more
}

QTEST_MAIN(TestPagePreview)
#include "tst_page_preview.moc"
