#pragma once

#include "exchange/json_value.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace tenken {

/// The keys of one JSON text: the same few come again and again, spelt alike, and share their text. Neither many keys
/// nor keys made to collide cost more than their length.
class JsonKeys {
public:
    /// The text of a key that was added, by its bytes in the file; null: none of them
    const QString *find(QByteArrayView spelling);
    /// spelling: bytes that outlive this
    void add(QByteArrayView spelling, const QString &text);
    /// A key that is spelt with escapes, whose text may be that of one added
    void addEscaped() { m_areShared = false; }

    /// The keys of one object, once there are too many to look through them
    using Many = QSet<QString>;
    /// Whether the object has a member of this key, read by find() or added; many: this object's, empty at its first
    bool isIn(const JsonValue &object, const QString &key, Many &many) const;

private:
    struct Key {
        QByteArrayView spelling;
        QString text;
        size_t next; ///< the key that followed it last time
    };

    std::vector<Key> m_keys;
    QHash<QByteArrayView, size_t> m_bySpelling;
    size_t m_last = 0;
    bool m_areShared = true; ///< two keys are the same only if they share their text
};

} // namespace tenken
