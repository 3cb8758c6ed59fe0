#include "workflow/documents/http_timestamp_authority.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

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
    if (m_address.scheme() != QStringLiteral("http") && m_address.scheme() != QStringLiteral("https")) {
        return fail(ErrorCode::TimestampFailed, m_address.toString(QUrl::RemoveUserInfo), QStringLiteral("scheme"));
    }
    const Result<QByteArray> body = timestampRequest(sha256);
    if (!body) {
        return body;
    }
    QNetworkAccessManager network;
    QNetworkRequest request(m_address);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/timestamp-query"));
    // A redirection could lead anywhere: the person named this address and no other.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    const std::unique_ptr<QNetworkReply> reply(network.post(request, *body));
    reply->setReadBufferSize(largestResponse + 1);
    bool isTooLarge = false;
    QEventLoop waiting;
    QObject::connect(reply.get(), &QNetworkReply::finished, &waiting, &QEventLoop::quit);
    QObject::connect(reply.get(), &QNetworkReply::readyRead, reply.get(), [&] {
        isTooLarge = isTooLarge || reply->bytesAvailable() > largestResponse;
        if (isTooLarge) {
            reply->abort();
        }
    });
    // One limit for the whole, however slowly the answer drips
    QTimer::singleShot(m_timeoutMs, reply.get(), [&] { reply->abort(); });
    if (!reply->isFinished()) {
        waiting.exec();
    }
    const QString address = m_address.toString(QUrl::RemoveUserInfo);
    if (isTooLarge || reply->error() != QNetworkReply::NoError) {
        return fail(ErrorCode::TimestampFailed, address,
                    isTooLarge ? QStringLiteral("answer too large") : reply->errorString());
    }
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    constexpr int ok = 200;
    if (status != ok) {
        return fail(ErrorCode::TimestampFailed, address, QStringLiteral("HTTP %1").arg(status));
    }
    const Result<QByteArray> token = tokenFromResponse(reply->read(largestResponse), *body);
    if (!token) {
        return fail(ErrorCode::TimestampFailed, address, token.error().detail);
    }
    return token;
}

} // namespace tenken
