#include "workflow/http_timestamp_authority.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <memory>
#include <utility>

namespace tenken {

namespace {

constexpr qint64 largestResponse = 64 * 1024;

} // namespace

HttpTimestampAuthority::HttpTimestampAuthority(QUrl address, int timeoutMs)
    : m_address(std::move(address)), m_timeoutMs(timeoutMs)
{ }

Result<QByteArray> HttpTimestampAuthority::requestToken(const QByteArray &sha256) const
{
    const Result<QByteArray> body = timestampRequest(sha256);
    if (!body) {
        return body;
    }
    QNetworkAccessManager network;
    QNetworkRequest request(m_address);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/timestamp-query"));
    request.setTransferTimeout(m_timeoutMs);
    const std::unique_ptr<QNetworkReply> reply(network.post(request, *body));
    QEventLoop waiting;
    QObject::connect(reply.get(), &QNetworkReply::finished, &waiting, &QEventLoop::quit);
    QObject::connect(reply.get(), &QNetworkReply::downloadProgress, reply.get(), [&reply](qint64 received) {
        if (received > largestResponse) {
            reply->abort();
        }
    });
    if (!reply->isFinished()) {
        waiting.exec();
    }
    if (reply->error() != QNetworkReply::NoError) {
        return fail(ErrorCode::TimestampFailed, m_address.toString(), reply->errorString());
    }
    return tokenFromResponse(reply->read(largestResponse), *body);
}

} // namespace tenken
