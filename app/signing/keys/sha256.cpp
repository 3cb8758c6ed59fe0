#include "signing/keys/sha256.h"

#include "signing/keys/openssl_ptr.h"

namespace tenken {

QByteArray sha256Of(QByteArrayView bytes)
{
    QByteArray digest(EVP_MAX_MD_SIZE, Qt::Uninitialized);
    unsigned int size = 0;
    const bool done = EVP_Digest(bytes.data(), static_cast<std::size_t>(bytes.size()),
                                 reinterpret_cast<unsigned char *>(digest.data()), &size, EVP_sha256(), nullptr)
        == 1;
    digest.truncate(done ? static_cast<qsizetype>(size) : 0);
    return digest;
}

} // namespace tenken
