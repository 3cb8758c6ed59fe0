#include "gui/inspection/preview_view.h"

#include "gui/shell/labels.h"
#include "gui/shell/page.h"
#include "viewmodel/shell/page_preview.h"

#include <QHBoxLayout>
#include <QPaintEvent>
#include <QPainter>

namespace tenken {

namespace {

constexpr int gap = 12;
constexpr int patienceMs = 300;

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

PreviewView::PreviewView(QWidget *parent)
    : QScrollArea(parent),
      m_sheets(new Sheets(m_layout, this)),
      m_work(named(new QFrame(this), "previewWork")),
      m_count(named(new Note(Note::Tone::Plain, m_work), "previewCount")),
      m_cancel(named(new QPushButton(m_work), "cancelPreview"))
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_sheets->setObjectName(QStringLiteral("sheets"));
    setWidget(m_sheets);
    auto *row = new QHBoxLayout(m_work);
    row->addWidget(m_count, 1);
    row->addWidget(m_cancel);
    m_work->setAutoFillBackground(true);
    m_work->hide();
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
}

void PreviewView::follow(PagePreview &preview)
{
    m_preview = &preview;
    connect(&m_patience, &QTimer::timeout, this, [this] { say(tr("The pages are being set…")); });
    connect(&preview, &PagePreview::busyChanged, this, &PreviewView::showWork);
    connect(&preview, &PagePreview::progressed, this, [this](int pages) {
        if (m_work->isVisibleTo(this)) {
            say(tr("Pages set so far: %n", nullptr, pages));
        }
    });
    connect(&preview, &PagePreview::ready, this, &PreviewView::showLayout);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_preview->cancel();
        say(tr("Stopped. The pages are set anew when you come back here."));
    });
    retranslate();
}

void PreviewView::showWork()
{
    m_work->hide();
    if (m_preview->isBusy()) {
        m_patience.start();
    } else {
        m_patience.stop();
    }
}

void PreviewView::say(const QString &sentence)
{
    m_count->setText(sentence);
    m_cancel->setVisible(m_preview->isBusy());
    m_work->show();
    placeWork();
}

void PreviewView::placeWork()
{
    const int height = m_work->sizeHint().height();
    m_work->setGeometry(viewport()->x(), viewport()->y() + viewport()->height() - height, viewport()->width(), height);
}

void PreviewView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    placeWork();
}

void PreviewView::showLayout(const PageLayout &layout)
{
    m_layout = layout;
    m_sheets->setAccessibleName(layout.title);
    m_sheets->setMinimumHeight(m_sheets->heightForWidth(m_sheets->width()));
    m_sheets->updateGeometry();
    m_sheets->update();
}

void PreviewView::retranslate() { m_cancel->setText(tr("Cancel")); }

} // namespace tenken
