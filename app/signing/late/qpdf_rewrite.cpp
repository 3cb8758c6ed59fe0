#include "signing/late/qpdf_rewrite.h"

#include "signing/late/document_assembly.h"
#include "signing/late/font_repair.h"
#include "signing/late/qpdf_headers.h"
#include "signing/pdf/flate.h"

namespace tenken {

namespace {

void open(QPDF &document, const QByteArray &pdf)
{
    document.setAttemptRecovery(false);
    document.setSuppressWarnings(true);
    document.processMemoryFile("rendered", pdf.constData(), static_cast<std::size_t>(pdf.size()));
}

void requireNoWarnings(QPDF &document)
{
    if (document.anyWarnings())
        throw std::runtime_error(document.getWarnings().front().what());
}

QByteArray write(QPDF &document)
{
    document.getTrailer().removeKey("/ID");
    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setCompressStreams(true);
    writer.setNewlineBeforeEndstream(true);
    writer.setMinimumPDFVersion("1.7");
    writer.forcePDFVersion("1.7");
    writer.write();
    requireNoWarnings(document);
    const std::shared_ptr<Buffer> buffer(writer.getBufferSharedPointer());
    return {reinterpret_cast<const char *>(buffer->getBuffer()), static_cast<qsizetype>(buffer->getSize())};
}

} // namespace

Result<QByteArray> rewritePdf(const QByteArray &pdf, const std::function<void(QPDF &)> &change)
{
    try {
        QPDF document;
        open(document, pdf);
        change(document);
        return write(document);
    } catch (const std::exception &error) {
        return fail(ErrorCode::RenderFailed, {}, QString::fromUtf8(error.what()));
    }
}

QByteArray unpackedStream(QPDFObjectHandle stream)
{
    const auto view = [](const std::shared_ptr<Buffer> &buffer) {
        return QByteArrayView(buffer->getBuffer(), static_cast<qsizetype>(buffer->getSize()));
    };
    if (!stream.getDict().getKey("/Filter").isName() || stream.getDict().hasKey("/DecodeParms"))
        return view(stream.getStreamData(qpdf_dl_generalized)).toByteArray();
    InflateBudget budget;
    QByteArray data;
    if (!inflate(view(stream.getRawStreamData()), budget, data, kMaxUnpacked))
        throw std::runtime_error("a stream that cannot be unpacked");
    return data;
}

void pageAsForm(const QByteArray &pdf, Result<QByteArray> &result)
{
    try {
        QPDF source; // must outlive what is copied from it
        open(source, pdf);
        repairFonts(source, FontPrograms::Packed);
        auto pages = QPDFPageDocumentHelper(source).getAllPages();
        if (pages.size() != 1)
            throw std::runtime_error("an appearance has one page");
        QPDFObjectHandle form = pages.front().getFormXObjectForPage(false);
        form.getDict().removeKey("/Group");
        QPDF target;
        target.emptyPDF();
        target.getTrailer().replaceKey("/Info", target.makeIndirectObject(QPDFObjectHandle::newDictionary()));
        target.getRoot().replaceKey("/Appearance", target.copyForeignObject(form));
        result = write(target);
        requireNoWarnings(source);
    } catch (const std::exception &error) {
        result = fail(ErrorCode::RenderFailed, {}, QString::fromUtf8(error.what()));
    }
}

} // namespace tenken
