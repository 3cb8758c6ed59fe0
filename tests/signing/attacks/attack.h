#pragma once

#include "signing/attacks/forge.h"

#include <functional>

namespace tenken::test {

/// The honest files that attacks start from
struct Victim {
    SampleCity &city;
    QByteArray pages; ///< as rendered
    QByteArray draft; ///< revision 1
    QByteArray once; ///< signed by the inspector
    QByteArray twice; ///< and by the approver
};

/// One hostile file and what the verifier must say
struct Attack {
    const char *name;
    std::function<QByteArray(const Victim &)> make;
    Verdict verdict;
    Reason reason; ///< one of those reported
    QList<Reason> also = {}; ///< and these
    std::function<void(TrustPolicy &)> trust = {}; ///< whom the verifier believes, when it is not the city alone
};

/// A file that is accepted, and what must be told about it
struct Doubt {
    const char *name;
    std::function<QByteArray(const Victim &)> make;
    QList<Warning> warnings; ///< exactly these
    std::function<void(TrustPolicy &)> trust = {};
};

QList<Attack> byteAttacks();
QList<Attack> spellingAttacks();
QList<Attack> tableAttacks();
QList<Attack> contentAttacks();
QList<Attack> attachmentAttacks();
QList<Attack> byteRangeAttacks();
QList<Attack> updateAttacks();
QList<Attack> signerAttacks();
QList<Attack> timestampAttacks();
QList<Attack> cmsAttacks();
QList<Attack> limitAttacks();
QList<Attack> neighbours();
QList<Doubt> doubts();

} // namespace tenken::test
