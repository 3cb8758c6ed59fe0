#include "wording/date_words.h"

#include <QCoreApplication>

#include <utility>

namespace tenken::wording {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::DateWords)
};

} // namespace

QString unreadableDate(const QString &typed)
{
    return Words::tr("“%1” cannot be read as a date and is not saved. Write it like 2026-11-22 or 令和8年11月22日.")
        .arg(typed);
}

DateWords::DateWords(EraTable eras, QLocale::Language language) : m_eras(std::move(eras)), m_language(language) { }

QString DateWords::date(const QDate &date) const
{
    const QString japanese = isJapanese() ? m_eras.formatDate(date) : QString();
    return japanese.isEmpty() ? date.toString(Qt::ISODate) : japanese;
}

QString DateWords::fullDate(const QDate &date) const
{
    return isJapanese() ? m_eras.formatDateBoth(date) : date.toString(Qt::ISODate);
}

QString DateWords::dateTime(const QDateTime &time) const
{
    if (!time.isValid()) {
        return {};
    }
    return date(time.date()) + u' ' + time.time().toString(QStringLiteral("HH:mm"));
}

QString DateWords::fiscalYear(FiscalYear year, const QDate &documentDate) const
{
    return isJapanese() ? year.label(m_eras, documentDate) : QStringLiteral("FY%1").arg(year.startYear());
}

QString DateWords::fullFiscalYear(FiscalYear year, const QDate &documentDate) const
{
    const QString name = fiscalYear(year, documentDate);
    const QString western = QStringLiteral("%1年度").arg(year.startYear());
    return isJapanese() && name != western ? QStringLiteral("%1（%2）").arg(name, western) : name;
}

QString DateWords::round(FiscalYear year, int number, const QDate &documentDate) const
{
    const QString pattern = isJapanese() ? QStringLiteral("%1 第%2回") : QStringLiteral("%1, round %2");
    return pattern.arg(fiscalYear(year, documentDate)).arg(number);
}

} // namespace tenken::wording
