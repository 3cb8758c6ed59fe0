#pragma once

#include <QByteArray>

#include <cstdlib>

namespace tenken::fuzz {

inline QByteArray bytesOf(const uint8_t *data, size_t size)
{
    return QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
}

/// A property that must hold for every input, also without assertions
inline void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace tenken::fuzz
