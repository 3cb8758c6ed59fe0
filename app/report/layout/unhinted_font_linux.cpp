#include "report/layout/unhinted_font.h"

#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <string_view>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tenken {

namespace {

// The table directory (OpenType 1.9, "Organization of an OpenType Font")
constexpr std::size_t countAt = 4;
constexpr std::size_t headerSize = 12;
constexpr std::size_t recordSize = 16;
constexpr std::size_t offsetAt = 8;
constexpr std::size_t lengthAt = 12;

struct Mapping {
    uchar *bytes = nullptr;
    std::size_t size = 0;
};

/// Changes stay in this process, in copies of the pages that they touch.
Mapping mapPrivately(const QString &path)
{
    const int file = open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return {};
    struct stat status = {};
    Mapping mapping;
    if (fstat(file, &status) == 0 && status.st_size > 0) {
        const auto size = static_cast<std::size_t>(status.st_size);
        void *const at = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE, file, 0);
        if (at != MAP_FAILED)
            mapping = {static_cast<uchar *>(at), size};
    }
    close(file);
    return mapping;
}

/// The directory's record of this table; null when there is none
uchar *recordOf(const Mapping &font, std::string_view table)
{
    if (font.size < headerSize)
        return nullptr;
    const std::size_t count =
        std::min<std::size_t>(qFromBigEndian<quint16>(font.bytes + countAt), (font.size - headerSize) / recordSize);
    for (std::size_t i = 0; i < count; ++i) {
        uchar *const record = font.bytes + headerSize + i * recordSize;
        if (std::equal(table.begin(), table.end(), record))
            return record;
    }
    return nullptr;
}

bool switchHintingOff(const Mapping &font)
{
    uchar *const record = recordOf(font, "prep");
    if (!record)
        return false;
    const std::size_t offset = qFromBigEndian<quint32>(record + offsetAt);
    const std::size_t length = qFromBigEndian<quint32>(record + lengthAt);
    if (length < static_cast<std::size_t>(noHinting.size()) || offset > font.size || length > font.size - offset)
        return false;
    std::copy(noHinting.begin(), noHinting.end(), font.bytes + offset);
    qToBigEndian(static_cast<quint32>(noHinting.size()), record + lengthAt);
    return true;
}

} // namespace

QByteArray unhintedFont(const QString &path)
{
    const Mapping font = mapPrivately(path);
    if (!font.bytes)
        return {};
    if (!switchHintingOff(font)) {
        munmap(font.bytes, font.size);
        return {};
    }
    return QByteArray::fromRawData(reinterpret_cast<const char *>(font.bytes), static_cast<qsizetype>(font.size));
}

} // namespace tenken
