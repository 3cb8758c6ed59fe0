#pragma once

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QScrollBar>
#include <QTest>
#include <QWheelEvent>
#include <QWindow>

#include <functional>
#include <optional>

namespace tenken::support {

/// What a person can do with a window: press keys where the focus is, click and turn the wheel where something is seen.
/// Clicks go through the window, so they hit what lies on top.
class Hands {
public:
    explicit Hands(QWidget &window) : m_window(window) { }

    /// What is offered below a field takes the keys before the field does
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *popup = QApplication::activePopupWidget();
        QWidget *target = popup ? popup : QApplication::focusWidget();
        QTest::keyClick(target ? target : &m_window, static_cast<Qt::Key>(key), modifiers);
    }

    /// Takes the first of what is offered below a field
    bool clickFirstOffer()
    {
        QAbstractItemView *offers = nullptr;
        const auto isOffered = [&offers] {
            offers = qobject_cast<QAbstractItemView *>(QApplication::activePopupWidget());
            return offers && offers->isVisible() && offers->model()->rowCount() > 0;
        };
        if (!QTest::qWaitFor(isOffered)) {
            return false;
        }
        QTest::mouseClick(offers->viewport(), Qt::LeftButton, {},
                          offers->visualRect(offers->model()->index(0, 0)).center());
        return QTest::qWaitFor([] { return !QApplication::activePopupWidget(); });
    }

    void type(const QString &text)
    {
        QWidget *target = QApplication::focusWidget();
        for (const QChar c : text) {
            QTest::sendKeyEvent(QTest::Click, target, Qt::Key_unknown, QString(c), Qt::NoModifier);
        }
    }

    bool tabTo(const char *name)
    {
        constexpr int mostTabs = 120;
        for (int i = 0; i < mostTabs; ++i) {
            const QWidget *now = QApplication::focusWidget();
            if (now && now->objectName() == QLatin1String(name)) {
                return true;
            }
            press(Qt::Key_Tab);
        }
        const QWidget *now = QApplication::focusWidget();
        qWarning("Tab does not reach %s but ends in %s", name, now ? qPrintable(now->objectName()) : "nothing");
        return false;
    }

    /// At this place of the widget, its middle unless told otherwise; false when it cannot be seen there
    bool click(const char *name, std::optional<QPoint> at = {})
    {
        QWidget *widget = seen(name);
        if (!widget) {
            return false;
        }
        const QPoint within = at.value_or(widget->rect().center());
        turnWheelUntilSeen(widget, within);
        const QPoint there = widget->mapTo(&m_window, within);
        const QWidget *hit = m_window.childAt(there);
        if (!hit || (hit != widget && !widget->isAncestorOf(hit))) {
            return false;
        }
        QTest::mouseClick(m_window.windowHandle(), Qt::LeftButton, {}, there);
        return true;
    }

    /// The box of a row that can be ticked
    bool clickCheckBox(QAbstractItemView *view, const QModelIndex &index)
    {
        QWidget *port = view->viewport();
        const auto middle = [&] {
            return QPoint(view->visualRect(index).left() + 10, view->visualRect(index).center().y());
        };
        turnWheelUntil(
            view, [&] { return port->rect().contains(middle()); }, middle().y() < 0);
        return click(qUtf8Printable(view->objectName()), port->mapTo(view, middle()));
    }

private:
    QWidget *seen(const char *name) const
    {
        for (QWidget *widget : m_window.findChildren<QWidget *>(QLatin1String(name))) {
            if (widget->isVisible()) {
                return widget;
            }
        }
        return nullptr;
    }

    static QAbstractScrollArea *areaAround(const QWidget *widget)
    {
        for (QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
            if (auto *area = qobject_cast<QAbstractScrollArea *>(parent)) {
                return area;
            }
        }
        return nullptr;
    }

    /// As far as the bar goes, a notch at a time
    static void turnWheelUntil(QAbstractScrollArea *area, const std::function<bool()> &isSeen, bool upwards)
    {
        QWidget *port = area->viewport();
        const QPointF place(port->width() - 4, port->height() - 4); // beside the fields, which take the wheel too
        int before = -1;
        while (!isSeen() && before != area->verticalScrollBar()->value()) {
            before = area->verticalScrollBar()->value();
            QWheelEvent turn(place, port->mapToGlobal(place), {}, {0, upwards ? 120 : -120}, Qt::NoButton,
                             Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(port, &turn);
        }
    }

    static void turnWheelUntilSeen(QWidget *widget, const QPoint &within)
    {
        QAbstractScrollArea *area = areaAround(widget);
        if (!area) {
            return;
        }
        const auto height = [&] { return widget->mapTo(area->viewport(), within).y(); };
        turnWheelUntil(
            area, [&] { return height() >= 0 && height() < area->viewport()->height(); }, height() < 0);
    }

    QWidget &m_window;
};

} // namespace tenken::support
