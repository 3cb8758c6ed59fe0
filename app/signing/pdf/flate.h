#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace tenken {

/// Counts down over all streams of one file, so that no set of streams grows beyond it
struct InflateBudget {
    qint64 left = 64LL * 1024 * 1024;
};

/// Whether data is exactly one zlib stream (RFC 1950): checksum right, nothing behind it, within the budget.
/// Collects the bytes in output when given (at most limit); without it nothing is kept.
bool inflate(QByteArrayView data, InflateBudget &budget, QByteArray *output = nullptr,
             qsizetype limit = 16LL * 1024 * 1024);

/// Up to limit bytes of what can be unpacked, whatever its state: for looking at foreign files only.
QByteArray inflateBeginning(QByteArrayView data, qsizetype limit);

/// level: zlib's, 1 is fast and 9 small; -1 is its own choice
QByteArray deflate(QByteArrayView data, int level = -1);
/// A zlib stream that holds the data as they are (RFC 1951, 3.2.4)
QByteArray stored(QByteArrayView data);

} // namespace tenken
