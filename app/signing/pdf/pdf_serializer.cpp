#include "signing/pdf/pdf_serializer.h"

#include <algorithm>

namespace tenken {

namespace {

/// Copies [from, end of value) while replacing the references on the way
void appendRenumbered(const PdfValue &value, const QMap<int, int> &numbers, qsizetype &from, QByteArray &out)
{
    if (value.is(ValueKind::Reference)) {
        const QByteArrayView bytes = value.tree()->bytes();
        out.append(bytes.sliced(from, value.begin() - from));
        out.append(QByteArray::number(numbers.value(value.reference())) + " 0 R");
        from = value.end();
        return;
    }
    for (PdfValue child = value.firstChild(); child; child = child.nextSibling())
        appendRenumbered(child, numbers, from, out);
}

} // namespace

QByteArray withKeys(const PdfValue &dictionary, const QList<KeyChange> &changes)
{
    QByteArray out = "<< ";
    for (PdfValue key = dictionary.firstChild(); key;) {
        const PdfValue value = key.nextSibling();
        const bool changed = std::any_of(changes.cbegin(), changes.cend(),
                                         [&key](const KeyChange &change) { return key.name() == change.key; });
        if (!changed)
            out.append(key.raw()).append(' ').append(value.raw()).append(' ');
        key = value.nextSibling();
    }
    for (const KeyChange &change : changes) {
        if (!change.value.isEmpty())
            out.append('/' + change.key + ' ' + change.value + ' ');
    }
    return out + ">>";
}

QByteArray renumbered(const PdfValue &value, const QMap<int, int> &numbers)
{
    QByteArray out;
    qsizetype from = value.begin();
    appendRenumbered(value, numbers, from, out);
    out.append(value.tree()->bytes().sliced(from, value.end() - from));
    return out;
}

QByteArray streamBody(const QByteArray &dictionary, QByteArrayView data)
{
    return dictionary + "\nstream\n" + data.toByteArray() + "\nendstream";
}

} // namespace tenken
