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
    constexpr QStringView form = u"0000-00-00T00:00:00+00:00";
    if (text.size() != form.size()) {
        return {};
    }
    // Digit by digit, as it is written: this stands in every row that is read.
    bool isWritten = true;
    const auto number = [&](qsizetype first, qsizetype digits) {
        int value = 0;
        for (qsizetype i = first; i < first + digits; ++i) {
            const char16_t c = text.at(i).unicode();
            isWritten = isWritten && c >= u'0' && c <= u'9';
            value = value * 10 + (isWritten ? c - u'0' : 0);
        }
        return value;
    };
    const QDate date(number(0, 4), number(5, 2), number(8, 2));
    const QTime clock(number(11, 2), number(14, 2), number(17, 2));
    const int seconds = (number(20, 2) * 60 + number(23, 2)) * 60;
    const int offset = text.at(19) == u'-' ? -seconds : seconds;
    if (!isWritten || !date.isValid() || !clock.isValid() || seconds > widestOffset) {
        return {};
    }
    const QDateTime time(date, clock, Qt::OffsetFromUTC, offset);
    return toIso(time) == text ? time : QDateTime();
}

} // namespace tenken
