#include "signing/attacks/attack.h"

#include "signing/pdf/document_signer.h"
#include "signing/pdf/long_term.h"
#include "support/local_tsa.h"

namespace tenken::test {

namespace {

using W = Warning;

const testing::Identity &stampRoot()
{
    static const testing::Identity root = testing::makeRoot(testing::authoritySpec("時刻認証局"));
    return root;
}

testing::LocalTsa stampsAt(const QDateTime &time)
{
    static const testing::Identity timestamper = testing::issueTo(testing::timestamperSpec(), stampRoot());
    return {timestamper, time};
}

void believeStamps(TrustPolicy &policy) { policy.anchors.append(stampRoot().certificate); }

/// The verifier has no lists of its own: it takes those of the file
void haveNoLists(TrustPolicy &policy)
{
    believeStamps(policy);
    policy.crls = {};
}

QByteArray sealed(const QByteArray &pdf, int minutes = 0)
{
    return valueOrDie(addDocumentTimestamp(pdf, stampsAt(sampleTime().addSecs(minutes * 60))), "seal");
}

/// A DSS with lists of both authorities
QByteArray withLists(const Victim &v, const QByteArray &pdf)
{
    const QByteArray list = v.city.policy.crls.lists().first().der();
    return valueOrDie(addDss(pdf, {}, {list, testing::makeCrlOf(stampRoot(), {})}), "dss");
}

QByteArray stampedAt(const Victim &v, int minutes)
{
    const testing::LocalTsa tsa = stampsAt(sampleTime().addSecs(minutes * 60));
    return valueOrDie(signDocument(v.draft, v.city.request(Role::Inspector), v.city.signer(Role::Inspector), &tsa),
                      "sign");
}

/// Approval is missing in what the inspector signed alone
const QList<Doubt> kDoubts = {
    {"inspector alone", [](auto &v) { return v.once; }, {W::ApprovalMissing}},
    {"both", [](auto &v) { return v.twice; }, {}},
    {"claims to be of tomorrow",
     [](auto &v) { return v.city.sign(v.draft, Role::Inspector, 24 * 60 + 6); },
     {W::ClockSkew, W::ApprovalMissing}},
    {"clock five minutes fast",
     [](auto &v) { return v.city.sign(v.draft, Role::Inspector, 24 * 60 + 5); },
     {W::ApprovalMissing}},
    {"approved before it was signed", [](auto &v) { return v.city.sign(v.once, Role::Approver, -6); }, {W::ClockSkew}},
    {"approved five minutes before", [](auto &v) { return v.city.sign(v.once, Role::Approver, -5); }, {}},
    {"stamped two days before",
     [](auto &v) { return stampedAt(v, -48 * 60); },
     {W::RevocationNotChecked, W::ClockSkew, W::ApprovalMissing},
     believeStamps},
    {"stamped two hours before",
     [](auto &v) { return stampedAt(v, -2 * 60); },
     {W::RevocationNotChecked, W::ApprovalMissing},
     believeStamps},
    {"stamped tomorrow",
     [](auto &v) { return stampedAt(v, 24 * 60 + 6); },
     {W::RevocationNotChecked, W::ClockSkew, W::ApprovalMissing},
     believeStamps},
    {"sealed two days before it was signed",
     [](auto &v) { return sealed(v.twice, -48 * 60); },
     {W::RevocationNotChecked, W::ClockSkew},
     believeStamps},
    {"sealed two hours before",
     [](auto &v) { return sealed(v.twice, -2 * 60); },
     {W::RevocationNotChecked},
     believeStamps},
    {"no lists at all", [](auto &v) { return v.twice; }, {W::RevocationNotChecked}, haveNoLists},
    {"lists that nothing seals", [](auto &v) { return withLists(v, v.twice); }, {W::RevocationNotChecked}, haveNoLists},
    {"sealed lists", [](auto &v) { return sealed(withLists(v, v.twice)); }, {}, haveNoLists},
    {"lists behind the seal",
     [](auto &v) { return withLists(v, sealed(v.twice)); },
     {W::RevocationNotChecked},
     haveNoLists},
    {"response in a DSS", [](auto &v) { return withDss(v.twice, "/OCSPs [ n 0 R ]", ocspResponse()); }, {}},
};

} // namespace

QList<Doubt> doubts() { return kDoubts; }

} // namespace tenken::test
