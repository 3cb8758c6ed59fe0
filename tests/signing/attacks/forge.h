#pragma once

#include "signing/cms/cms_builder.h"
#include "signing/pdf/pdf_revisions.h"
#include "signing/sample_document.h"

#include <QMap>

#include <functional>
#include <memory>
#include <optional>

namespace tenken::test {

/// New bodies by object number
using Bodies = QMap<int, QByteArray>;

/// Finds the objects of a document of ours and takes it apart
class Forge {
public:
    explicit Forge(const QByteArray &pdf);

    int catalog() const { return m_catalog; }
    int info() const;
    int pages() const;
    int page(int index = 0) const;
    int content(int page = 0) const;
    int filespec() const;
    int embedded() const;
    int form() const;
    int field(const QByteArray &name) const;
    /// The first object whose dictionary has this entry
    int withEntry(const QByteArray &entry) const;
    int next() const; ///< first free number

    /// Dictionary, or the whole value, as written
    QByteArray dictionary(int number) const;
    QByteArray body(int number) const; ///< with the stream
    QByteArray data(int number) const; ///< unpacked

    /// body with from replaced by to; throws when from is not there
    QByteArray edited(int number, const QByteArray &from, const QByteArray &to) const;
    /// body with entries in front
    QByteArray with(int number, const QByteArray &entries) const;
    /// dictionary with one entry set
    QByteArray setting(int number, const QByteArray &key, const QByteArray &value) const;

    /// One revision again, with these bodies: what a dishonest builder would write
    QByteArray rewritten(const Bodies &changes) const;
    /// One more revision behind it
    QByteArray updated(const Bodies &changes) const;

private:
    std::unique_ptr<PdfFile> m_file;
    int m_catalog = 0;
};

QByteArray stream(const QByteArray &entries, const QByteArray &data);
/// A harmless appearance
QByteArray smallForm();
/// An attachment, its own size and checksum right
QByteArray embeddedFile(const QByteArray &json);
/// One that says NO
QByteArray otherData();
/// What a page draws, with the mark that belongs to this attachment
QByteArray markedPage(const QByteArray &json, const QByteArray &operators);
QByteArray reference(int number);
/// The first or last occurrence replaced; throws when there is none
QByteArray replacedFirst(QByteArray bytes, const QByteArray &from, const QByteArray &to);
QByteArray replacedLast(QByteArray bytes, const QByteArray &from, const QByteArray &to);

/// A DSS behind the file; n in its lists is the number of a stream that holds value
QByteArray withDss(const QByteArray &pdf, const QByteArray &lists, const QByteArray &value);
/// The shortest OCSP response there is (RFC 6960, 4.2.1): internalError
QByteArray ocspResponse();

/// The signature dictionary's entries as Tenken writes them
QByteArray honestEntries(Role field);

/// How a dishonest signer signs. Empty members mean: as Tenken does it.
struct RawSigning {
    Role field = Role::Inspector;
    bool certify = true;
    Bodies changes = {}; ///< what else the revision changes; may hold the field or the catalog
    bool bind = true; ///< the field holds the signature
    std::optional<QByteArray> appearance = {}; ///< the field's AP with its key; otherwise a small form of its own
    QByteArray entries = {}; ///< of the signature dictionary
    qsizetype reserve = kCmsReserve;
    std::function<QByteArray(const QByteArray &sha256)> cms = {};
    QByteArray certifyWith = "/Reference [ << /Type /SigRef /TransformMethod /DocMDP /TransformParams"
                             " << /Type /TransformParams /P 2 /V /1.2 >> >> ]";
};
/// Signs whatever it is, with a real key: cryptographically valid
QByteArray signRaw(SampleCity &city, const QByteArray &pdf, const RawSigning &how = {});
/// The same bytes length with the last signature made again over them
QByteArray resealed(SampleCity &city, QByteArray pdf, Role role);

} // namespace tenken::test
