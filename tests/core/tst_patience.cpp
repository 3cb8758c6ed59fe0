#include "core/patience.h"

#include <QTest>

using namespace tenken;

/// What fails is tried again while that may help, and the last failure is the one that is told.
class TestPatience : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void attempts_data();
    void attempts();
};

void TestPatience::attempts_data()
{
    QTest::addColumn<int>("failures"); // before it would succeed
    QTest::addColumn<int>("worthAnother"); // of them, the first so many
    QTest::addColumn<int>("made");
    QTest::addColumn<bool>("succeeds");
    QTest::newRow("at once") << 0 << 0 << 1 << true;
    QTest::newRow("the third") << 2 << 2 << 3 << true;
    QTest::newRow("the last") << 5 << 5 << 6 << true;
    QTest::newRow("not for ever") << 6 << 6 << 6 << false;
    QTest::newRow("hopeless") << 1 << 0 << 1 << false;
    QTest::newRow("hopeless after a while") << 5 << 2 << 3 << false;
}

void TestPatience::attempts()
{
    QFETCH(int, failures);
    QFETCH(int, worthAnother);
    int made = 0;
    const Status status = patiently([&]() -> Attempt {
        ++made;
        if (made > failures) {
            return {};
        }
        return {fail(ErrorCode::FileUnwritable, QString::number(made)), made <= worthAnother};
    });
    QTEST(made, "made");
    QTEST(status.has_value(), "succeeds");
    if (!status) {
        QCOMPARE(status.error().subject, QString::number(made));
    }
}

QTEST_GUILESS_MAIN(TestPatience)
#include "tst_patience.moc"
