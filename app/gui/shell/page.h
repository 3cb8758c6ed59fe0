#pragma once

#include <QWidget>

#include <functional>

namespace tenken {

/// One page of the main window
class Page : public QWidget {
    Q_OBJECT

public:
    explicit Page(const QString &name, QWidget *parent = nullptr);
    /// It is shown now: read anew what may have changed
    virtual void entered() { }
    /// It is left or the program ends: store what is still being typed
    virtual void leaving() { }

protected:
    /// Sets every text; called once after construction by the derived class and at each change of the language
    virtual void retranslate() = 0;
    void changeEvent(QEvent *event) override;
};

/// How the main window knows a page: the pages are made when they are first shown.
struct PageEntry {
    QString id;
    std::function<QString()> title;
    std::function<Page *(QWidget *parent)> make;
};

/// Commits what an input method is still composing, then tells the page
void settle(Page *page);

/// A widget with the name that tests and accessibility find it by
template <class Widget> Widget *named(Widget *widget, const char *name)
{
    widget->setObjectName(QLatin1String(name));
    return widget;
}

} // namespace tenken
