#pragma once

#include <QDate>
#include <QDateTime>

namespace tenken {

/// The only source of "now". Times carry the offset +09:00 (Asia/Tokyo has no daylight saving since 1951).
class Clock {
public:
    virtual ~Clock() = default;
    virtual QDateTime now() const = 0;
    QDate today() const { return now().date(); }
};

class SystemClock final : public Clock {
public:
    QDateTime now() const override;
};

/// Stands still until it is told otherwise: the demo city and tests.
class FixedClock final : public Clock {
public:
    explicit FixedClock(QDateTime at);
    QDateTime now() const override { return m_at; }
    void set(QDateTime at);
    void advanceSeconds(qint64 seconds) { m_at = m_at.addSecs(seconds); }

private:
    QDateTime m_at;
};

/// ISO 8601 with offset and seconds, e.g. 2026-11-22T21:03:00+09:00; the form of every time in a file.
QString toIso(const QDateTime &time);
/// Strict inverse of toIso (offset needed); invalid QDateTime otherwise.
QDateTime fromIso(const QString &text);

} // namespace tenken
