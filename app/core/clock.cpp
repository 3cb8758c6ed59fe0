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
    const QDate date = time.date();
    const QTime clock = time.time();
    // Digit by digit: this stands in every row that is written.
    QString text = QStringLiteral("0000-00-00T00:00:00+00:00");
    const auto put = [&](qsizetype last, int number) {
        for (QChar *digit = text.data() + last; number > 0 && digit >= text.data() && digit->isDigit(); --digit) {
            *digit = QChar(u'0' + number % 10);
            number /= 10;
        }
    };
    put(3, date.year());
    put(6, date.month());
    put(9, date.day());
    put(12, clock.hour());
    put(15, clock.minute());
    put(18, clock.second());
    put(21, absolute / 60);
    put(24, absolute % 60);
    if (minutes < 0) {
        text[19] = u'-';
    }
    return text;
}

QDateTime fromIso(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    const bool isWritten = time.isValid() && qAbs(time.offsetFromUtc()) <= widestOffset && toIso(time) == text;
    return isWritten ? time : QDateTime();
}

} // namespace tenken
