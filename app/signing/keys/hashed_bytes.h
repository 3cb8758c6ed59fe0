#pragma once

#include <QByteArray>

#include <vector>

namespace tenken {

/// Bytes, and SHA-256 of parts that begin where they begin: what these parts have in common is read once. Used by one
/// thread at a time. A digest is empty when OpenSSL refuses.
class HashedBytes {
public:
    explicit HashedBytes(QByteArray bytes);
    ~HashedBytes();
    HashedBytes(const HashedBytes &) = delete;
    HashedBytes &operator=(const HashedBytes &) = delete;

    const QByteArray &bytes() const { return m_bytes; }
    QByteArray sha256();
    /// Of the bytes until gapBegin and of those from gapEnd until end
    QByteArray sha256Around(qsizetype gapBegin, qsizetype gapEnd, qsizetype end);

private:
    struct State;
    const State *readUntil(qsizetype end);
    QByteArray m_bytes;
    std::vector<State> m_states; ///< on the way through the bytes, ascending
};

} // namespace tenken
