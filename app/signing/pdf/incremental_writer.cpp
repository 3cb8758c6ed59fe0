#include "signing/pdf/incremental_writer.h"

#include <QCryptographicHash>

#include <cstdio>

namespace tenken {

namespace {

QByteArray objectHead(int number) { return QByteArray::number(number) + " 0 obj\n"; }

QByteArray xrefEntry(qsizetype offset)
{
    char entry[24];
    std::snprintf(entry, sizeof entry, "%010lld 00000 n \n", static_cast<long long>(offset));
    return QByteArray(entry, 20);
}

} // namespace

IncrementalWriter::IncrementalWriter(const PdfFile &file)
    : m_file(file), m_next(static_cast<int>(file.revisions().back().trailer.find("Size").integer()))
{ }

qsizetype IncrementalWriter::bodyOffset(int number) const
{
    qsizetype offset = m_file.bytes().size();
    for (const auto &[other, body] : m_bodies) {
        offset += objectHead(other).size();
        if (other == number)
            return offset;
        offset += body.size() + qsizetype(sizeof "\nendobj\n" - 1);
    }
    return -1;
}

QByteArray IncrementalWriter::increment() const
{
    QByteArray objects;
    QByteArray xref = "xref\n";
    const qsizetype base = m_file.bytes().size();
    for (auto it = m_bodies.cbegin(); it != m_bodies.cend(); ++it) {
        if (it == m_bodies.cbegin() || std::prev(it)->first + 1 != it->first) { // another subsection begins
            int end = it->first;
            while (m_bodies.contains(end))
                ++end;
            xref += QByteArray::number(it->first) + " " + QByteArray::number(end - it->first) + "\n";
        }
        xref += xrefEntry(base + objects.size());
        objects += objectHead(it->first) + it->second + "\nendobj\n";
    }
    const PdfRevision &last = m_file.revisions().back();
    const PdfValue id = last.trailer.find("ID");
    const QByteArray newId = QCryptographicHash::hash(id.raw().toByteArray() + objects, QCryptographicHash::Md5);
    return objects + xref + "trailer << /Info " + last.trailer.find("Info").raw().toByteArray() + " /Root "
        + last.trailer.find("Root").raw().toByteArray() + " /Size " + QByteArray::number(m_next) + " /Prev "
        + QByteArray::number(last.xref) + " /ID [" + id.element(0).raw().toByteArray() + "<" + newId.toHex()
        + ">] >>\nstartxref\n" + QByteArray::number(base + objects.size()) + "\n%%EOF\n";
}

} // namespace tenken
