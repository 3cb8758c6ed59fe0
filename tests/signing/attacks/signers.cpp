#include "signing/attacks/attack.h"

#include "signing/cms/cms_builder.h"
#include "signing/pdf/document_signer.h"
#include "signing/pdf/long_term.h"
#include "support/local_tsa.h"

namespace tenken::test {

namespace {

QByteArray signedBy(const Victim &v, const QByteArray &pdf, Role field, const Signer &signer)
{
    return valueOrDie(signDocument(pdf, v.city.request(field), signer), "sign");
}

/// Another authority that calls itself the same
std::unique_ptr<Signer> lookAlike(const Victim &v)
{
    QTemporaryDir folder;
    Authority other = valueOrDie(Authority::create(folder.filePath(QStringLiteral("ca")), QStringLiteral("熊本市"),
                                                   SecretBytes("x"), AuthorityKey::EcP256, v.city.clock, 1000),
                                 "authority");
    return valueOrDie(other.issue({QStringLiteral("U0004"),
                                   Role::Inspector,
                                   QStringLiteral("職員 inspector"),
                                   {},
                                   {},
                                   AuthorityKey::EcP256}),
                      "issue")
        .toSigner();
}

std::unique_ptr<Signer> validBetween(const Victim &v, int fromDay, int toDay)
{
    IssueRequest request{QStringLiteral("U0004"),     Role::Inspector,
                         QStringLiteral("期限 太郎"), sampleTime().addDays(fromDay),
                         sampleTime().addDays(toDay), AuthorityKey::EcP256};
    return valueOrDie(v.city.authority->issue(request), "issue").toSigner();
}

/// Gives what it is told to give
class AnyToken final : public TimestampAuthority {
public:
    using Give = std::function<QByteArray(const QByteArray &sha256)>;
    explicit AnyToken(Give give) : m_give(std::move(give)) { }
    Result<QByteArray> requestToken(const QByteArray &sha256) const override { return m_give(sha256); }

private:
    Give m_give;
};

} // namespace

/// Signatures that are right, by the wrong person
QList<Attack> signerAttacks()
{
    using V = Verdict;
    return {
        {"approver alone", [](auto &v) { return v.city.sign(v.draft, Role::Approver); }, V::Untrusted, Reason::V1},
        {"approver before inspector",
         [](auto &v) { return v.city.sign(v.city.sign(v.draft, Role::Approver), Role::Inspector); }, V::Untrusted,
         Reason::V4},
        {"approver's key in the inspector's field",
         [](auto &v) { return signedBy(v, v.draft, Role::Inspector, v.city.signer(Role::Approver)); }, V::Untrusted,
         Reason::RoleMismatch},
        {"auditor's key in the inspector's field",
         [](auto &v) { return signedBy(v, v.draft, Role::Inspector, v.city.signer(Role::Auditor)); }, V::Untrusted,
         Reason::V2},
        {"division's key in the approver's field",
         [](auto &v) { return signedBy(v, v.once, Role::Approver, v.city.signer(Role::Division)); }, V::Untrusted,
         Reason::V2},
        {"inspector approves with the own key",
         [](auto &v) { return signedBy(v, v.once, Role::Approver, v.city.signer(Role::Inspector)); }, V::Untrusted,
         Reason::SamePerson},
        {"one person with two keys",
         [](auto &v) {
             return signedBy(v, v.once, Role::Approver,
                             *v.city.issue(Role::Approver, QStringLiteral("職員 inspector")));
         },
         V::Untrusted, Reason::SamePerson},
        {"authority that looks alike", [](auto &v) { return signedBy(v, v.draft, Role::Inspector, *lookAlike(v)); },
         V::Untrusted, Reason::UnknownIssuer},
        {"certificate run out",
         [](auto &v) { return signedBy(v, v.draft, Role::Inspector, *validBetween(v, -20, -1)); }, V::Untrusted,
         Reason::Expired},
        {"certificate of tomorrow",
         [](auto &v) { return signedBy(v, v.draft, Role::Inspector, *validBetween(v, 20, 40)); }, V::Untrusted,
         Reason::NotYetValid},
    };
}

/// What stands in the archive field instead of an honest authority's token
QList<Attack> timestampAttacks()
{
    const auto sealed = [](const Victim &v, const std::function<QByteArray(const QByteArray &)> &token) {
        return valueOrDie(addDocumentTimestamp(v.twice, AnyToken(token)), "seal");
    };
    const auto strangerFor = [](const QByteArray &sha256) {
        static const testing::Identity root = testing::makeRoot(testing::authoritySpec("見知らぬ時刻認証局"));
        static const testing::LocalTsa tsa(testing::issueTo(testing::timestamperSpec(), root), sampleTime());
        return valueOrDie(tsa.requestToken(sha256), "token");
    };
    return {
        {"seal of zeros", [=](auto &v) { return sealed(v, [](auto &) { return QByteArray(100, '\0'); }); },
         Verdict::Altered, Reason::C7},
        {"seal that is no token", [=](auto &v) { return sealed(v, [](auto &) { return QByteArray("\x30\x00", 2); }); },
         Verdict::Altered, Reason::C7},
        {"seal of another document",
         [=](auto &v) { return sealed(v, [=](auto &) { return strangerFor(QByteArray(32, 'x')); }); }, Verdict::Altered,
         Reason::C7},
        {"seal by an approver's signature",
         [=](auto &v) {
             const Signer &approver = v.city.signer(Role::Approver);
             return sealed(v, [&](auto &sha256) { return valueOrDie(buildSignature(approver, sha256), "cms"); });
         },
         Verdict::Altered, Reason::C7},
        {"seal by an unknown authority", [=](auto &v) { return sealed(v, strangerFor); }, Verdict::Untrusted,
         Reason::UnknownIssuer},
        {"seal broken by what follows",
         [=](auto &v) {
             const Forge f(sealed(v, strangerFor));
             return f.updated({{f.content(), f.body(f.content())}});
         },
         Verdict::Altered, Reason::D1},
    };
}

} // namespace tenken::test
