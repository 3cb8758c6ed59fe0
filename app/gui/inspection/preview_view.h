#pragma once

#include "report/layout/page_layout.h"

#include <QScrollArea>
#include <QTimer>

class QPushButton;

namespace tenken {

class Note;
class PagePreview;

/// The pages of a report as they print, below each other
class PreviewView final : public QScrollArea {
    Q_OBJECT

public:
    explicit PreviewView(QWidget *parent = nullptr);
    void showLayout(const PageLayout &layout);
    /// Shows what is ordered there. While new pages are set the old ones stay; when that takes long it is told, with
    /// their number, and can be stopped.
    void follow(PagePreview &preview);
    int pageCount() const { return static_cast<int>(m_layout.pages.size()); }
    void retranslate();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showWork();
    void say(const QString &sentence);
    void placeWork();

    PagePreview *m_preview = nullptr;
    PageLayout m_layout;
    QWidget *m_sheets;
    QWidget *m_work;
    Note *m_count;
    QPushButton *m_cancel;
    QTimer m_patience; ///< shorter work is not worth a word
};

} // namespace tenken
