#include "gui/shell/page.h"

#include <QEvent>
#include <QGuiApplication>
#include <QInputMethod>

namespace tenken {

Page::Page(const QString &name, QWidget *parent) : QWidget(parent) { setObjectName(name); }

void Page::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void settle(Page *page)
{
    QGuiApplication::inputMethod()->commit();
    if (page) {
        page->leaving();
    }
}

} // namespace tenken
