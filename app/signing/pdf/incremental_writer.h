#pragma once

#include "core/result.h"
#include "signing/pdf/pdf_revisions.h"

#include <QByteArray>

#include <map>

namespace tenken {

/// Collects the objects of one more revision (ISO 32000-1, 7.5.6) and writes them behind a file, whose own bytes
/// stay as they are. Root, Info and ID[0] are kept, ID[1] is new.
class IncrementalWriter {
public:
    explicit IncrementalWriter(const PdfFile &file);

    /// A number that no object has yet
    int reserve() { return m_next++; }
    /// body is everything between "n 0 obj" and "endobj"
    void put(int number, QByteArray body) { m_bodies[number] = std::move(body); }

    /// The bytes to append
    QByteArray increment() const;
    /// Where the body of this object will begin in the whole file
    qsizetype bodyOffset(int number) const;

private:
    const PdfFile &m_file;
    int m_next;
    std::map<int, QByteArray> m_bodies;
};

} // namespace tenken
