#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace tenken {

/// SHA-256 by the processor's own instructions where it has them, which QCryptographicHash leaves unused
QByteArray sha256Of(QByteArrayView bytes);

} // namespace tenken
