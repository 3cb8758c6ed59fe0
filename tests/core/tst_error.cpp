#include "core/result.h"

#include "support/enum_values.h"

using namespace tenken;

class ErrorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCodeIsAMachineWordOfItsOwn();
    void aFailureIsPassedUpUnchanged();
};

void ErrorTest::everyCodeIsAMachineWordOfItsOwn()
{
    static const QRegularExpression machineWord(QStringLiteral("\\A[a-z0-9]+(-[a-z0-9]+)*\\z"));
    QSet<QString> codes;
    for (const ErrorCode code : support::enumValues<ErrorCode>()) {
        QVERIFY2(machineWord.match(toCode(code)).hasMatch(), qPrintable(toCode(code)));
        codes.insert(toCode(code));
    }
    QCOMPARE(codes.size(), support::enumValues<ErrorCode>().size());
    QVERIFY(codes.contains(QStringLiteral("wrong-passphrase")));
}

void ErrorTest::aFailureIsPassedUpUnchanged()
{
    const Error error{ErrorCode::DiskFull, "a.pdf", "ENOSPC"};
    const Result<int> inner = fail(error);
    const Result<QString> outer = fail(inner);
    QVERIFY(!outer);
    QCOMPARE(outer.error(), error);
    QCOMPARE(Status(fail(ErrorCode::DiskFull, "a.pdf", "ENOSPC")).error(), error);
    QCOMPARE(Result<int>(7).value(), 7);
    QVERIFY(Status().has_value());
}

QTEST_GUILESS_MAIN(ErrorTest)
#include "tst_error.moc"
