#include "core/clock.h"

#include <QRegularExpression>

#include <utility>

namespace tenken {

namespace {
constexpr int tokyoOffset = 9 * 3600;
}

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
    static const QRegularExpression shape(
        QStringLiteral("^(\\d{4}-\\d{2}-\\d{2})T(\\d{2}:\\d{2}:\\d{2})([+-])(\\d{2}):(\\d{2})$"));
    const QRegularExpressionMatch match = shape.match(text);
    if (!match.hasMatch()) {
        return {};
    }
    const QDate date = QDate::fromString(match.captured(1), Qt::ISODate);
    const QTime time = QTime::fromString(match.captured(2), QStringLiteral("HH:mm:ss"));
    const int hours = match.captured(4).toInt();
    const int minutes = match.captured(5).toInt();
    if (!date.isValid() || !time.isValid() || hours > 14 || minutes > 59) {
        return {};
    }
    const int offset = (hours * 3600 + minutes * 60) * (match.captured(3) == u"-" ? -1 : 1);
    return QDateTime(date, time, Qt::OffsetFromUTC, offset);
}

} // namespace tenken
