#include "signing/attacks/attack.h"

#include "signing/pdf/document_signer.h"
#include "support/test_pki.h"

namespace tenken::test {

namespace {

using V = Verdict;

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

const testing::Identity &sharedRoot()
{
    static const testing::Identity root = testing::makeRoot(testing::authoritySpec("共通認証局"));
    return root;
}

/// Signatures that are right, by the wrong person
const QList<Attack> kSignerAttacks = {
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
         return signedBy(v, v.once, Role::Approver, *v.city.issue(Role::Approver, QStringLiteral("職員 inspector")));
     },
     V::Untrusted, Reason::SamePerson},
    {"one key with two names",
     [](auto &v) {
         const testing::Identity root = sharedRoot();
         const testing::Identity inspector = testing::issueTo(testing::signerSpec(), root);
         testing::CertificateSpec spec =
             testing::with(testing::signerSpec(), NID_certificate_policies, rolePolicyOid(Role::Approver));
         spec.name = "another name";
         const testing::Identity approver = testing::issueFor(inspector.key, spec, root);
         const QByteArray once = signedBy(v, v.draft, Role::Inspector, KeySigner(inspector.key, inspector.certificate));
         return signedBy(v, once, Role::Approver, KeySigner(approver.key, approver.certificate));
     },
     V::Untrusted,
     Reason::SamePerson,
     {Reason::V3},
     [](auto &policy) { policy.anchors.append(sharedRoot().certificate); }},
    {"second inspector in the inspector's field",
     [](auto &v) {
         const Forge f(v.once);
         const int field = f.field("inspector");
         const auto second = v.city.issue(Role::Inspector, QStringLiteral("別人 次郎"));
         return signRaw(v.city, v.once,
                        {.certify = false, .changes = {{field, f.setting(field, "V", {})}}, .cms = [&](auto &sha256) {
                             return valueOrDie(buildSignature(*second, sha256), "cms");
                         }});
     },
     V::Altered, Reason::D2},
    {"authority that looks alike", [](auto &v) { return signedBy(v, v.draft, Role::Inspector, *lookAlike(v)); },
     V::Untrusted, Reason::UnknownIssuer},
    {"certificate run out", [](auto &v) { return signedBy(v, v.draft, Role::Inspector, *validBetween(v, -20, -1)); },
     V::Untrusted, Reason::Expired},
    {"certificate run out since it signed",
     [](auto &v) {
         return valueOrDie(signDocument(v.draft, v.city.request(Role::Inspector, -60), *validBetween(v, -20, 0)),
                           "sign");
     },
     V::Untrusted, Reason::Expired},
    {"certificate of tomorrow", [](auto &v) { return signedBy(v, v.draft, Role::Inspector, *validBetween(v, 20, 40)); },
     V::Untrusted, Reason::NotYetValid},
};

} // namespace

QList<Attack> signerAttacks() { return kSignerAttacks; }

} // namespace tenken::test
