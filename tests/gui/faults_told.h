#pragma once

#include "gui/faults_seen.h"

#include <QAccessible>
#include <QTableView>

/// What is wrong with what is told to assistive technology and reached by Tab
namespace tenken::support {

inline bool isControl(const QWidget *widget)
{
    return widget->isEnabled() && widget->focusPolicy() != Qt::NoFocus && !isQtsOwn(widget);
}

inline QStringList faultsOfFace(QAccessibleInterface *face)
{
    const QAccessible::State state = face->state();
    if (state.invisible || state.offscreen || !face->isValid()) {
        return {};
    }
    const QObject *object = face->object();
    const QString who = object
        ? nameOf(object)
        : QStringLiteral("a part of role %1 in %2")
              .arg(face->role())
              .arg(face->parent() && face->parent()->object() ? nameOf(face->parent()->object()) : QString());
    QAccessibleTableCellInterface *cell = face->tableCellInterface();
    const bool isFurtherCell = cell && cell->columnIndex() > 0; // may be empty, like a note that nobody wrote
    const bool isCorner = !object && face->role() == QAccessible::Pane && face->rect().isEmpty(); // see cornerFaults
    const bool isPart =
        !object && !isFurtherCell && !isCorner && face->role() != QAccessible::Separator; // a row, a tab
    const bool needsName = isPart || (object && state.focusable) || face->role() == QAccessible::Window
        || face->role() == QAccessible::Dialog;
    QStringList faults;
    if (face->role() == QAccessible::NoRole) {
        faults << who + QStringLiteral(": no role");
    }
    const auto *widget = qobject_cast<const QWidget *>(object);
    const bool isOurs = !widget || !isQtsOwn(widget);
    if (needsName && isOurs && face->text(QAccessible::Name).trimmed().isEmpty()) {
        faults << who + QStringLiteral(": no name");
    }
    if (widget && isControl(widget) && widget->objectName().isEmpty()) {
        faults << who + QStringLiteral(": no object name");
    }
    return faults;
}

/// The whole tree that assistive technology sees, cells of views but for the first rows of long ones left out
inline QStringList accessibleFaults(QAccessibleInterface *face)
{
    constexpr int mostChildren = 60;
    if (!face || face->state().invisible) {
        return {};
    }
    QStringList faults = faultsOfFace(face);
    const int count = std::min(face->childCount(), mostChildren);
    for (int i = 0; i < count; ++i) {
        faults << accessibleFaults(face->child(i));
    }
    return faults;
}

/// Qt lets nobody name the corner between the headers of a table, so it must not be something to press
inline QStringList cornerFaults(QWidget *root)
{
    QStringList faults;
    for (const QWidget *widget : shownWidgets(root)) {
        const auto *table = qobject_cast<const QTableView *>(widget);
        if (table && table->isCornerButtonEnabled()) {
            faults << nameOf(table) + QStringLiteral(": its corner acts and has no name");
        }
    }
    return faults;
}

inline QStringList accessibleFaults(QWidget *root)
{
    return accessibleFaults(QAccessible::queryAccessibleInterface(root)) + cornerFaults(root);
}

/// Every control that Tab reaches, as long as the chain is
inline QList<QWidget *> tabChain(QWidget *root)
{
    QList<QWidget *> chain;
    QWidget *widget = root;
    do {
        widget = widget->nextInFocusChain();
        const bool takesTab = widget->focusPolicy() & Qt::TabFocus && !widget->focusProxy();
        const bool isSeen = widget->isVisible() && !widget->visibleRegion().isEmpty();
        if (takesTab && isSeen && isControl(widget) && widget->window() == root) {
            chain << widget;
        }
    } while (widget != root);
    return chain;
}

/// Behind the other although it is read before it: above it in the same column, or left of it in the same row
inline bool isReadBefore(const QRect &later, const QRect &earlier)
{
    const bool sameColumn = std::min(later.right(), earlier.right()) - std::max(later.left(), earlier.left()) > 8;
    const bool sameRow = std::min(later.bottom(), earlier.bottom()) - std::max(later.top(), earlier.top())
        > std::min(later.height(), earlier.height()) / 2;
    return (sameColumn && later.bottom() <= earlier.top()) || (sameRow && later.right() <= earlier.left());
}

inline QStringList orderFaults(QWidget *root)
{
    const auto rectOf = [root](const QWidget *widget) { // as far as it is seen
        const QRect seen = widget->visibleRegion().boundingRect();
        return QRect(widget->mapTo(root, seen.topLeft()), seen.size());
    };
    QStringList faults;
    const QList<QWidget *> chain = tabChain(root);
    for (qsizetype i = 0; i < chain.size(); ++i) {
        for (qsizetype j = i + 1; j < chain.size(); ++j) {
            if (isReadBefore(rectOf(chain.at(j)), rectOf(chain.at(i)))) {
                faults << QStringLiteral("Tab reaches %1 before %2").arg(nameOf(chain.at(i)), nameOf(chain.at(j)));
            }
        }
    }
    return faults;
}

} // namespace tenken::support
