#pragma once

#include "signing/cms/timestamp.h"
#include "support/test_pki.h"

#include <openssl/ts.h>

/// A timestamp authority in memory, made with OpenSSL. For tests of signing only.
namespace tenken::testing {

class LocalTsa final : public TimestampAuthority {
public:
    LocalTsa(Identity identity, QDateTime time) : m_identity(std::move(identity)), m_time(std::move(time)) { }

    void setTime(const QDateTime &time) { m_time = time; }
    void setExtraCertificates(const QList<Certificate> &extra) { m_extra = extra; }

    /// The TimeStampResp for a DER TimeStampReq
    QByteArray respond(const QByteArray &request) const
    {
        const BioPtr bio = readBio(request);
        const OpensslPtr<TS_RESP_CTX, TS_RESP_CTX_free> context(TS_RESP_CTX_new());
        const X509StackPtr extra(sk_X509_new_null());
        for (const Certificate &certificate : m_extra)
            X509_add_cert(extra.get(), certificate.handle(), X509_ADD_FLAG_UP_REF);
        const Asn1ObjectPtr policy(OBJ_txt2obj("1.2.3.4.1", 1));
        TS_RESP_CTX_set_signer_cert(context.get(), m_identity.certificate.handle());
        TS_RESP_CTX_set_signer_key(context.get(), m_identity.key.handle());
        TS_RESP_CTX_set_signer_digest(context.get(), EVP_sha256());
        TS_RESP_CTX_set_ess_cert_id_digest(context.get(), EVP_sha256());
        TS_RESP_CTX_set_def_policy(context.get(), policy.get());
        TS_RESP_CTX_set_certs(context.get(), extra.get());
        for (const EVP_MD *digest : {EVP_sha256(), EVP_sha384(), EVP_sha512()})
            TS_RESP_CTX_add_md(context.get(), digest);
        TS_RESP_CTX_set_serial_cb(context.get(), &LocalTsa::serial, nullptr);
        TS_RESP_CTX_set_time_cb(context.get(), &LocalTsa::time, const_cast<QDateTime *>(&m_time));
        const OpensslPtr<TS_RESP, TS_RESP_free> response(TS_RESP_create_response(context.get(), bio.get()));
        return toDer(i2d_TS_RESP, response.get());
    }

    Result<QByteArray> requestToken(const QByteArray &sha256) const override
    {
        const auto request = timestampRequest(sha256);
        if (!request)
            return fail(request);
        return tokenFromResponse(respond(*request), *request);
    }

private:
    static ASN1_INTEGER *serial(TS_RESP_CTX *, void *)
    {
        ASN1_INTEGER *number = ASN1_INTEGER_new();
        ASN1_INTEGER_set(number, 77);
        return number;
    }
    static int time(TS_RESP_CTX *, void *data, long *seconds, long *microseconds)
    {
        *seconds = static_cast<long>(static_cast<QDateTime *>(data)->toSecsSinceEpoch());
        *microseconds = 0;
        return 1;
    }

    Identity m_identity;
    QDateTime m_time;
    QList<Certificate> m_extra;
};

} // namespace tenken::testing
