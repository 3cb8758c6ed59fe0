#pragma once

#include <QByteArray>
#include <QFile>
#include <QTemporaryDir>

#include <optional>

/// Disks that a test cannot make for itself on Windows: a small one and one that nobody may write to. Under Wine
/// run_tests.py mounts them; on a real Windows somebody has to. Empty paths where there are none.
namespace tenken::support {

inline QString lockedDisk() { return qEnvironmentVariable("TENKEN_LOCKED_DISK"); }

/// A folder on the small disk, on which only so much room is left
class SmallDisk {
public:
    explicit SmallDisk(qint64 room)
    {
        const QString disk = qEnvironmentVariable("TENKEN_SMALL_DISK");
        if (disk.isEmpty()) {
            return;
        }
        m_place.emplace(disk + QStringLiteral("/place-XXXXXX"));
        m_filler.setFileName(disk + QStringLiteral("/filler"));
        if (m_place->isValid() && m_filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
            const QByteArray block(4096, '-');
            constexpr qint64 mostBlocks = 1024; // that is no small disk
            while (m_filler.size() < mostBlocks * block.size() && m_filler.write(block) == block.size()) { }
            m_made = m_filler.size() > room && m_filler.size() < mostBlocks * block.size()
                && m_filler.resize(m_filler.size() - room);
        }
    }
    ~SmallDisk()
    {
        if (m_filler.isOpen()) {
            m_filler.remove();
        }
    }
    Q_DISABLE_COPY(SmallDisk)
    QString path() const { return m_made ? m_place->path() : QString(); }

private:
    std::optional<QTemporaryDir> m_place;
    QFile m_filler;
    bool m_made = false;
};

} // namespace tenken::support
