#include "signing/pdf/flate.h"

#include <algorithm>
#include <libdeflate.h>
#include <memory>
#include <zlib.h>

namespace tenken {

namespace {

/// Page content unpacks to eight times its size; with this guess hardly a stream is unpacked twice.
constexpr qsizetype kUsualRatio = 12;

constexpr int kUsualLevel = 6; // as small as zlib does it, in half the time

struct Freed {
    void operator()(libdeflate_compressor *compressor) const { libdeflate_free_compressor(compressor); }
    void operator()(libdeflate_decompressor *decompressor) const { libdeflate_free_decompressor(decompressor); }
};

Bytef *bytes(QByteArrayView data) { return reinterpret_cast<Bytef *>(const_cast<char *>(data.data())); }

/// Room for size bytes, whatever they are: nothing is copied, and the old room is given back first
void makeRoom(QByteArray &output, qsizetype size)
{
    if (output.capacity() < size) {
        output = QByteArray();
        output = QByteArray(size, Qt::Uninitialized);
    }
    output.resize(size);
}

QByteArray packed(QByteArrayView data, int level)
{
    const auto size = static_cast<std::size_t>(data.size());
    const std::unique_ptr<libdeflate_compressor, Freed> compressor(libdeflate_alloc_compressor(level));
    Q_CHECK_PTR(compressor.get());
    QByteArray packed(static_cast<qsizetype>(libdeflate_zlib_compress_bound(compressor.get(), size)),
                      Qt::Uninitialized);
    const std::size_t written = libdeflate_zlib_compress(compressor.get(), data.data(), size, packed.data(),
                                                         static_cast<std::size_t>(packed.size()));
    packed.truncate(static_cast<qsizetype>(written));
    return packed;
}

} // namespace

bool inflate(QByteArrayView data, InflateBudget &budget, QByteArray &output, qsizetype limit)
{
    const std::unique_ptr<libdeflate_decompressor, Freed> decompressor(libdeflate_alloc_decompressor());
    const qsizetype most = std::min<qsizetype>(limit, budget.left);
    qsizetype room = std::min(std::max(data.size() * kUsualRatio, output.capacity()), most);
    std::size_t read = 0;
    std::size_t written = 0;
    libdeflate_result result = LIBDEFLATE_INSUFFICIENT_SPACE;
    for (bool again = decompressor != nullptr; again;) {
        makeRoom(output, room);
        result = libdeflate_zlib_decompress_ex(decompressor.get(), data.data(), static_cast<std::size_t>(data.size()),
                                               output.data(), static_cast<std::size_t>(room), &read, &written);
        again = result == LIBDEFLATE_INSUFFICIENT_SPACE && room < most;
        room = again ? std::min(room * 4, most) : room;
    }
    const bool isOneStream = result == LIBDEFLATE_SUCCESS && read == static_cast<std::size_t>(data.size());
    output.resize(isOneStream ? static_cast<qsizetype>(written) : 0);
    budget.left -= isOneStream ? output.size() : room;
    return isOneStream;
}

QByteArray inflateBeginning(QByteArrayView data, qsizetype limit)
{
    QByteArray output(limit, Qt::Uninitialized);
    z_stream stream = {};
    stream.next_in = bytes(data);
    stream.avail_in = static_cast<uInt>(data.size());
    stream.next_out = bytes(output);
    stream.avail_out = static_cast<uInt>(limit);
    if (inflateInit(&stream) == Z_OK)
        ::inflate(&stream, Z_SYNC_FLUSH);
    inflateEnd(&stream);
    output.truncate(limit - static_cast<qsizetype>(stream.avail_out));
    return output;
}

QByteArray deflate(QByteArrayView data) { return packed(data, kUsualLevel); }

QByteArray stored(QByteArrayView data) { return packed(data, 0); }

} // namespace tenken
