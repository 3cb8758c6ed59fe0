#include "workflow/trust_files.h"

#include "exchange/roles_reader.h"
#include "signing/cms/crl.h"
#include "workflow/files.h"

namespace tenken {

namespace {

constexpr qint64 largestTrustFile = 8 << 20;

Status addAnchors(TrustPolicy &policy, const QString &path)
{
    const Result<QByteArray> content = readFile(path, largestTrustFile);
    if (!content) {
        return fail(content);
    }
    const Result<QList<Certificate>> certificates = Certificate::listFromFile(*content);
    if (!certificates || certificates->isEmpty()) {
        return fail(ErrorCode::CertificateUnreadable, path);
    }
    policy.anchors << *certificates;
    return {};
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
            return fail(ErrorCode::MalformedCsv, files.roles);
        }
        policy.roles = *roles.value;
    }
    return policy;
}

} // namespace tenken
