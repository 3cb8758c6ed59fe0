#pragma once

#include "gui/inspection/answer_button.h"
#include "gui/shell/theme.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QComboBox>
#include <QFocusFrame>
#include <QLabel>
#include <QLineEdit>
#include <QStyleOptionComboBox>
#include <QTabBar>

/// What is wrong with what is seen: texts, places, colours. Each function names the faults below a window.
namespace tenken::support {

inline QString nameOf(const QObject *object)
{
    return object->objectName().isEmpty() ? QLatin1String(object->metaObject()->className()) : object->objectName();
}

/// Parts that Qt made for itself, like the buttons of a tab bar
inline bool isQtsOwn(const QWidget *widget) { return widget->objectName().startsWith(u"qt_"); }

inline QList<QWidget *> shownWidgets(QWidget *root)
{
    QList<QWidget *> shown;
    for (QWidget *widget : root->findChildren<QWidget *>()) {
        if (widget->isVisible() && widget->window() == root && !qobject_cast<QFocusFrame *>(widget)) {
            shown << widget;
        }
    }
    return shown;
}

// ---- texts

inline QSize neededBy(const QLabel *label)
{
    return label->wordWrap() ? QSize(0, label->heightForWidth(label->width())) : label->sizeHint();
}

inline QSize neededBy(const QAbstractButton *button)
{
    const QSize least = button->minimumSizeHint();
    return button->hasHeightForWidth() ? QSize(least.width(), button->heightForWidth(button->width())) : least;
}

inline int roomFor(const QComboBox *box)
{
    QStyleOptionComboBox option;
    option.initFrom(box);
    option.editable = box->isEditable();
    return box->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box).width();
}

inline QString clippedTextOf(const QWidget *widget)
{
    const auto exceeds = [widget](const QSize &needed) {
        return needed.width() > widget->width() + 1 || needed.height() > widget->height() + 1;
    };
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        return !label->text().isEmpty() && exceeds(neededBy(label)) ? label->text() : QString();
    }
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
        return !button->text().isEmpty() && exceeds(neededBy(button)) ? button->text() : QString();
    }
    if (const auto *box = qobject_cast<const QComboBox *>(widget)) {
        const bool fits = box->fontMetrics().horizontalAdvance(box->currentText()) <= roomFor(box);
        return fits && !exceeds(QSize(0, box->fontMetrics().height())) ? QString() : box->currentText();
    }
    if (const auto *field = qobject_cast<const QLineEdit *>(widget)) {
        const bool isEmpty = field->text().isEmpty();
        const int room = field->width() - 4; // the text of a field may scroll, its placeholder cannot
        const bool fits = !isEmpty || field->fontMetrics().horizontalAdvance(field->placeholderText()) <= room;
        return fits && !exceeds(QSize(0, field->fontMetrics().height())) ? QString() : nameOf(field);
    }
    if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
        for (int i = 0; i < tabs->count(); ++i) {
            const bool isSeen = tabs->isTabVisible(i);
            if (isSeen && tabs->fontMetrics().horizontalAdvance(tabs->tabText(i)) > tabs->tabRect(i).width()) {
                return tabs->tabText(i);
            }
            if (isSeen && !tabs->rect().contains(tabs->tabRect(i))) {
                return tabs->tabText(i) + QStringLiteral(" (scrolled away)");
            }
        }
    }
    return {};
}

inline QStringList textFaults(QWidget *root)
{
    QStringList faults;
    for (QWidget *widget : shownWidgets(root)) {
        if (widget->visibleRegion().isEmpty() || isQtsOwn(widget)) {
            continue;
        }
        if (const QString text = clippedTextOf(widget); !text.isEmpty()) {
            faults << QStringLiteral("%1: clipped: %2").arg(nameOf(widget), text);
        }
    }
    return faults;
}

// ---- places

inline bool isCovering(const QWidget *widget)
{
    return qobject_cast<const QLabel *>(widget) || qobject_cast<const QAbstractButton *>(widget)
        || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget)
        || qobject_cast<const QAbstractScrollArea *>(widget);
}

/// Neighbours that lie on each other, and what reaches out of its parent
inline QStringList placeFaults(QWidget *root)
{
    QStringList faults;
    const QList<QWidget *> shown = shownWidgets(root);
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const QWidget *one = shown.at(i);
        if (!isCovering(one) || isQtsOwn(one)) {
            continue;
        }
        for (qsizetype j = i + 1; j < shown.size(); ++j) {
            const QWidget *other = shown.at(j);
            const bool neighbours = one->parentWidget() == other->parentWidget() && isCovering(other);
            if (neighbours && !isQtsOwn(other) && one->geometry().intersects(other->geometry())) {
                faults << QStringLiteral("%1 lies on %2").arg(nameOf(one), nameOf(other));
            }
        }
        if (!one->parentWidget()->rect().contains(one->geometry())) {
            faults << QStringLiteral("%1 reaches out of %2").arg(nameOf(one), nameOf(one->parentWidget()));
        }
    }
    return faults;
}

// ---- colours

/// What the widget's text stands on, by the palettes of the widget and those around it
inline QColor groundOf(const QWidget *widget)
{
    for (const QWidget *at = widget; at; at = at->parentWidget()) {
        if (at->isWindow() || at->autoFillBackground() || qobject_cast<const QAbstractScrollArea *>(at)) {
            return at->palette().color(at->backgroundRole());
        }
    }
    return {};
}

inline QStringList contrastFaults(QWidget *root)
{
    constexpr double least = 4.5;
    QStringList faults;
    for (const QWidget *widget : shownWidgets(root)) {
        const QPalette::ColorGroup group = widget->isEnabled() ? QPalette::Active : QPalette::Disabled;
        const QPalette &colours = widget->palette();
        QColor ink = colours.color(group, widget->foregroundRole());
        QColor ground = groundOf(widget);
        if (qobject_cast<const AnswerButton *>(widget) || (!isCovering(widget))) {
            continue; // painted in the theme's own pairs, which tst_theme counts
        }
        if (qobject_cast<const QAbstractButton *>(widget)) {
            ink = colours.color(group, QPalette::ButtonText);
            ground = colours.color(group, QPalette::Button);
        } else if (!qobject_cast<const QLabel *>(widget)) {
            ink = colours.color(group, QPalette::Text);
            ground = colours.color(group, QPalette::Base);
        }
        if (contrast(ink, ground) < least) {
            faults << QStringLiteral("%1: %2 on %3 is %4 : 1")
                          .arg(nameOf(widget), ink.name(), ground.name())
                          .arg(contrast(ink, ground), 0, 'f', 2);
        }
    }
    return faults;
}

} // namespace tenken::support
