#pragma once

#include "core/fiscal_year.h"

#include <QDateTime>
#include <QLocale>

namespace tenken::wording {

/// What to say where something that is no date was typed
QString unreadableDate(const QString &typed);

/// Dates and fiscal years as the screen and reports show them: 和暦（西暦） in Japanese, ISO 8601 in English.
class DateWords {
public:
    DateWords(EraTable eras, QLocale::Language language);
    /// "令和8年11月22日" or "2026-11-22"; empty for an invalid date
    QString date(const QDate &date) const;
    /// "令和8年11月22日（2026年11月22日）" or "2026-11-22"
    QString fullDate(const QDate &date) const;
    /// "令和8年11月22日 21:03" or "2026-11-22 21:03", as the clock of the time's own offset showed it
    QString dateTime(const QDateTime &time) const;
    /// "令和8年度" or "FY2026"; which era names the year depends on the document's date (FiscalYear::label)
    QString fiscalYear(FiscalYear year, const QDate &documentDate) const;
    /// "令和8年度（2026年度）" or "FY2026"
    QString fullFiscalYear(FiscalYear year, const QDate &documentDate) const;
    /// "令和8年度 第1回" or "FY2026, round 1"
    QString round(FiscalYear year, int number, const QDate &documentDate) const;

private:
    bool isJapanese() const { return m_language == QLocale::Japanese; }
    EraTable m_eras;
    QLocale::Language m_language;
};

} // namespace tenken::wording
