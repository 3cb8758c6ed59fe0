#include "signing/attacks/attack.h"

#include "signing/pdf/incremental_writer.h"
#include "signing/pdf/long_term.h"
#include "signing/pdf/signature_slot.h"
#include "support/local_tsa.h"

namespace tenken::test {

namespace {

using V = Verdict;

/// Gives what it is told to give
class AnyToken final : public TimestampAuthority {
public:
    using Give = std::function<QByteArray(const QByteArray &sha256)>;
    explicit AnyToken(Give give) : m_give(std::move(give)) { }
    Result<QByteArray> requestToken(const QByteArray &sha256) const override { return m_give(sha256); }

private:
    Give m_give;
};

QByteArray strangersToken(const QByteArray &sha256)
{
    static const testing::Identity root = testing::makeRoot(testing::authoritySpec("見知らぬ時刻認証局"));
    static const testing::LocalTsa tsa(testing::issueTo(testing::timestamperSpec(), root), sampleTime());
    return valueOrDie(tsa.requestToken(sha256), "token");
}

const QByteArray kSealEntries = "/Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161";

/// A seal whose dictionary says something else than Tenken writes
Attack sealedWith(const char *name, const QByteArray &entries, const QByteArray &inField = {}, bool drawn = false)
{
    return {name,
            [=](const Victim &v) {
                const Forge f(v.twice);
                const PdfFile file(v.twice);
                IncrementalWriter writer(file);
                const int seal = writer.reserve();
                QByteArray more = "/V " + reference(seal) + inField;
                if (drawn) {
                    const int form = writer.reserve();
                    writer.put(form, smallForm());
                    more += " /AP << /N " + reference(form) + " >>";
                }
                writer.put(f.field("archive"), f.with(f.field("archive"), more));
                return valueOrDie(writeSigned(file, writer, seal, entries, kCmsReserve, strangersToken), "seal");
            },
            Verdict::Altered, Reason::D2};
}

} // namespace

/// What stands in the archive field instead of an honest authority's token
QList<Attack> timestampAttacks()
{
    const auto sealed = [](const Victim &v, const std::function<QByteArray(const QByteArray &)> &token) {
        return valueOrDie(addDocumentTimestamp(v.twice, AnyToken(token)), "seal");
    };
    return {
        {"seal of zeros", [=](auto &v) { return sealed(v, [](auto &) { return QByteArray(100, '\0'); }); },
         Verdict::Altered, Reason::C7},
        {"seal that is no token", [=](auto &v) { return sealed(v, [](auto &) { return QByteArray("\x30\x00", 2); }); },
         Verdict::Altered, Reason::C7},
        {"seal of another document",
         [=](auto &v) { return sealed(v, [](auto &) { return strangersToken(QByteArray(32, 'x')); }); },
         Verdict::Altered, Reason::C7},
        {"seal by an approver's signature",
         [=](auto &v) {
             const Signer &approver = v.city.signer(Role::Approver);
             return sealed(v, [&](auto &sha256) { return valueOrDie(buildSignature(approver, sha256), "cms"); });
         },
         Verdict::Altered, Reason::C7},
        {"seal by an unknown authority", [=](auto &v) { return sealed(v, strangersToken); }, Verdict::Untrusted,
         Reason::UnknownIssuer},
        sealedWith("seal with a claimed time", kSealEntries + " /M (D:20261122100000+09'00')"),
        sealedWith("seal with a name", kSealEntries + " /Name (x)"),
        sealedWith("seal with a reason", kSealEntries + " /Reason (x)"),
        sealedWith("seal that certifies", kSealEntries + ' ' + RawSigning().certifyWith),
        sealedWith("seal in a person's format",
                   "/Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached"),
        sealedWith("person's signature as a seal", "/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161"),
        sealedWith("seal that renames its field", kSealEntries, " /TU (x)"),
        sealedWith("seal that shows something", kSealEntries, {}, true),
        {"seal broken by what follows",
         [=](auto &v) {
             const Forge f(sealed(v, strangersToken));
             return f.updated({{f.content(), f.body(f.content())}});
         },
         Verdict::Altered, Reason::D1},
    };
}

} // namespace tenken::test
