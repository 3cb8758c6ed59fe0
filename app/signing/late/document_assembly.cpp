#include "signing/late/document_assembly.h"

#include "signing/keys/sha256.h"
#include "signing/late/font_repair.h"
#include "signing/late/qpdf_headers.h"
#include "signing/late/qpdf_rewrite.h"
#include "signing/pdf/document_content.h"
#include "signing/pdf/document_info.h"
#include "signing/pdf/document_profile.h"
#include "signing/pdf/flate.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <cmath>

namespace tenken {

namespace {

using Handle = QPDFObjectHandle;

const QRegularExpression kControl(QStringLiteral("[\\x{0}-\\x{1f}\\x{7f}-\\x{9f}\\x{fffe}\\x{ffff}]"));

Handle nameOf(QByteArrayView name) { return Handle::newName(QByteArray("/").append(name).toStdString()); }

Handle stringOf(const QByteArray &bytes) { return Handle::newString(bytes.toStdString()); }

/// What XML can say: whole characters, no control characters
QString oneLine(const QString &text) { return QString::fromUtf8(text.toUtf8()).simplified().remove(kControl); }

Handle textOf(const QString &text) { return stringOf(pdfTextBytes(oneLine(text))); }

Handle dictionaryOf(std::initializer_list<std::pair<const char *, Handle>> entries)
{
    Handle dictionary = Handle::newDictionary();
    for (const auto &[key, value] : entries)
        dictionary.replaceKey(key, value);
    return dictionary;
}

/// Hundredths of a point: no locale, no exponent, the same text for the same box
Handle numberOf(double value) { return Handle::newReal(std::round(value * 100) / 100, 2, true); }

Handle rectangleOf(const QRectF &rect)
{
    Handle array = Handle::newArray();
    for (const double edge : {rect.left(), rect.top(), rect.right(), rect.bottom()})
        array.appendItem(numberOf(edge));
    return array;
}

class Construction {
public:
    Construction(QPDF &document, const DocumentParts &parts) : m_document(document), m_parts(parts) { }

    void build()
    {
        m_pages = QPDFPageDocumentHelper(m_document).getAllPages();
        if (m_pages.empty())
            throw std::runtime_error("no pages");
        repairFonts(m_document, FontPrograms::Stored);
        rebuildPages();
        m_document.getTrailer().replaceKey("/Info", m_document.makeIndirectObject(info()));
        const Handle filespec = m_document.makeIndirectObject(attachment());
        rebuildCatalog(filespec);
    }

private:
    Handle streamOf(const QByteArray &data) { return Handle::newStream(&m_document, data.toStdString()); }

    Handle packedStream(const std::string &data)
    {
        const QByteArray packed = deflate({data.data(), static_cast<qsizetype>(data.size())});
        Handle stream = Handle::newStream(&m_document);
        stream.replaceStreamData(packed.toStdString(), nameOf("FlateDecode"), Handle::newNull());
        return stream;
    }

    void rebuildPages()
    {
        const QByteArray hash = sha256Of(m_parts.attachment).toHex();
        Handle kids = Handle::newArray();
        for (QPDFPageObjectHelper &helper : m_pages) {
            Handle page = helper.getObjectHandle();
            std::string compact = pageMark(hash).toStdString();
            appendCompacted(compact, unpackedStream(page.getKey("/Contents")), m_widths.of(page.getKey("/Resources")));
            compact += pageMarkEnd().toStdString();
            page.replaceKey("/Contents", packedStream(compact));
            for (const std::string &key : page.getKeys()) {
                if (key != "/Type" && key != "/Parent" && key != "/MediaBox" && key != "/Contents"
                    && key != "/Resources")
                    page.removeKey(key);
            }
            kids.appendItem(page);
        }
        Handle pages = m_document.getRoot().getKey("/Pages");
        for (const std::string &key : pages.getKeys())
            pages.removeKey(key);
        pages.replaceKey("/Type", nameOf("Pages"));
        pages.replaceKey("/Count", Handle::newInteger(static_cast<long long>(m_pages.size())));
        pages.replaceKey("/Kids", kids);
        for (QPDFPageObjectHelper &helper : m_pages)
            helper.getObjectHandle().replaceKey("/Parent", pages);
    }

    DocumentInfo documentInfo() const
    {
        return {oneLine(m_parts.title), oneLine(m_parts.author), oneLine(m_parts.subject), m_parts.created};
    }

    Handle info()
    {
        const Handle created = stringOf(pdfDate(m_parts.created));
        return dictionaryOf({{"/Title", textOf(m_parts.title)},
                             {"/Author", textOf(m_parts.author)},
                             {"/Subject", textOf(m_parts.subject)},
                             {"/Creator", stringOf(documentCreator())},
                             {"/Producer", stringOf(documentProducer())},
                             {"/CreationDate", created},
                             {"/ModDate", created}});
    }

    /// ISO 19005-3, 6.8: F, UF, AFRelationship, a MIME type, and ModDate in Params
    Handle attachment()
    {
        const QByteArray &data = m_parts.attachment;
        Handle file = streamOf(data);
        Handle stream = file.getDict();
        stream.replaceKey("/Type", nameOf("EmbeddedFile"));
        stream.replaceKey("/Subtype", nameOf("application/json"));
        stream.replaceKey(
            "/Params",
            dictionaryOf(
                {{"/Size", Handle::newInteger(data.size())},
                 {"/CheckSum",
                  Handle::parse(QByteArray("<" + QCryptographicHash::hash(data, QCryptographicHash::Md5).toHex() + ">")
                                    .toStdString())},
                 {"/ModDate", stringOf(pdfDate(m_parts.created))}}));
        const Handle name = stringOf(attachmentName(m_parts.kind));
        return dictionaryOf({{"/Type", nameOf("Filespec")},
                             {"/AFRelationship", nameOf("Data")},
                             {"/F", name},
                             {"/UF", name},
                             {"/EF", dictionaryOf({{"/F", file}, {"/UF", file}})}});
    }

    Handle metadata()
    {
        Handle stream = streamOf(xmpPacket(documentInfo()));
        stream.getDict().replaceKey("/Type", nameOf("Metadata"));
        stream.getDict().replaceKey("/Subtype", nameOf("XML"));
        return stream;
    }

    /// Nothing to see until somebody signs; PDF/A asks for an appearance all the same (ISO 19005-3, 6.3.3).
    Handle emptyAppearance(const QRectF &rect)
    {
        Handle form = streamOf("q Q\n");
        form.getDict().replaceKey("/Type", nameOf("XObject"));
        form.getDict().replaceKey("/Subtype", nameOf("Form"));
        form.getDict().replaceKey("/BBox", rectangleOf(QRectF(QPointF(0, 0), rect.size())));
        form.getDict().replaceKey("/Resources", Handle::newDictionary());
        return dictionaryOf({{"/N", form}});
    }

    Handle field(const QByteArray &name, Handle page, const QRectF &rect)
    {
        Handle widget = m_document.makeIndirectObject(dictionaryOf({{"/Type", nameOf("Annot")},
                                                                    {"/Subtype", nameOf("Widget")},
                                                                    {"/FT", nameOf("Sig")},
                                                                    {"/T", stringOf(name)},
                                                                    {"/F", Handle::newInteger(132)},
                                                                    {"/P", page},
                                                                    {"/Rect", rectangleOf(rect)}}));
        if (!rect.isEmpty())
            widget.replaceKey("/AP", emptyAppearance(rect));
        if (!page.hasKey("/Annots"))
            page.replaceKey("/Annots", Handle::newArray());
        page.getKey("/Annots").appendItem(widget);
        return widget;
    }

    Handle acroForm()
    {
        Handle fields = Handle::newArray();
        for (const SignatureBox &box : m_parts.boxes)
            fields.appendItem(field(toCode(box.field).toLatin1(),
                                    m_pages.at(static_cast<std::size_t>(box.page)).getObjectHandle(), box.rect));
        fields.appendItem(field(kArchiveField.toByteArray(), m_pages.front().getObjectHandle(), QRectF()));
        return m_document.makeIndirectObject(dictionaryOf({{"/Fields", fields}, {"/SigFlags", Handle::newInteger(3)}}));
    }

    void rebuildCatalog(const Handle &filespec)
    {
        Handle root = m_document.getRoot();
        for (const std::string &key : root.getKeys()) {
            if (key != "/Pages" && key != "/OutputIntents")
                root.removeKey(key);
        }
        Handle files = Handle::newArray();
        files.appendItem(stringOf(attachmentName(m_parts.kind)));
        files.appendItem(filespec);
        Handle associated = Handle::newArray();
        associated.appendItem(filespec);
        root.replaceKey("/Type", nameOf("Catalog"));
        root.replaceKey("/Lang", stringOf("ja-JP"));
        root.replaceKey("/Metadata", metadata());
        root.replaceKey("/AF", associated);
        root.replaceKey("/Names", dictionaryOf({{"/EmbeddedFiles", dictionaryOf({{"/Names", files}})}}));
        root.replaceKey("/AcroForm", acroForm());
    }

    QPDF &m_document;
    const DocumentParts &m_parts;
    std::vector<QPDFPageObjectHelper> m_pages;
    FontWidths m_widths;
};

} // namespace

void assembleDocument(const DocumentParts &parts, Result<QByteArray> &result)
{
    result = rewritePdf(parts.rendered, [&parts](QPDF &document) { Construction(document, parts).build(); });
}

} // namespace tenken
