#include "signing/pdf/policy_rules.h"

namespace tenken {

namespace {

void add(QList<Reason> &reasons, std::initializer_list<Reason> more)
{
    for (const Reason reason : more) {
        if (!reasons.contains(reason))
            reasons.append(reason);
    }
}

bool isSamePerson(const SignedField &a, const SignedField &b)
{
    return a.signer && b.signer
        && (a.signer->spkiDer() == b.signer->spkiDer() || a.signer->subjectDer() == b.signer->subjectDer());
}

} // namespace

QList<Reason> checkPolicy(const DocumentContent &content, const QList<SignedField> &signatures)
{
    QList<Reason> reasons;
    qsizetype last = -1;
    for (qsizetype i = 0; i < signatures.size(); ++i) {
        const SignedField &signature = signatures[i];
        const auto fieldRole = roleFromCode(QString::fromLatin1(signature.field));
        const qsizetype position = fieldRole ? content.fields.indexOf(*fieldRole) : -1;
        if (position < 0 || signature.role != fieldRole)
            add(reasons, {Reason::V2, Reason::RoleMismatch});
        if (position < last)
            add(reasons, {Reason::V4});
        last = position;
        for (qsizetype j = 0; j < i; ++j) {
            if (isSamePerson(signatures[j], signature))
                add(reasons, {Reason::V3, Reason::SamePerson});
        }
    }
    const bool answered = !signatures.isEmpty() && !content.fields.isEmpty()
        && signatures.first().field == toCode(content.fields.first()).toLatin1();
    if (!answered)
        add(reasons, {Reason::V1});
    return reasons;
}

} // namespace tenken
