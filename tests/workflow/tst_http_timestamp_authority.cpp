#include "support/http_tsa.h"
#include "support/local_tsa.h"
#include "workflow/documents/http_timestamp_authority.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QTest>

using namespace tenken;
using namespace tenken::support;
using namespace tenken::testing;

Q_DECLARE_METATYPE(HttpTsa::Answer)

/// What an authority at the other end of a network may do
class TestHttpTimestampAuthority : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesTheToken();
    void tellsWhatWentWrong_data();
    void tellsWhatWentWrong();
    void asksOnlyByHttp();

private:
    const QByteArray m_digest = QCryptographicHash::hash("document", QCryptographicHash::Sha256);
    const Identity m_root = makeRoot(authoritySpec("TSA root"));
    const LocalTsa m_tsa{issueTo(timestamperSpec(), m_root), utc(2026, 11, 22)};
};

void TestHttpTimestampAuthority::givesTheToken()
{
    const HttpTsa server([this](const QByteArray &body) { return HttpTsa::response(m_tsa.respond(body)); });
    const Result<QByteArray> token = HttpTimestampAuthority(QUrl(server.address())).requestToken(m_digest);
    QVERIFY2(token, token ? "" : qPrintable(token.error().detail));
    const auto digestOf = [this](QCryptographicHash::Algorithm) { return m_digest; };
    QVERIFY(
        verifyTimestampToken(*token, digestOf, {{m_root.certificate}, {}, {}, false}, utc(2026, 11, 23)).isAccepted());
}

void TestHttpTimestampAuthority::tellsWhatWentWrong_data()
{
    QTest::addColumn<HttpTsa::Answer>("answer");
    const auto row = [](const char *name, const HttpTsa::Answer &answer) { QTest::newRow(name) << answer; };
    row("refused", nullptr);
    row("silent", [](const QByteArray &) { return QByteArray(); });
    row("no HTTP", [](const QByteArray &) { return QByteArray("hello\r\n\r\n"); });
    row("nothing inside", [](const QByteArray &) { return HttpTsa::response({}); });
    row("garbage", [](const QByteArray &) { return HttpTsa::response(QByteArray(500, '\x30')); });
    row("huge", [](const QByteArray &) { return HttpTsa::response(QByteArray(8 << 20, 'x')); });
    row("error",
        [this](const QByteArray &body) { return HttpTsa::response(m_tsa.respond(body), "500 Internal Server Error"); });
    row("no content", [](const QByteArray &) { return HttpTsa::response({}, "204 No Content"); });
    row("elsewhere",
        [](const QByteArray &) { return HttpTsa::response({}, "302 Found", "Location: http://127.0.0.1:1/\r\n"); });
    row("another nonce",
        [this](const QByteArray &) { return HttpTsa::response(m_tsa.respond(timestampRequest(m_digest).value())); });
    row("another document", [this](const QByteArray &) {
        return HttpTsa::response(m_tsa.respond(timestampRequest(QByteArray(32, 'x')).value()));
    });
    row("cut off", [this](const QByteArray &body) {
        const QByteArray whole = HttpTsa::response(m_tsa.respond(body));
        return whole.first(whole.size() - 20);
    });
}

void TestHttpTimestampAuthority::tellsWhatWentWrong()
{
    QFETCH(HttpTsa::Answer, answer);
    HttpTsa server(answer);
    if (!answer) {
        server.close();
    }
    constexpr int patience = 1500;
    const Result<QByteArray> token = HttpTimestampAuthority(QUrl(server.address()), patience).requestToken(m_digest);
    QVERIFY(!token);
    QCOMPARE(token.error().code, ErrorCode::TimestampFailed);
    QCOMPARE(token.error().subject, server.address());
    QVERIFY(!token.error().detail.isEmpty());
}

void TestHttpTimestampAuthority::asksOnlyByHttp()
{
    for (const QString &address :
         {QStringLiteral("file:///etc/passwd"), QStringLiteral("ftp://127.0.0.1/"), QStringLiteral("tsa"), QString()}) {
        const Result<QByteArray> token = HttpTimestampAuthority(QUrl(address)).requestToken(m_digest);
        QVERIFY(!token);
        QCOMPARE(token.error().code, ErrorCode::TimestampFailed);
    }
}

QTEST_GUILESS_MAIN(TestHttpTimestampAuthority)
#include "tst_http_timestamp_authority.moc"
