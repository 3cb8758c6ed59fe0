#include "workflow/registry/missing_list.h"

#include "exchange/csv_writer.h"

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

QString dueWords(const QDate &due, const QDate &today, const EraTable &eras)
{
    const qint64 days = today.daysTo(due);
    const QString distance = days < 0 ? u"%1日過ぎています"_s.arg(-days)
        : days == 0                   ? u"本日です"_s
                                      : u"あと%1日です"_s.arg(days);
    return u"提出期限: %1（%2）"_s.arg(eras.formatDateBoth(due), distance);
}

/// "KC-B" for the department itself, "KC-C 住民記録システム（S001）" for what it owns
QString owedWords(const Round::Expected &expected)
{
    if (expected.subject.code == expected.departmentCode) {
        return expected.checklist;
    }
    return u"%1 %2（%3）"_s.arg(expected.checklist, expected.subject.name, expected.subject.code);
}

struct Debtor {
    QString code;
    QString name;
    QStringList owed;
};

/// By department, in the order in which each is first expected
QList<Debtor> debtorsOf(const QList<Round::Expected> &missing)
{
    QList<Debtor> debtors;
    QHash<QString, qsizetype> places;
    for (const Round::Expected &expected : missing) {
        if (!places.contains(expected.departmentCode)) {
            places.insert(expected.departmentCode, debtors.size());
            debtors << Debtor{expected.departmentCode, expected.departmentName, {}};
        }
        debtors[places.value(expected.departmentCode)].owed << owedWords(expected);
    }
    return debtors;
}

} // namespace

QByteArray missingCsv(const RoundStatus &status)
{
    QList<QStringList> rows{{u"department_code"_s, u"department"_s, u"checklist"_s, u"subject_kind"_s,
                             u"subject_code"_s, u"subject"_s, u"due"_s}};
    for (const Round::Expected &expected : status.missing()) {
        rows << QStringList{expected.departmentCode,         expected.departmentName, expected.checklist,
                            toCode(expected.subject.kind),   expected.subject.code,   expected.subject.name,
                            status.due.toString(Qt::ISODate)};
    }
    return writeCsv(rows);
}

QString missingReminder(const RoundStatus &status, const QDate &today, const EraTable &eras)
{
    const QString title =
        u"%1 第%2回 情報セキュリティ自己点検"_s.arg(status.fiscalYear.label(eras, today)).arg(status.round);
    const QList<Round::Expected> missing = status.missing();
    if (missing.isEmpty()) {
        return u"%1は、対象の%2件がすべて提出されています。\n"_s.arg(title).arg(status.rows.size());
    }
    const QList<Debtor> debtors = debtorsOf(missing);
    QStringList lines{u"件名: %1の提出について（依頼）"_s.arg(title), {}, u"情報セキュリティ管理者 各位"_s, {}};
    lines << u"標記の点検について、%1現在、下記の提出を確認できていません。"_s.arg(eras.formatDateBoth(today));
    if (status.due.isValid()) {
        lines << dueWords(status.due, today, eras);
    }
    lines << u"点検者の署名と管理者の承認を終えたPDFを、情報政策課へ提出してください。"_s
          << u"既に提出している場合は、行き違いのためご容赦ください。"_s << QString()
          << u"未提出 %1件（%2所属）"_s.arg(missing.size()).arg(debtors.size());
    for (const Debtor &debtor : debtors) {
        lines << u"・%1（%2）: %3"_s.arg(debtor.name, debtor.code, debtor.owed.join(u"、"_s));
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace tenken
