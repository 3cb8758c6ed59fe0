#pragma once

#include "signing/pdf/pdf_objects.h"
#include "signing/pdf/violation.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace tenken {

/// One "n 0 obj … endobj". A stream's data is [streamBegin, streamBegin + streamLength).
struct PdfObject {
    int number = 0;
    int revision = 0;
    int previous = -1; ///< index of the older definition of the same number, -1 if none
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    PdfValue value;
    bool isStream = false;
    std::uint32_t streamBegin = 0;
    std::uint32_t streamLength = 0;
};

/// One section of the file that ends with %%EOF
struct PdfRevision {
    std::uint32_t begin = 0;
    std::uint32_t xref = 0;
    std::uint32_t end = 0; ///< behind "%%EOF\n"
    int firstObject = 0; ///< index of its first object; the last one's is followed by the next revision's
    int objectCount = 0;
    PdfValue trailer;
};

/// A file in the one spelling that Tenken writes (rules S1–S7): read once from front to back, every byte belongs to a
/// token. There is no second way to read it: the cross-reference tables must say what the reading found.
class PdfFile {
public:
    static constexpr qsizetype kMaxSize = 64 * 1024 * 1024;
    static constexpr int kMaxRevisions = 64;
    static constexpr int kMaxObjects = 50000;

    /// The revisions up to the first violation; violation() says what stopped the reading. Shares bytes.
    explicit PdfFile(const QByteArray &bytes);
    PdfFile(const PdfFile &) = delete;
    PdfFile &operator=(const PdfFile &) = delete;

    const std::optional<Violation> &violation() const { return m_violation; }
    const QByteArray &bytes() const { return m_bytes; }
    const std::vector<PdfRevision> &revisions() const { return m_revisions; }
    const std::vector<PdfObject> &objects() const { return m_objects; }
    int lastRevision() const { return static_cast<int>(m_revisions.size()) - 1; }

    /// The object as revision sees it, or null
    const PdfObject *object(int number, int revision) const;
    /// The value that a reference points to, or the value itself when it is direct
    PdfValue resolve(const PdfValue &value, int revision) const;
    PdfValue catalog(int revision) const;
    QByteArrayView streamData(const PdfObject &object) const;

private:
    void read();
    bool readRevision();
    bool readObject(int revision);
    bool readStream(PdfObject &object, int revision);
    bool readXref(PdfRevision &revision, int index);
    bool readTrailer(PdfRevision &revision, int index);
    bool checkTrailer(const PdfRevision &revision, int index);
    bool refuse(Reason rule, int revision, const char *detail);

    QByteArray m_bytes;
    ValueTree m_tree;
    PdfLexer m_lexer;
    std::vector<PdfRevision> m_revisions;
    std::vector<PdfObject> m_objects;
    std::vector<int> m_newest; ///< number → index of its newest object, -1: none
    std::optional<Violation> m_violation;
};

} // namespace tenken
