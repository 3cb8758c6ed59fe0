#include "gui/shell/tenken_style.h"

#include "gui/shell/rounded_frame.h"

#include <QApplication>
#include <QFocusFrame>
#include <QMainWindow>
#include <QMenuBar>
#include <QPainter>
#include <QPushButton>
#include <QStyleOption>
#include <QTabBar>

namespace tenken {

namespace {

constexpr int ringWidth = 4;

bool wantsRing(const QWidget *widget)
{
    return widget && !widget->isWindow() && !qobject_cast<const QMenuBar *>(widget)
        && widget->windowType() != Qt::Popup;
}

} // namespace

TenkenStyle::TenkenStyle() : QProxyStyle(QStringLiteral("Fusion")) { }

void TenkenStyle::followFocus()
{
    QObject::connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (!wantsRing(now)) {
            delete m_frame;
            return;
        }
        if (!m_frame) {
            m_frame = new QFocusFrame(now);
        }
        m_frame->setWidget(now);
    });
}

void TenkenStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (auto *button = qobject_cast<QPushButton *>(widget)) {
        button->setAutoDefault(true);
    }
}

void TenkenStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    if (element == CE_HeaderSection) {
        drawHeaderGround(*option, painter);
        return;
    }
    const auto *tab = element == CE_TabBarTabShape ? qstyleoption_cast<const QStyleOptionTab *>(option) : nullptr;
    if (tab && tab->shape == QTabBar::RoundedNorth) {
        drawTab(*tab, painter);
        return;
    }
    if (element != CE_FocusFrame) {
        QProxyStyle::drawControl(element, option, painter, widget);
        if (element == CE_ProgressBarGroove) {
            drawFrame(*option, painter);
        }
        return;
    }
    painter->save();
    const QRectF outside = QRectF(option->rect).adjusted(1, 1, -1, -1);
    drawRoundedFrame(painter, outside, 4, 2, QColor(0xFF, 0xD4, 0x3D));
    drawRoundedFrame(painter, outside.adjusted(2, 2, -2, -2), 3, 2, Qt::black);
    painter->restore();
}

QSize TenkenStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                    const QWidget *widget) const
{
    const QSize own = QProxyStyle::sizeFromContents(type, option, size, widget);
    const int room = option->fontMetrics.height() / 2;
    return type == CT_PushButton ? own + QSize(room, room / 2) : own;
}

/// Flat, so that the text stands on the very colour whose contrast is known
void TenkenStyle::drawButton(const QStyleOption &option, QPainter *painter) const
{
    const QPalette &colours = option.palette;
    QColor fill = colours.color(QPalette::Button);
    const bool held = option.state & State_On;
    if (held) {
        fill = colours.color(QPalette::Base);
    } else if (option.state & State_MouseOver && option.state & State_Enabled) {
        fill = fill.lightness() > 128 ? fill.lighter(103) : fill.darker(108);
    }
    painter->save();
    drawRoundedBox(painter, QRectF(option.rect).adjusted(1, 1, -1, -1), 4, fill, held ? 2 : 1,
                   colours.color(held ? QPalette::WindowText : QPalette::Mid));
    painter->restore();
}

/// Fusion tells the chosen one by a shade alone, which is lost on dark ground
void TenkenStyle::drawTab(const QStyleOptionTab &tab, QPainter *painter) const
{
    constexpr int bar = 3;
    const bool isChosen = tab.state & State_Selected;
    const QRect rect = tab.rect.adjusted(0, isChosen ? 0 : 2, 0, 0);
    painter->save();
    painter->fillRect(rect, tab.palette.color(isChosen ? QPalette::Window : QPalette::Button));
    painter->setPen(tab.palette.color(QPalette::Mid));
    painter->drawPolyline(QPolygon({rect.bottomLeft(), rect.topLeft(), rect.topRight(), rect.bottomRight()}));
    if (isChosen) {
        painter->fillRect(rect.left(), rect.top(), rect.width(), bar, tab.palette.color(QPalette::Highlight));
    }
    painter->restore();
}

/// Flat like the buttons, and the corner between two headers like the headers
void TenkenStyle::drawHeaderGround(const QStyleOption &option, QPainter *painter) const
{
    painter->fillRect(option.rect, option.palette.color(QPalette::Button));
    painter->save();
    painter->setPen(option.palette.color(QPalette::Mid));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->drawLine(option.rect.topRight(), option.rect.bottomRight());
    painter->restore();
}

/// Fusion's own lines fade on dark ground
void TenkenStyle::drawFrame(const QStyleOption &option, QPainter *painter) const
{
    painter->save();
    drawRoundedFrame(painter, QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 1,
                     option.palette.color(QPalette::Mid));
    painter->restore();
}

/// A square that is seen on every ground, with the mark that says it is ticked
void TenkenStyle::drawCheckBox(const QStyleOption &option, QPainter *painter) const
{
    const QPalette &colours = option.palette;
    const bool marked = option.state & (State_On | State_NoChange);
    const bool enabled = option.state & State_Enabled;
    const qreal side = std::min(option.rect.width(), option.rect.height()) - 2;
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(option.rect).center());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor frame = colours.color(enabled ? QPalette::Normal : QPalette::Disabled, QPalette::Mid);
    const QColor ground = marked && enabled ? colours.color(QPalette::Highlight) : colours.color(QPalette::Base);
    painter->setPen(QPen(marked ? ground : frame, 1.5));
    painter->setBrush(ground);
    painter->drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 3, 3);
    if (marked) {
        const QColor ink = enabled ? colours.color(QPalette::HighlightedText) : frame;
        painter->setPen(QPen(ink, side / 7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const auto at = [&box](qreal x, qreal y) { return box.topLeft() + QPointF(x, y) * box.width(); };
        if (option.state & State_On) {
            painter->drawPolyline(QPolygonF({at(0.24, 0.52), at(0.43, 0.71), at(0.77, 0.31)}));
        } else {
            painter->drawLine(at(0.28, 0.5), at(0.72, 0.5));
        }
    }
    painter->restore();
}

/// Fusion's own is lost on the ground of a chosen row
void TenkenStyle::drawBranch(const QStyleOption &option, QPainter *painter) const
{
    if (!(option.state & State_Children)) {
        return;
    }
    const bool isChosen = option.state & State_Selected;
    const qreal reach = std::max(3.0, option.fontMetrics.height() / 4.5);
    const QPointF middle = QRectF(option.rect).center();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(option.palette.color(isChosen ? QPalette::HighlightedText : QPalette::Text), 1.5));
    painter->translate(middle);
    painter->rotate(option.state & State_Open ? 90 : 0);
    painter->drawPolyline(QPolygonF({QPointF(-reach / 2, -reach), QPointF(reach / 2, 0), QPointF(-reach / 2, reach)}));
    painter->restore();
}

/// The page of a tab lies on the window's own ground, for which the quiet colours are chosen
void TenkenStyle::drawTabPane(const QStyleOption &option, QPainter *painter) const
{
    painter->save();
    painter->setPen(option.palette.color(QPalette::Mid));
    painter->setBrush(option.palette.color(QPalette::Window));
    painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    painter->restore();
}

void TenkenStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                     const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_SpinBox) {
        drawFrame(*option, painter);
    }
}

void TenkenStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    if (element == PE_PanelButtonCommand) {
        drawButton(*option, painter);
    } else if (element == PE_FrameLineEdit || element == PE_Frame) {
        drawFrame(*option, painter);
    } else if (element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck) {
        drawCheckBox(*option, painter);
    } else if (element == PE_IndicatorBranch) {
        drawBranch(*option, painter);
    } else if (element == PE_FrameTabWidget) {
        drawTabPane(*option, painter);
    } else if (element != PE_FrameFocusRect) { // the ring around the widget tells it
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

QIcon TenkenStyle::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    if (which != SP_ToolBarHorizontalExtensionButton) {
        return QProxyStyle::standardIcon(which, option, widget);
    }
    constexpr int side = 16;
    QPixmap picture(side, side);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QApplication::palette().color(QPalette::ButtonText), 2));
    for (const int left : {3, 8}) {
        painter.drawPolyline(QPolygonF({QPointF(left, 4), QPointF(left + 4, 8), QPointF(left, 12)}));
    }
    painter.end();
    return QIcon(picture);
}

int TenkenStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    if (metric == PM_FocusFrameHMargin || metric == PM_FocusFrameVMargin) {
        return ringWidth;
    }
    const int own = QProxyStyle::pixelMetric(metric, option, widget);
    if (metric == PM_HeaderMargin) {
        return own + 4; // its words do not touch the lines
    }
    switch (metric) { // what grows with the text
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_TabBarIconSize:
        return std::max(own, QFontMetrics(QApplication::font()).height());
    default:
        return own;
    }
}

int TenkenStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *result) const
{
    if (hint == SH_FocusFrame_AboveWidget) {
        return 1;
    }
    return QProxyStyle::styleHint(hint, option, widget, result);
}

} // namespace tenken
