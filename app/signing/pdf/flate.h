#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace tenken {

constexpr qsizetype kMaxUnpacked = 64LL * 1024 * 1024;

/// Counts down over all streams of one file, so that no set of streams grows beyond it
struct InflateBudget {
    qsizetype left = kMaxUnpacked;
};

/// Whether data is exactly one zlib stream (RFC 1950): checksum right, nothing behind it, at most limit bytes and
/// within the budget. Its bytes are in output then, and nothing otherwise; the room that output has is used again.
bool inflate(QByteArrayView data, InflateBudget &budget, QByteArray &output, qsizetype limit);

/// Up to limit bytes of what can be unpacked, whatever its state: for looking at foreign files only.
QByteArray inflateBeginning(QByteArrayView data, qsizetype limit);

/// Bytes that depend on the data and on libdeflate's version alone
QByteArray deflate(QByteArrayView data);
/// A zlib stream that holds the data as they are (RFC 1951, 3.2.4)
QByteArray stored(QByteArrayView data);

} // namespace tenken
