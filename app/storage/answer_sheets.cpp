#include "storage/answer_sheets.h"

#include "storage/registry_record.h"

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

Submission sheetOf(const RegistryEntry &entry)
{
    Submission sheet;
    sheet.id = entry.submission;
    sheet.inspection = entry.inspection;
    sheet.revision = entry.revision;
    sheet.fiscalYear = entry.fiscalYear;
    sheet.round = entry.round;
    sheet.checklist = entry.checklist;
    sheet.edition = entry.edition;
    sheet.subject = entry.subject;
    sheet.department = entry.department;
    return sheet;
}

/// Reads what sheetLines wrote; the items' ids are shared by all sheets
class SheetLines {
public:
    QList<SubmittedItem> read(const QString &text)
    {
        QList<SubmittedItem> items;
        items.reserve(text.count(u'\n') + 1);
        for (const QStringView line : QStringView(text).split(u'\n', Qt::SkipEmptyParts)) {
            const qsizetype last = line.lastIndexOf(u'\t');
            const qsizetype middle = line.lastIndexOf(u'\t', last - 1);
            if (middle < 0) {
                continue;
            }
            SubmittedItem &item = items.emplaceBack();
            item.id = shared(line.left(middle));
            item.revision = line.mid(middle + 1, last - middle - 1).toInt();
            item.answer.code = codeOf(line.mid(last + 1));
        }
        return items;
    }

private:
    static std::optional<AnswerCode> codeOf(QStringView code)
    {
        switch (code.isEmpty() ? u' ' : code.front().unicode()) {
        case u'Y':
            return AnswerCode::Yes;
        case u'P':
            return AnswerCode::Partial;
        case u'U':
            return AnswerCode::Unknown;
        case u'N':
            return code.size() == 2 && code.back() == u'A' ? AnswerCode::NotApplicable : AnswerCode::No;
        default:
            return std::nullopt;
        }
    }
    QString shared(QStringView id)
    {
        const auto known = m_ids.constFind(id);
        if (known != m_ids.constEnd()) {
            return *known;
        }
        m_texts.append(id.toString());
        m_ids.insert(m_texts.constLast(), m_texts.constLast());
        return m_texts.constLast();
    }
    QStringList m_texts; ///< own what the keys look at
    QHash<QStringView, QString> m_ids;
};

} // namespace

QString sheetLines(const QList<SubmittedItem> &items)
{
    QString lines;
    for (const SubmittedItem &item : items) {
        lines += item.id + u'\t' + QString::number(item.revision) + u'\t'
            + (item.answer.code ? toCode(*item.answer.code) : QString()) + u'\n';
    }
    return lines;
}

Status forEachAnswerSheet(Registry &registry, const RegistryFilter &filter,
                          const std::function<bool(const Submission &sheet)> &visit)
{
    const SqlCondition condition = conditionOf(filter);
    SheetLines lines;
    return registry.database().forEach(
        u"SELECT %1, lines FROM submissions JOIN sheets ON submission_id = submissions.id WHERE %2 "
        "ORDER BY fiscal_year, round, checklist, subject_kind, subject_code, revision"_s.arg(entryColumns(),
                                                                                             condition.text),
        condition.values, [&](const QSqlQuery &row) -> Status {
            const auto entry = entryFrom(row);
            if (!entry) {
                return fail(entry);
            }
            Submission sheet = sheetOf(*entry);
            sheet.items = lines.read(row.value(entryColumnCount()).toString());
            return visit(sheet) ? Status() : fail(ErrorCode::Cancelled);
        });
}

} // namespace tenken
