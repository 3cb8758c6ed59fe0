#include "signing/keys/hashed_bytes.h"

#include "signing/keys/openssl_ptr.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tenken {

namespace {

constexpr qsizetype fewest = 32 * 1024; // bytes between two states: as long as the copy of a state takes is far less
constexpr qsizetype mostStates = 16;

bool update(EVP_MD_CTX *context, const QByteArray &bytes, qsizetype begin, qsizetype end)
{
    return EVP_DigestUpdate(context, bytes.constData() + begin, static_cast<std::size_t>(end - begin)) == 1;
}

MdCtxPtr copyOf(const EVP_MD_CTX *context)
{
    MdCtxPtr copy(EVP_MD_CTX_new());
    return copy && EVP_MD_CTX_copy_ex(copy.get(), context) == 1 ? std::move(copy) : nullptr;
}

} // namespace

/// What SHA-256 knows when it has read so far
struct HashedBytes::State {
    qsizetype at = 0;
    MdCtxPtr context;
};

HashedBytes::HashedBytes(QByteArray bytes) : m_bytes(std::move(bytes))
{
    MdCtxPtr nothing(EVP_MD_CTX_new());
    if (nothing && EVP_DigestInit_ex(nothing.get(), EVP_sha256(), nullptr) == 1) {
        m_states.push_back({0, std::move(nothing)});
    }
}

HashedBytes::~HashedBytes() = default;

QByteArray HashedBytes::sha256() { return sha256Around(m_bytes.size(), m_bytes.size(), m_bytes.size()); }

QByteArray HashedBytes::sha256Around(qsizetype gapBegin, qsizetype gapEnd, qsizetype end)
{
    const State *state = readUntil(gapBegin);
    const MdCtxPtr context = state ? copyOf(state->context.get()) : nullptr;
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    const bool done =
        context && update(context.get(), m_bytes, gapEnd, end) && EVP_DigestFinal_ex(context.get(), digest, &size) == 1;
    return done ? QByteArray(reinterpret_cast<const char *>(digest), static_cast<qsizetype>(size)) : QByteArray();
}

/// Goes on from the last state before end and leaves states on its way; null when OpenSSL refuses
const HashedBytes::State *HashedBytes::readUntil(qsizetype end)
{
    const qsizetype step = std::max(fewest, m_bytes.size() / mostStates);
    auto next = std::upper_bound(m_states.begin(), m_states.end(), end,
                                 [](qsizetype at, const State &state) { return at < state.at; });
    if (next == m_states.begin()) {
        return nullptr; // it could not even begin
    }
    auto last = std::prev(next);
    while (last->at < end) {
        const qsizetype at = std::min(last->at + step, end);
        MdCtxPtr context = copyOf(last->context.get());
        if (!context || !update(context.get(), m_bytes, last->at, at)) {
            return nullptr;
        }
        last = m_states.insert(std::next(last), {at, std::move(context)});
    }
    return &*last;
}

} // namespace tenken
