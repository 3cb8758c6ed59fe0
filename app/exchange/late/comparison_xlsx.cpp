#include "exchange/late/comparison_xlsx.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <xlsxwriter.h>

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

/// Texts as strings, never as formulas; numbers only below the header, from the column where counts begin
class Sheet {
public:
    Sheet(lxw_workbook *book, const QString &name)
        : m_sheet(workbook_add_worksheet(book, name.toUtf8().constData())) { }
    bool isOpen() const { return m_sheet != nullptr; }
    bool write(const QList<QStringList> &table, lxw_col_t firstCountColumn)
    {
        lxw_row_t rowNumber = 0;
        for (const QStringList &row : table) {
            lxw_col_t column = 0;
            for (const QString &text : row) {
                if (!text.isEmpty() && !writeCell(rowNumber, column, text, rowNumber > 0 && column >= firstCountColumn))
                    return false;
                ++column;
            }
            ++rowNumber;
        }
        worksheet_freeze_panes(m_sheet, 1, 0);
        return true;
    }

private:
    bool writeCell(lxw_row_t row, lxw_col_t column, const QString &text, bool mayBeCount)
    {
        constexpr qsizetype longest = 32'767; // what a cell of a spreadsheet holds
        bool isCount = false;
        const int number = mayBeCount ? text.toInt(&isCount) : 0;
        const lxw_error error = isCount
            ? worksheet_write_number(m_sheet, row, column, number, nullptr)
            : worksheet_write_string(m_sheet, row, column, text.left(longest).toUtf8().constData(), nullptr);
        return error == LXW_NO_ERROR;
    }
    lxw_worksheet *m_sheet;
};

QList<QStringList> legend(const Comparison &comparison)
{
    const auto count = [](int number) { return QString::number(number); };
    return {
        {u"項目"_s, u"コード"_s, u"意味"_s},
        {u"回答"_s, u"YES"_s, u"○ 実施"_s},
        {u"回答"_s, u"PARTIAL"_s, u"△ 一部実施"_s},
        {u"回答"_s, u"NO"_s, u"× 未実施"_s},
        {u"回答"_s, u"UNKNOWN"_s, u"？ わからない"_s},
        {u"回答"_s, u"NA"_s, u"－ 該当なし"_s},
        {u"回答"_s, u"（空欄）"_s, u"設問の対象でない、又は提出がない"_s},
        {u"change"_s, u"same"_s, u"変更なし"_s},
        {u"change"_s, u"reworded"_s, u"文言の変更"_s},
        {u"change"_s, u"criteria-changed"_s, u"判断の目安の変更（比較しない）"_s},
        {u"change"_s, u"new"_s, u"新しい設問"_s},
        {u"change"_s, u"withdrawn"_s, u"廃止した設問"_s},
        {u"differs"_s, u"1"_s, u"比較できる回答に違いがある"_s},
        {u"differs"_s, u"0"_s, u"違いがない"_s},
        {u"列名"_s, u"…_yes"_s, u"その列の○の数"_s},
        {u"列名"_s, u"…_n"_s, u"その列の有効回答の数（○△×？）"_s},
        {u"比較対象"_s, count(comparison.commonItems), u"全ての列に共通で、比較できる設問の数"_s},
        {u"比較対象"_s, count(comparison.commonDepartments), u"最後の列の所属等のうち、全ての列にそろうもの"_s},
        {u"比較対象"_s, count(comparison.succeededDepartments), u"そのうち、組織改編の前の所属を引き継ぐもの"_s},
        {u"比較対象"_s, count(comparison.leftOutDepartments), u"全ての列にはそろわない所属等（年度比較では除外）"_s}};
}

QList<QStringList> columnNames(const Comparison &comparison)
{
    QList<QStringList> table{{u"列"_s, u"名称"_s, u"提出の数"_s}};
    for (const ComparisonColumn &column : comparison.columns)
        table.append({column.key, column.label, QString::number(column.submissions.size())});
    return table;
}

void setProperties(lxw_workbook *book, const Comparison &comparison, const QDateTime &createdAt)
{
    lxw_doc_properties properties{};
    properties.created = static_cast<time_t>(createdAt.toSecsSinceEpoch());
    workbook_set_properties(book, &properties);
    workbook_set_custom_property_string(book, "tenken.checklist", comparison.checklist.toUtf8().constData());
    workbook_set_custom_property_string(book, "tenken.by", comparison.by.toUtf8().constData());
    workbook_set_custom_property_number(book, "tenken.commonItems", comparison.commonItems);
    workbook_set_custom_property_number(book, "tenken.commonDepartments", comparison.commonDepartments);
}

} // namespace

/// libxlsxwriter writes to a path only, and in place: here to one that nobody else knows
void makeComparisonXlsx(const Comparison &comparison, const QDateTime &createdAt, Result<QByteArray> &result)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"comparison.xlsx"_s);
    lxw_workbook *book = workbook_new(QDir::toNativeSeparators(path).toUtf8().constData());
    if (!book) {
        result = fail(ErrorCode::FileUnwritable, path);
        return;
    }
    Sheet data(book, u"比較"_s);
    Sheet codes(book, u"凡例"_s);
    Sheet columns(book, u"列"_s);
    const bool isComplete = data.isOpen() && codes.isOpen() && columns.isOpen()
        && data.write(comparisonTable(comparison), 3) && codes.write(legend(comparison), 1)
        && columns.write(columnNames(comparison), 2);
    setProperties(book, comparison, createdAt);
    const lxw_error error = workbook_close(book); // frees the book in any case
    QFile file(path);
    if (error != LXW_NO_ERROR || !isComplete || !file.open(QIODevice::ReadOnly))
        result = fail(ErrorCode::FileUnwritable, path, QString::fromUtf8(lxw_strerror(error)));
    else
        result = file.readAll();
}

} // namespace tenken
