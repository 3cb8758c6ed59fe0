#include "signing/pdf/flate.h"

#include <algorithm>
#include <array>
#include <zlib.h>

namespace tenken {

namespace {

class Inflater {
public:
    explicit Inflater(QByteArrayView data)
    {
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(data.data()));
        m_stream.avail_in = static_cast<uInt>(data.size());
        m_state = inflateInit(&m_stream);
    }
    ~Inflater() { inflateEnd(&m_stream); }
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    /// The next piece; empty at the end and on an error
    QByteArrayView next()
    {
        if (m_state != Z_OK)
            return {};
        m_stream.next_out = reinterpret_cast<Bytef *>(m_piece.data());
        m_stream.avail_out = static_cast<uInt>(m_piece.size());
        // told to finish, zlib keeps no window for a stream that fits in one piece, as nearly all of ours do
        m_state = ::inflate(&m_stream, Z_FINISH);
        if (m_state == Z_BUF_ERROR && m_stream.avail_out == 0)
            m_state = Z_OK; // there is more
        return {m_piece.data(), static_cast<qsizetype>(m_piece.size() - m_stream.avail_out)};
    }
    bool endedExactly() const { return m_state == Z_STREAM_END && m_stream.avail_in == 0; }

private:
    z_stream m_stream = {};
    int m_state = Z_OK;
    std::array<char, 65536> m_piece;
};

QByteArray packed(QByteArrayView data, int level)
{
    uLongf size = compressBound(static_cast<uLong>(data.size()));
    QByteArray bytes(static_cast<qsizetype>(size), Qt::Uninitialized);
    compress2(reinterpret_cast<Bytef *>(bytes.data()), &size, reinterpret_cast<const Bytef *>(data.data()),
              static_cast<uLong>(data.size()), level);
    bytes.truncate(static_cast<qsizetype>(size));
    return bytes;
}

} // namespace

bool inflate(QByteArrayView data, InflateBudget &budget, QByteArray *output, qsizetype limit)
{
    Inflater inflater(data);
    qsizetype total = 0;
    for (QByteArrayView piece = inflater.next(); !piece.isEmpty(); piece = inflater.next()) {
        total += piece.size();
        budget.left -= piece.size();
        if (budget.left < 0 || (output && total > limit))
            return false;
        if (output)
            output->append(piece);
    }
    return inflater.endedExactly();
}

QByteArray inflateBeginning(QByteArrayView data, qsizetype limit)
{
    QByteArray output;
    Inflater inflater(data);
    for (QByteArrayView piece = inflater.next(); !piece.isEmpty() && output.size() < limit; piece = inflater.next())
        output.append(piece.first(std::min(piece.size(), limit - output.size())));
    return output;
}

QByteArray deflate(QByteArrayView data, int level) { return packed(data, level); }

QByteArray stored(QByteArrayView data) { return packed(data, Z_NO_COMPRESSION); }

} // namespace tenken
