#include "storage/answer_sheets.h"

#include "storage/registry_record.h"

#include <algorithm>

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

/// The causes stand in the order of the items: each is found by walking on from the one before.
void addCauses(QList<SubmittedItem> &items, const QString &lines)
{
    auto item = items.begin();
    for (const QStringView line : QStringView(lines).split(u'\n', Qt::SkipEmptyParts)) {
        const qsizetype tab = line.lastIndexOf(u'\t');
        const auto isNamed = [id = line.left(tab)](const SubmittedItem &one) { return one.id == id; };
        const auto found = std::find_if(item, items.end(), isNamed);
        if (tab > 0 && found != items.end()) {
            found->answer.cause = causeFromCode(line.mid(tab + 1).toString());
            item = found;
        }
    }
}

/// Reads what sheetLines wrote; the items' ids are shared by all sheets. One sheet mostly asks what the one before
/// asked.
class SheetLines {
public:
    QList<SubmittedItem> read(const QString &text)
    {
        QList<SubmittedItem> items;
        items.reserve(m_ids.size());
        m_next = 0;
        for (qsizetype start = 0, end = 0; start < text.size(); start = end + 1) {
            end = text.indexOf(u'\n', start);
            end = end < 0 ? text.size() : end;
            const QStringView line = QStringView(text).mid(start, end - start);
            const qsizetype last = line.lastIndexOf(u'\t');
            const qsizetype middle = line.lastIndexOf(u'\t', last - 1);
            if (middle < 0) {
                continue;
            }
            SubmittedItem &item = items.emplaceBack();
            item.id = shared(line.left(middle));
            item.revision = revisionOf(line.mid(middle + 1, last - middle - 1));
            item.answer.code = codeOf(line.mid(last + 1));
        }
        return items;
    }

private:
    static int revisionOf(QStringView digits)
    {
        // to ask the locale for each takes its time
        return digits.size() == 1 ? std::max(0, digits.front().digitValue()) : digits.toInt();
    }
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
        if (m_next >= m_ids.size() || m_ids.at(m_next) != id) {
            const auto known = m_places.constFind(id);
            m_next = known == m_places.constEnd() ? m_ids.size() : *known;
        }
        if (m_next == m_ids.size()) {
            m_ids.append(id.toString());
            m_places.insert(m_ids.constLast(), m_next);
        }
        return m_ids.at(m_next++);
    }
    QStringList m_ids; ///< own what the keys look at
    QHash<QStringView, qsizetype> m_places;
    qsizetype m_next = 0; ///< place of the id that is likely to come
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

QString causeLines(const QList<SubmittedItem> &items)
{
    QString lines;
    for (const SubmittedItem &item : items) {
        if (item.answer.cause) {
            lines += item.id + u'\t' + toCode(*item.answer.cause) + u'\n';
        }
    }
    return lines;
}

Status forEachAnswerSheet(Registry &registry, const RegistryFilter &filter,
                          const std::function<bool(const Submission &sheet)> &visit)
{
    const SqlCondition condition = conditionOf(filter);
    SheetLines lines;
    return registry.database().forEach(
        u"SELECT %1, lines, causes FROM submissions JOIN sheets ON submission_id = submissions.id WHERE %2 "
        "ORDER BY fiscal_year, round, checklist, subject_kind, subject_code, revision"_s.arg(entryColumns(),
                                                                                             condition.text),
        condition.values, [&](const QSqlQuery &row) -> Status {
            const auto entry = entryFrom(row);
            if (!entry) {
                return fail(entry);
            }
            Submission sheet = sheetOf(*entry);
            sheet.items = lines.read(row.value(entryColumnCount()).toString());
            addCauses(sheet.items, row.value(entryColumnCount() + 1).toString());
            return visit(sheet) ? Status() : fail(ErrorCode::Cancelled);
        });
}

} // namespace tenken
