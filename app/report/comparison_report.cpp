#include "report/comparison_report.h"

#include "report/charts.h"
#include "report/layout/palette.h"
#include "report/layout/table_block.h"
#include "report/layout/units.h"
#include "report/report_words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenken {
namespace {

constexpr qreal itemWidth = 24;
constexpr qreal titleWidth = 78;
constexpr qreal narrowest = 13;
constexpr qreal widest = 40;
constexpr qreal wordsNeed = 27; ///< millimetres from which a cell holds symbol and word

QString titleOf(CompareBy by)
{
    switch (by) {
    case CompareBy::Department:
        return u"所属間の比較"_s;
    case CompareBy::Year:
        return u"年度間の比較"_s;
    case CompareBy::Revision:
        return u"版の比較"_s;
    case CompareBy::Audit:
        return u"自己点検と監査の比較"_s;
    case CompareBy::City:
        return u"所属と全庁の比較"_s;
    }
    Q_UNREACHABLE();
}

QString labelOf(const ComparisonReportInput &input, const ComparisonColumn &column)
{
    switch (input.by) {
    case CompareBy::Year: {
        const FiscalYear year(column.key.toInt());
        return year.label(input.eras, year.lastDay());
    }
    case CompareBy::Revision:
        return u"第%1版"_s.arg(column.key.mid(1));
    case CompareBy::Audit:
        return column.label + (column.key.endsWith(u"-audit") ? u"\n監査"_s : u"\n自己点検"_s);
    case CompareBy::Department:
    case CompareBy::City:
        break;
    }
    return column.label;
}

QString changeWords(ItemChangeState change)
{
    switch (change) {
    case ItemChangeState::Same:
        return {};
    case ItemChangeState::Reworded:
        return u"（文言の変更）"_s;
    case ItemChangeState::CriteriaChanged:
        return u"（判断の目安の変更：比較しない）"_s;
    case ItemChangeState::New:
        return u"（新しい設問：比較しない）"_s;
    case ItemChangeState::Withdrawn:
        return u"（廃止した設問：比較しない）"_s;
    }
    Q_UNREACHABLE();
}

/// One block of columns as a table
class Block {
public:
    Block(const ComparisonReportInput &input, const QHash<QString, const Item *> &items, qsizetype first,
          qsizetype count, qreal width)
        : m_input(input), m_items(items), m_first(first), m_count(count), m_width(width)
    {
        m_table.style.pointSize = 8;
        m_table.style.leading = 1.2;
        m_table.padding = points(1.6);
        m_table.sidePadding = points(1.5);
        m_table.columns = {{u"ID"_s, itemWidth, Qt::AlignLeft | Qt::AlignVCenter},
                           {u"項目"_s, titleWidth, Qt::AlignLeft | Qt::AlignVCenter}};
        for (qsizetype i = first; i < first + count; ++i)
            m_table.columns += {labelOf(input, input.comparison.columns.at(i)), width, Qt::AlignCenter};
    }

    Table table()
    {
        for (const QString &key : clausesInOrder()) {
            addClause(key);
            for (const ComparisonRow &row : m_input.comparison.rows)
                if (row.clause == key)
                    addItem(row);
        }
        return m_table;
    }

private:
    QStringList clausesInOrder() const
    {
        QStringList keys;
        for (const ComparisonRow &row : m_input.comparison.rows)
            if (!keys.contains(row.clause))
                keys += row.clause;
        return keys;
    }

    void addClause(const QString &key)
    {
        const PolicyClause *clause = m_input.policy.clause(key);
        TableCell head(clause ? key + u'　' + clause->title.ja : key);
        head.span = 2;
        head.bold = true;
        head.fill = palette::band;
        TableRow row{head};
        const QList<ClauseTotal> &totals = m_input.comparison.totals;
        const auto total =
            std::find_if(totals.begin(), totals.end(), [&](const ClauseTotal &one) { return one.clause == key; });
        for (qsizetype i = m_first; i < m_first + m_count; ++i)
            row += total == totals.end() ? TableCell(u"―"_s) : heatCell(total->cells.at(i));
        m_table.rows += row;
    }

    void addItem(const ComparisonRow &row)
    {
        const Item *item = m_items.value(row.item);
        TableCell title((item ? item->title.ja : QString()) + changeWords(row.change));
        TableRow cells{TableCell((item && item->critical ? u"★"_s : QString()) + row.item), title};
        for (qsizetype i = m_first; i < m_first + m_count; ++i)
            cells += cell(m_input.comparison.columns.at(i), row.cells.at(i));
        m_table.rows += cells;
    }

    TableCell cell(const ComparisonColumn &column, const ComparisonCell &value) const
    {
        if (value.counts.target() == 0)
            return TableCell();
        if (column.submissions.size() > 1)
            return heatCell(value.counts);
        const bool wide = m_width >= wordsNeed || !value.answer;
        TableCell answer(wide ? words::answerWithSymbol(value.answer) : QString(symbolOf(*value.answer)));
        answer.align = Qt::AlignCenter;
        answer.fill = fillOf(value.answer).colour;
        answer.bold = value.answer == AnswerCode::No || value.answer == AnswerCode::Unknown;
        return answer;
    }

    const ComparisonReportInput &m_input;
    const QHash<QString, const Item *> &m_items;
    qsizetype m_first;
    qsizetype m_count;
    qreal m_width;
    Table m_table;
};

QString countsOf(const ComparisonReportInput &input)
{
    const Comparison &comparison = input.comparison;
    QString text = u"%1列 × %2項目（うち比較できる共通の項目 %3）"_s.arg(comparison.columns.size())
                       .arg(comparison.rows.size())
                       .arg(comparison.commonItems);
    if (input.by == CompareBy::Year)
        text += u"　共通の所属 %1（すべての年度に提出した所属だけ）"_s.arg(comparison.commonDepartments);
    return text;
}

} // namespace

PageLayout comparisonReport(const FontBook &book, const ComparisonReportInput &input)
{
    RunningMatter running;
    running.handling = input.handling;
    running.date = input.eras.formatDateBoth(input.at.date());
    running.outputTime = words::shortDateTime(input.eras, input.at);
    QHash<QString, const Item *> items;
    for (const Checklist &edition : input.editions)
        for (const Item &item : edition.items)
            items.insert(item.id, &item);
    if (!input.editions.isEmpty())
        running.edition = u"点検票 %1　%2"_s.arg(input.editions.last().id, input.editions.last().title.ja);
    const QString title = u"情報セキュリティ自己点検　%1　%2"_s.arg(titleOf(input.by), input.scope).trimmed();
    PageComposer composer(book, title, running);
    composer.startPage(PaperSize::A3Landscape);
    const qreal room = composer.width() / millimetres(1) - itemWidth - titleWidth;
    const qsizetype columns = input.comparison.columns.size();
    const auto most = static_cast<qsizetype>(room / narrowest);
    for (qsizetype first = 0; first < columns; first += most) {
        if (first > 0)
            composer.breakPage();
        const qsizetype count = std::min(most, columns - first);
        composer.title(columns > most ? u"%1（%2〜%3列）"_s.arg(title).arg(first + 1).arg(first + count) : title);
        composer.paragraph(countsOf(input));
        placeAnswerLegend(composer);
        const qreal width = std::clamp(room / static_cast<qreal>(count), narrowest, widest);
        place(composer, Block(input, items, first, count, width).table());
    }
    if (columns == 0)
        composer.paragraph(u"比較する提出がありません。"_s);
    return composer.finish();
}

} // namespace tenken
