#include "core/clock.h"

#include <utility>

namespace tenken {

namespace {
constexpr int tokyoOffset = 9 * 3600;
constexpr int widestOffset = 14 * 3600; // what QDateTime carries
} // namespace

QDateTime SystemClock::now() const { return QDateTime::currentDateTimeUtc().toOffsetFromUtc(tokyoOffset); }

FixedClock::FixedClock(QDateTime at) : m_at(std::move(at)) { }

void FixedClock::set(QDateTime at) { m_at = std::move(at); }

QString toIso(const QDateTime &time)
{
    if (!time.isValid()) {
        return {};
    }
    const int minutes = time.offsetFromUtc() / 60;
    const int absolute = minutes < 0 ? -minutes : minutes;
    return time.date().toString(Qt::ISODate) + u'T' + time.time().toString(QStringLiteral("HH:mm:ss"))
        + (minutes < 0 ? u'-' : u'+')
        + QStringLiteral("%1:%2")
              .arg(absolute / 60, 2, 10, QLatin1Char('0'))
              .arg(absolute % 60, 2, 10, QLatin1Char('0'));
}

QDateTime fromIso(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    const bool isWritten = time.isValid() && qAbs(time.offsetFromUtc()) <= widestOffset && toIso(time) == text;
    return isWritten ? time : QDateTime();
}

} // namespace tenken
