#pragma once

#include "report/page_layout.h"

#include <QScrollArea>

namespace tenken {

/// The pages of a report as they print, below each other
class PreviewView final : public QScrollArea {
    Q_OBJECT

public:
    explicit PreviewView(QWidget *parent = nullptr);
    void showLayout(const PageLayout &layout);
    int pageCount() const { return static_cast<int>(m_layout.pages.size()); }

private:
    PageLayout m_layout;
    QWidget *m_sheets;
};

} // namespace tenken
