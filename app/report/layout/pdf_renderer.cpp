#include "report/layout/pdf_renderer.h"

#include "report/layout/to_unicode_repair.h"
#include "report/layout/units.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QSet>

using namespace Qt::StringLiterals;

namespace tenken {
namespace {

/// Follows QPdfWriter: it numbers a font's glyphs in the order in which it first meets them.
class GlyphRecorder {
public:
    void record(const GlyphItem &item)
    {
        const QByteArray name = postScriptName(item.face);
        QStringList &texts = m_texts[name];
        if (texts.isEmpty())
            texts += QString();
        const QList<uint> characters = item.clusters.isEmpty() ? item.text.toUcs4() : QList<uint>();
        QSet<quint32> &seen = m_seen[name];
        for (qsizetype i = 0; i < item.glyphs.size(); ++i) {
            if (item.glyphs[i] == 0 || seen.contains(item.glyphs[i]))
                continue;
            seen += item.glyphs[i];
            const char32_t character = characters.value(i);
            texts += item.clusters.isEmpty() ? QString::fromUcs4(&character, 1) : item.clusters.value(i);
        }
    }
    const GlyphTexts &texts() const { return m_texts; }

private:
    GlyphTexts m_texts;
    QHash<QByteArray, QSet<quint32>> m_seen;
};

QPageLayout pageLayout(const LaidPage &page)
{
    const bool landscape = page.pointSize.width() > page.pointSize.height();
    const QSize upright = (landscape ? page.pointSize.transposed() : page.pointSize).toSize();
    return QPageLayout(QPageSize(upright, {}, QPageSize::ExactMatch),
                       landscape ? QPageLayout::Landscape : QPageLayout::Portrait, {});
}

Result<QByteArray> paint(const PageLayout &layout)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setResolution(unitsPerInch);
    writer.setTitle(layout.title);
    writer.setCreator(u"Tenken"_s);
    writer.setPageLayout(pageLayout(layout.pages.first()));
    QPainter painter;
    if (!painter.begin(&writer))
        return fail(ErrorCode::RenderFailed, layout.title, u"QPdfWriter"_s);
    for (int page = 0; page < layout.pages.size(); ++page) {
        if (page > 0) {
            writer.setPageLayout(pageLayout(layout.pages[page]));
            writer.newPage();
        }
        layout.paintPage(painter, page, QRectF(QPointF(), layout.pages[page].pointSize * 20));
    }
    painter.end();
    return buffer.data();
}

} // namespace

Result<RenderedDocument> renderPdf(const PageLayout &layout, MissingGlyphs missing)
{
    if (layout.pages.isEmpty())
        return fail(ErrorCode::RenderFailed, layout.title, u"no pages"_s);
    if (!layout.missing.isEmpty() && missing == MissingGlyphs::Refuse)
        return fail(ErrorCode::GlyphMissing, describe(layout.missing), layout.title);
    Result<QByteArray> painted = paint(layout);
    if (!painted)
        return fail(painted);
    GlyphRecorder recorder;
    for (const LaidPage &page : layout.pages)
        for (const DrawItem &item : page.items)
            if (const auto *glyphs = std::get_if<GlyphItem>(&item))
                recorder.record(*glyphs);
    Result<QByteArray> repaired = repairToUnicode(*painted, recorder.texts());
    if (!repaired)
        return fail(repaired);
    return RenderedDocument{*repaired, static_cast<int>(layout.pages.size()), layout.signatureBoxes,
                            layout.plainText()};
}

} // namespace tenken
