#include "workflow/trust_files.h"

#include "exchange/roles_reader.h"
#include "exchange/round_file.h"
#include "signing/cms/crl.h"
#include "wording/diagnostic_words.h"
#include "workflow/files.h"

namespace tenken {

namespace {

constexpr qint64 largestTrustFile = 16 << 20;

QList<QByteArray> anchorsOfRound(const QByteArray &content, const QString &path)
{
    QList<QByteArray> anchors;
    if (const Reading<Round> round = readRound(content, path)) {
        for (const QString &pem : round.value->trustAnchors) {
            anchors << pem.toUtf8();
        }
    }
    return anchors;
}

Status addAnchors(TrustPolicy &policy, const QString &path)
{
    const Result<QByteArray> content = readFile(path, largestTrustFile);
    if (!content) {
        return fail(content);
    }
    const qsizetype before = policy.anchors.size();
    const QList<QByteArray> texts =
        content->trimmed().startsWith('{') ? anchorsOfRound(*content, path) : QList<QByteArray>{*content};
    for (const QByteArray &text : texts) {
        const Result<QList<Certificate>> certificates = Certificate::listFromFile(text);
        if (!certificates) {
            return fail(ErrorCode::CertificateUnreadable, path);
        }
        policy.anchors << *certificates;
    }
    return policy.anchors.size() > before ? Status() : fail(ErrorCode::CertificateUnreadable, path);
}

Status addCrl(TrustPolicy &policy, const QString &path)
{
    const Result<QByteArray> content = readFile(path, largestTrustFile);
    if (!content) {
        return fail(content);
    }
    if (!checkCrl(*content)) {
        return fail(ErrorCode::CertificateUnreadable, path);
    }
    policy.crls << *content;
    return {};
}

} // namespace

Result<TrustPolicy> loadTrust(const TrustFiles &files)
{
    TrustPolicy policy;
    policy.allowRsa2048 = files.allowRsa2048;
    for (const QString &path : files.anchors) {
        if (const Status added = addAnchors(policy, path); !added) {
            return fail(added);
        }
    }
    for (const QString &path : files.crls) {
        if (const Status added = addCrl(policy, path); !added) {
            return fail(added);
        }
    }
    if (!files.roles.isEmpty()) {
        const Result<QByteArray> content = readFile(files.roles, largestTrustFile);
        if (!content) {
            return fail(content);
        }
        const Reading<QList<RoleMapping>> roles = readRoles(*content, files.roles);
        if (!roles) {
            return fail(ErrorCode::MalformedCsv, files.roles, wording::located(roles.problems.value(0)));
        }
        policy.roles = *roles.value;
    }
    return policy;
}

} // namespace tenken
