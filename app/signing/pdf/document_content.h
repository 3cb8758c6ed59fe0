#pragma once

#include "signing/pdf/pdf_revisions.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace tenken {

/// What a document of ours holds, apart from its signatures. Valid as far as violations is empty.
struct DocumentContent {
    QList<Violation> violations; ///< S8, A1–A4, J2, J4 and J3 (size, checksum)
    std::optional<DocumentKind> kind;
    QByteArray attachment;
    QByteArray fingerprint; ///< hex SHA-256 that the pages carry
    QList<Role> fields;
};

/// Compares every revision that could be read with the closed profile and takes the attachment out of the first one.
/// What stopped the reading is in file.violation().
DocumentContent readContent(const PdfFile &file);

/// The same for the newest revision alone, before it leaves the house; nothing when it is right.
std::optional<Violation> checkNewest(const PdfFile &file);

/// Reference numbers of the form's fields, archive last, as written in this revision
QList<int> fieldNumbers(const PdfFile &file, int revision);
/// T of a field
QByteArray fieldName(const PdfFile &file, int number, int revision);

} // namespace tenken
