#include "gui/inspection/preview_view.h"

#include <QPaintEvent>
#include <QPainter>

namespace tenken {

namespace {

constexpr int gap = 12;

/// All sheets below each other, as wide as the view; only what is visible is painted.
class Sheets final : public QWidget {
public:
    explicit Sheets(const PageLayout &layout, QWidget *parent) : QWidget(parent), m_layout(layout)
    {
        QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override
    {
        return static_cast<int>(m_layout.pages.size()) * (sheetHeight(width) + gap) + gap;
    }
    QSize sizeHint() const override { return {480, heightForWidth(480)}; }

protected:
    void resizeEvent(QResizeEvent *) override { setMinimumHeight(heightForWidth(width())); }
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const int height = sheetHeight(width());
        for (int page = 0; page < m_layout.pages.size(); ++page) {
            const QRect sheet(gap, gap + page * (height + gap), width() - 2 * gap, height);
            if (sheet.intersects(event->rect())) {
                painter.fillRect(sheet, Qt::white);
                m_layout.paintPage(painter, page, sheet);
            }
        }
    }

private:
    int sheetHeight(int width) const
    {
        if (m_layout.pages.isEmpty()) {
            return 0;
        }
        const QSizeF size = m_layout.pages.first().pointSize;
        return static_cast<int>((width - 2 * gap) * size.height() / size.width());
    }
    const PageLayout &m_layout;
};

} // namespace

PreviewView::PreviewView(QWidget *parent) : QScrollArea(parent), m_sheets(new Sheets(m_layout, this))
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_sheets->setObjectName(QStringLiteral("sheets"));
    setWidget(m_sheets);
}

void PreviewView::showLayout(const PageLayout &layout)
{
    m_layout = layout;
    m_sheets->setAccessibleName(layout.title);
    m_sheets->setMinimumHeight(m_sheets->heightForWidth(m_sheets->width()));
    m_sheets->updateGeometry();
    m_sheets->update();
}

} // namespace tenken
