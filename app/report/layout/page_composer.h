#pragma once

#include "report/layout/canvas.h"
#include "report/layout/page_layout.h"

#include <QString>

#include <functional>

namespace tenken {

enum class PaperSize { A4Portrait, A4Landscape, A3Landscape };

/// What stands on every page. Empty parts are left out.
struct RunningMatter {
    QString handling; ///< 取扱区分, boxed at the top left
    QString document; ///< document number, top right
    QString date; ///< top right, below or after the number
    QString edition; ///< checklist and edition, bottom left
    QString outputTime;
    QString fingerprint; ///< first 16 hex digits of the data's SHA-256, bottom right
    QString watermark; ///< e.g. 下書き, large and grey behind the text
};

/// Fills pages from top to bottom. Margins: top 25, bottom 20, left 25 (binding), right 20 mm. Page numbers n／N are
/// written in a second pass, by finish().
class PageComposer {
public:
    PageComposer(const FontBook &book, QString title, RunningMatter running);
    /// Told the number of pages as each begins; false: the rest is not wanted
    void setProgress(std::function<bool(int pages)> progress) { m_progress = std::move(progress); }
    /// The rest is not wanted: what sets many rows stops
    bool isStopped() const { return m_stopped; }
    /// Begins a new page of this size; later pages follow it
    void startPage(PaperSize size);
    qreal width() const;
    /// Height between the margins
    qreal pageHeight() const;
    qreal remaining() const;
    qreal left() const;
    /// Narrows what follows to a column, offset from the left margin
    void useColumn(qreal offset, qreal width);
    void useFullWidth() { m_columnLeft = m_columnWidth = 0; }
    void moveTo(qreal y) { m_y = y; }
    qreal y() const { return m_y; }
    /// A new page unless this height is left on the current one
    void ensure(qreal height);
    void breakPage() { startPage(m_size); }
    void space(qreal height) { m_y += height; }
    qsizetype pageCount() const { return m_layout.pages.size(); }
    const Typesetter &typesetter() const { return m_typesetter; }
    Canvas canvas();

    void title(const QString &text);
    /// Kept together with keepWith units of what follows
    void heading(const QString &text, qreal keepWith = 1000);
    /// Lines flow over pages; indent in layout units
    void paragraph(const QString &text, const TextStyle &style = {}, qreal indent = 0);
    /// A drawing of fixed height, kept on one page
    void box(qreal height, const std::function<void(Canvas &, const QRectF &)> &draw);
    /// A place for a signature on the current page
    void reserveSignature(const QString &field, const QRectF &area);
    PageLayout finish();

private:
    void writeRunningMatter(int page);
    void writeFooter(Canvas &canvas, int page, const QSizeF &size);
    Typesetter m_typesetter;
    PageLayout m_layout;
    RunningMatter m_running;
    std::function<bool(int pages)> m_progress;
    bool m_stopped = false;
    PaperSize m_size = PaperSize::A4Portrait;
    qreal m_y = 0;
    qreal m_columnLeft = 0;
    qreal m_columnWidth = 0; ///< 0 = full width
};

} // namespace tenken
