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
QList<Attack> neighbours();

} // namespace tenken::test
