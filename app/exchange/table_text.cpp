#include "exchange/table_text.h"

#include "exchange/csv_reader.h"

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

QString guarded(QString text)
{
    if (needsFormulaGuard(text)) {
        text.prepend(u'\'');
    }
    text.replace(u"\r\n"_s, u" / "_s);
    for (const QChar breaking : {u'\n', u'\r', u'\t'}) {
        text.replace(breaking, u" / "_s);
    }
    return text;
}

/// A leading quote would take the cells behind it in, up to the next quote
QString quotedForTsv(QString text)
{
    return text.startsWith(u'"') ? u'"' + text.replace(u'"', u"\"\""_s) + u'"' : text;
}

} // namespace

QString tableAsTsv(const QList<QStringList> &rows)
{
    QString out;
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i > 0) {
                out += u'\t';
            }
            out += quotedForTsv(guarded(row.at(i)));
        }
        out += u"\r\n";
    }
    return out;
}

QString tableAsHtml(const QList<QStringList> &rows)
{
    QString out = u"<html><head><meta charset=\"utf-8\"></head><body><table border=\"1\">"_s;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QString tag = i == 0 ? u"th"_s : u"td"_s;
        out += u"<tr>";
        for (const QString &text : rows.at(i)) {
            out += u"<%1 style=\"mso-number-format:'\\@'\">%2</%1>"_s.arg(tag, guarded(text).toHtmlEscaped());
        }
        out += u"</tr>";
    }
    return out + u"</table></body></html>"_s;
}

} // namespace tenken
