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
// The naming table (OpenType 1.9, "name")
constexpr std::size_t storageAt = 4;
constexpr std::size_t namesAt = 6;
constexpr std::size_t nameSize = 12;
constexpr std::size_t nameIdAt = 6;
constexpr std::size_t nameLengthAt = 8;
constexpr std::size_t nameOffsetAt = 10;
constexpr quint16 macintosh = 1; ///< the platform whose names have a byte for a Latin letter, not two

/// What the family's name begins with instead
constexpr std::string_view ownLetters = "PDF";

struct Mapping {
    uchar *bytes = nullptr;
    std::size_t size = 0;
};

std::size_t number16(const uchar *at) { return qFromBigEndian<quint16>(at); }

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

/// What this record stands for; without bytes when it does not lie in the file
Mapping tableOf(const Mapping &font, const uchar *record)
{
    if (!record)
        return {};
    const std::size_t offset = qFromBigEndian<quint32>(record + offsetAt);
    const std::size_t length = qFromBigEndian<quint32>(record + lengthAt);
    return offset <= font.size && length <= font.size - offset ? Mapping{font.bytes + offset, length} : Mapping();
}

bool switchHintingOff(const Mapping &font)
{
    uchar *const record = recordOf(font, "prep");
    const Mapping program = tableOf(font, record);
    if (!program.bytes || program.size < static_cast<std::size_t>(noHinting.size()))
        return false;
    std::copy(noHinting.begin(), noHinting.end(), program.bytes);
    qToBigEndian(static_cast<quint32>(noHinting.size()), record + lengthAt);
    return true;
}

/// Only the first letters: they are Latin in every language, and nothing changes its length.
bool writeOwnLetters(const Mapping &names, const uchar *record)
{
    const std::size_t width = number16(record) == macintosh ? 1 : 2;
    const std::size_t offset = number16(names.bytes + storageAt) + number16(record + nameOffsetAt);
    const std::size_t needed = width * ownLetters.size();
    if (number16(record + nameLengthAt) < needed || offset > names.size || needed > names.size - offset)
        return false;
    for (std::size_t i = 0; i < ownLetters.size(); ++i)
        names.bytes[offset + (i + 1) * width - 1] = static_cast<uchar>(ownLetters[i]);
    return true;
}

bool renameFamily(const Mapping &font)
{
    constexpr std::size_t family = 1;
    constexpr std::size_t typographicFamily = 16;
    const Mapping names = tableOf(font, recordOf(font, "name"));
    if (!names.bytes || names.size < namesAt)
        return false;
    const std::size_t count = std::min(number16(names.bytes + 2), (names.size - namesAt) / nameSize);
    bool isRenamed = false;
    for (std::size_t i = 0; i < count; ++i) {
        const uchar *const record = names.bytes + namesAt + i * nameSize;
        const std::size_t id = number16(record + nameIdAt);
        if (id != family && id != typographicFamily)
            continue;
        if (!writeOwnLetters(names, record))
            return false;
        isRenamed = true;
    }
    return isRenamed;
}

} // namespace

QByteArray unhintedFont(const QString &path)
{
    const Mapping font = mapPrivately(path);
    if (!font.bytes)
        return {};
    if (!switchHintingOff(font) || !renameFamily(font)) {
        munmap(font.bytes, font.size);
        return {};
    }
    return QByteArray::fromRawData(reinterpret_cast<const char *>(font.bytes), static_cast<qsizetype>(font.size));
}

QString unhintedFamily(const QString &family)
{
    const auto letters = static_cast<qsizetype>(ownLetters.size());
    return QLatin1StringView(ownLetters.data(), letters) + family.mid(letters);
}

} // namespace tenken
