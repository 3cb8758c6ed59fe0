#include "exchange/csv_writer.h"

#include "exchange/csv_reader.h"

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

QString cell(QString text)
{
    text.replace(u"\r\n"_s, u" / "_s).replace(u'\n', u" / "_s).replace(u'\r', u" / "_s);
    if (needsFormulaGuard(text))
        text.prepend(u'\'');
    if (text.contains(u'"') || text.contains(u',') || text.startsWith(u' ') || text.endsWith(u' '))
        text = u'"' + text.replace(u'"', u"\"\""_s) + u'"';
    return text;
}

} // namespace

QByteArray writeCsv(const QList<QStringList> &rows)
{
    QString out;
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i > 0)
                out += u',';
            out += cell(row.at(i));
        }
        out += u"\r\n";
    }
    return "\xef\xbb\xbf" + out.toUtf8();
}

} // namespace tenken
