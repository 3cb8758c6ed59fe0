#include "core/late_part.h"

#include <QTest>

using namespace tenken;

class TestLatePart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void missingLibraryIsTold()
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("tenken-garden")));
        const Result<QFunctionPointer> part = latePart("garden", "water");
        QVERIFY(!part);
        QCOMPARE(part.error(),
                 (Error{ErrorCode::RenderFailed, QStringLiteral("tenken-garden"), QStringLiteral("part-missing")}));
    }

    void missingFunctionIsTold()
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("water")));
        const Result<QFunctionPointer> part = latePart("signing", "water");
        QVERIFY(!part);
        QCOMPARE(part.error().detail, QStringLiteral("part-missing"));
    }

    void installedPartIsFound() { QVERIFY(latePart("signing", "assembleDocument")); }
};

QTEST_GUILESS_MAIN(TestLatePart)
#include "tst_late_part.moc"
