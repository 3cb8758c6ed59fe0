#include "signing/pdf/document_sniff.h"

#include "signing/pdf/document_profile.h"
#include "signing/pdf/flate.h"
#include "signing/pdf/pdf_revisions.h"

#include <algorithm>
#include <array>

namespace tenken {

namespace {

constexpr int kMaxStreams = 512;
constexpr qsizetype kMaxPerStream = 64 * 1024;
constexpr qsizetype kHeaderRoom = 1024; // where viewers look for %PDF-
constexpr qsizetype kTrailerRoom = 1024;

class Sniffer {
public:
    Sniffed run(const QByteArray &pdf)
    {
        const QByteArrayView bytes = QByteArrayView(pdf).first(std::min(pdf.size(), PdfFile::kMaxSize));
        if (!bytes.first(std::min(bytes.size(), kHeaderRoom)).contains("%PDF-"))
            return m_found;
        m_found.isWhole = bytes.last(std::min(bytes.size(), kTrailerRoom)).contains("%%EOF");
        look(bytes);
        qsizetype at = 0;
        for (int i = 0; i < kMaxStreams; ++i) {
            at = bytes.indexOf("stream", at);
            if (at < 0)
                break;
            at += 6;
            const bool ends = at >= 9 && bytes.sliced(at - 9, 3) == "end";
            if (!ends)
                look(unpacked(bytes.sliced(at)));
        }
        // Programs that pack a scan name a font that no page uses, or write what they recognised unseen over it.
        m_found.isScan = m_pictures && !m_text && !m_isLocked && (m_placed || !m_fonts);
        return m_found;
    }

private:
    static QByteArray unpacked(QByteArrayView behindKeyword)
    {
        qsizetype skip = 0;
        while (skip < behindKeyword.size() && skip < 2 && (behindKeyword[skip] == '\r' || behindKeyword[skip] == '\n'))
            ++skip;
        return inflateBeginning(behindKeyword.sliced(skip), kMaxPerStream);
    }

    void look(QByteArrayView bytes)
    {
        static constexpr std::array<QByteArrayView, 7> marks = {
            "Tenken PDF ",         "/Creator (Tenken)",      "/Creator(Tenken)",
            "CreatorTool>Tenken<", "CreatorTool=\"Tenken\"", "/Tenken <</SHA256",
            "/Tenken<</SHA256"};
        const auto has = [&bytes](QByteArrayView needle) { return bytes.contains(needle); };
        m_found.isOurs = m_found.isOurs || std::any_of(marks.begin(), marks.end(), has);
        m_found.isNewer = m_found.isNewer || namesNewer(bytes);
        m_found.hasSignature = m_found.hasSignature || has("/ByteRange");
        m_found.hasAttachment = m_found.hasAttachment || hasAttachment(bytes);
        m_fonts = m_fonts || has("/BaseFont");
        m_pictures = m_pictures || has("/Image");
        m_isLocked = m_isLocked || has("/Encrypt");
        m_placed = m_placed || hasOperator(bytes, "Do");
        m_text = m_text || ((hasOperator(bytes, "Tj") || hasOperator(bytes, "TJ")) && !hasOperator(bytes, "3 Tr"));
        for (const DocumentKind kind : {DocumentKind::Submission, DocumentKind::Receipt, DocumentKind::Return,
                                        DocumentKind::Findings, DocumentKind::Plan, DocumentKind::Committee}) {
            if (!m_found.kind && has("(" + attachmentName(kind) + ")"))
                m_found.kind = kind;
        }
    }

    /// /EmbeddedFile, but not the /EmbeddedFiles of an empty name tree
    static bool hasAttachment(QByteArrayView bytes)
    {
        static constexpr QByteArrayView key = "/EmbeddedFile";
        for (qsizetype at = bytes.indexOf(key); at >= 0; at = bytes.indexOf(key, at + key.size())) {
            if (at + key.size() == bytes.size() || bytes[at + key.size()] != 's')
                return true;
        }
        return false;
    }

    /// Between what may stand around an operator of a page
    static bool hasOperator(QByteArrayView bytes, QByteArrayView op)
    {
        static constexpr QByteArrayView before = " \r\n)>]";
        static constexpr QByteArrayView behind = " \r\n/[(<";
        for (qsizetype at = bytes.indexOf(op, 1); at > 0; at = bytes.indexOf(op, at + op.size())) {
            const qsizetype end = at + op.size();
            if (before.contains(bytes[at - 1]) && (end == bytes.size() || behind.contains(bytes[end])))
                return true;
        }
        return false;
    }

    static bool namesNewer(QByteArrayView bytes)
    {
        static constexpr QByteArrayView producer = "Tenken PDF ";
        const qsizetype at = bytes.indexOf(producer);
        if (at < 0)
            return false;
        qint64 version = 0;
        for (qsizetype i = at + producer.size(); i < bytes.size() && version < 1000000; ++i) {
            if (bytes[i] < '0' || bytes[i] > '9')
                break;
            version = version * 10 + (bytes[i] - '0');
        }
        return version > kDocumentProfile;
    }

    Sniffed m_found;
    bool m_fonts = false; ///< named, used or not
    bool m_pictures = false;
    bool m_placed = false; ///< a page that can be read draws one
    bool m_text = false; ///< and one shows text
    bool m_isLocked = false; ///< pages cannot be read
};

} // namespace

Sniffed sniffDocument(const QByteArray &pdf) { return Sniffer().run(pdf); }

} // namespace tenken
