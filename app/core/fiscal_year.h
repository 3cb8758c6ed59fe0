#pragma once

#include <QDate>
#include <QList>
#include <QRegularExpression>
#include <QString>

#include <optional>

namespace tenken {

/// One Japanese era: first day, kanji name, one-letter abbreviation (R, H, S …). Loaded from resources/eras.json.
struct Era {
    QDate firstDay;
    QString name;
    QString letter;
};

/// Eras, newest first. Formats and parses 和暦 dates; 元年 is year 1.
class EraTable {
public:
    EraTable() = default;
    explicit EraTable(QList<Era> eras);
    bool isEmpty() const { return m_eras.isEmpty(); }
    const QList<Era> &eras() const { return m_eras; }
    /// "令和8年11月22日"; empty before the first era or for an invalid date
    QString formatDate(const QDate &date) const;
    /// "令和8年11月22日（2026年11月22日）": screens and reports show both
    QString formatDateBoth(const QDate &date) const;
    /// 令和8年11月22日, 令和八年…, R8.11.22, 2026-11-22, 2026/11/22, full-width digits; nothing when no such day
    std::optional<QDate> parseDate(const QString &text) const;
    /// The era in force on that day, if any
    std::optional<Era> eraOn(const QDate &date) const;
    /// "令和8"; "令和元"
    QString yearInEra(const Era &era, int calendarYear) const;
    /// 令和8年度, R8, 令和元年 → the calendar year; text is in normal form (NFKC, trimmed)
    std::optional<int> parseYear(const QString &text) const;

private:
    QList<Era> m_eras;
    QRegularExpression m_datePattern; ///< of these eras' names and letters
    QRegularExpression m_yearPattern;
};

/// 年度: 1 April of startYear to 31 March of the next calendar year.
class FiscalYear {
public:
    FiscalYear() = default;
    explicit FiscalYear(int startYear) : m_start(startYear) { }
    static FiscalYear of(const QDate &date);
    int startYear() const { return m_start; }
    QDate firstDay() const { return {m_start, 4, 1}; }
    QDate lastDay() const { return {m_start + 1, 3, 31}; }
    bool contains(const QDate &date) const { return date >= firstDay() && date <= lastDay(); }
    /// "令和8年度". The label depends on the document's date: a document dated before an era change within the
    /// year keeps the old era (平成31年度), from the change on the whole year has the new one (令和元年度).
    QString label(const EraTable &eras, const QDate &documentDate) const;
    /// Inverse of label: 令和8年度, R8年度, 2026年度, 2026
    static std::optional<FiscalYear> parse(const EraTable &eras, const QString &text);
    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes what <=> is compared with for a pointer
    friend auto operator<=>(const FiscalYear &, const FiscalYear &) = default;

private:
    int m_start = 0;
};

} // namespace tenken
