#include "core/fiscal_year.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace tenken {

namespace {

constexpr auto kanjiDigits = u"〇一二三四五六七八九";

/// 一 … 九十九, 元 = 1; −1 when it is not such a number
int fromKanji(const QString &text)
{
    if (text == u"元") {
        return 1;
    }
    const QString digits = QString::fromUtf16(kanjiDigits);
    const auto ten = text.indexOf(u'十');
    const auto digitOf = [&](const QString &one) {
        return one.size() == 1 ? static_cast<int>(digits.indexOf(one.at(0))) : -1;
    };
    if (ten < 0) {
        return digitOf(text);
    }
    const int tens = ten == 0 ? 1 : digitOf(text.left(ten));
    const QString rest = text.mid(ten + 1);
    const int ones = rest.isEmpty() ? 0 : digitOf(rest);
    return tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
}

int numberOf(const QString &text)
{
    bool ok = false;
    const int number = text.toInt(&ok);
    return ok ? number : fromKanji(text);
}

constexpr auto numberPattern = "([0-9]{1,4}|元|[〇一二三四五六七八九十]{1,3})";

/// A name or letter of an era: what a pattern may begin with
QString eraAlternatives(const QList<Era> &eras)
{
    QStringList names;
    for (const Era &era : eras) {
        names << QRegularExpression::escape(era.name) << QRegularExpression::escape(era.letter);
    }
    return names.join(u'|');
}

const Era *findEra(const QList<Era> &eras, const QString &word)
{
    const auto found = std::find_if(eras.begin(), eras.end(), [&](const Era &era) {
        return era.name == word || era.letter.compare(word, Qt::CaseInsensitive) == 0;
    });
    return found == eras.end() ? nullptr : &*found;
}

QString normalised(const QString &text) { return text.normalized(QString::NormalizationForm_KC).trimmed(); }

} // namespace

EraTable::EraTable(QList<Era> eras) : m_eras(std::move(eras))
{
    std::sort(m_eras.begin(), m_eras.end(), [](const Era &a, const Era &b) { return a.firstDay > b.firstDay; });
    const QString number = QString::fromUtf8(numberPattern);
    m_datePattern = QRegularExpression(
        QStringLiteral("^(%1)%2(?:\\.|/|-|年)%2(?:\\.|/|-|月)%2日?$").arg(eraAlternatives(m_eras), number),
        QRegularExpression::CaseInsensitiveOption);
    m_yearPattern = QRegularExpression(QStringLiteral("^(%1)%2(?:年度|年)?$").arg(eraAlternatives(m_eras), number),
                                       QRegularExpression::CaseInsensitiveOption);
}

std::optional<int> EraTable::parseYear(const QString &text) const
{
    const auto match = m_yearPattern.match(text);
    const Era *era = match.hasMatch() ? findEra(m_eras, match.captured(1)) : nullptr;
    const int year = era ? numberOf(match.captured(2)) : -1;
    return year >= 1 ? std::optional(era->firstDay.year() + year - 1) : std::nullopt;
}

std::optional<Era> EraTable::eraOn(const QDate &date) const
{
    for (const Era &era : m_eras) {
        if (date >= era.firstDay) {
            return era;
        }
    }
    return std::nullopt;
}

QString EraTable::yearInEra(const Era &era, int calendarYear) const
{
    const int year = calendarYear - era.firstDay.year() + 1;
    return era.name + (year == 1 ? QStringLiteral("元") : QString::number(year));
}

QString EraTable::formatDate(const QDate &date) const
{
    const std::optional<Era> era = date.isValid() ? eraOn(date) : std::nullopt;
    if (!era) {
        return {};
    }
    return QStringLiteral("%1年%2月%3日").arg(yearInEra(*era, date.year())).arg(date.month()).arg(date.day());
}

QString EraTable::formatDateBoth(const QDate &date) const
{
    if (!date.isValid()) {
        return {};
    }
    const QString western = QStringLiteral("%1年%2月%3日").arg(date.year()).arg(date.month()).arg(date.day());
    const QString japanese = formatDate(date);
    return japanese.isEmpty() ? western : QStringLiteral("%1（%2）").arg(japanese, western);
}

std::optional<QDate> EraTable::parseDate(const QString &text) const
{
    const QString input = normalised(text);
    static const QRegularExpression western(
        QStringLiteral("^([0-9]{4})(?:-|/|\\.|年)([0-9]{1,2})(?:-|/|\\.|月)([0-9]{1,2})日?$"));
    if (const auto match = western.match(input); match.hasMatch()) {
        const QDate date(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
        return date.isValid() ? std::optional(date) : std::nullopt;
    }
    const auto match = m_datePattern.match(input);
    const Era *era = match.hasMatch() ? findEra(m_eras, match.captured(1)) : nullptr;
    if (!era) {
        return std::nullopt;
    }
    const int year = numberOf(match.captured(2));
    const QDate date(era->firstDay.year() + year - 1, numberOf(match.captured(3)), numberOf(match.captured(4)));
    const std::optional<Era> actual = date.isValid() && year >= 1 ? eraOn(date) : std::nullopt;
    return actual && actual->name == era->name ? std::optional(date) : std::nullopt;
}

FiscalYear FiscalYear::of(const QDate &date) { return FiscalYear(date.month() >= 4 ? date.year() : date.year() - 1); }

QString FiscalYear::label(const EraTable &eras, const QDate &documentDate) const
{
    // A document written before the change keeps the old era, even for the whole year (平成31年度).
    const QDate deciding = documentDate.isValid() ? std::min(documentDate, lastDay()) : lastDay();
    std::optional<Era> era = eras.eraOn(deciding);
    if (era && era->firstDay.year() > m_start) {
        era = eras.eraOn(firstDay()); // an era that began in January to March names the next 年度 first
    }
    return era ? eras.yearInEra(*era, m_start) + QStringLiteral("年度") : QStringLiteral("%1年度").arg(m_start);
}

std::optional<FiscalYear> FiscalYear::parse(const EraTable &eras, const QString &text)
{
    const QString input = normalised(text);
    static const QRegularExpression western(QStringLiteral("^([0-9]{4})(?:年度|年)?$"));
    if (const auto match = western.match(input); match.hasMatch()) {
        const int year = match.captured(1).toInt();
        return year > 0 ? std::optional(FiscalYear(year)) : std::nullopt;
    }
    const std::optional<int> year = eras.parseYear(input);
    return year ? std::optional(FiscalYear(*year)) : std::nullopt;
}

} // namespace tenken
