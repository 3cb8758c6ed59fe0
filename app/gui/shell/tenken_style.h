#pragma once

#include <QPointer>
#include <QProxyStyle>

class QFocusFrame;
class QStyleOptionTab;

namespace tenken {

/// Fusion with a focus ring that cannot be overlooked: a black line with a yellow ring around it.
class TenkenStyle final : public QProxyStyle {
    Q_OBJECT

public:
    TenkenStyle();
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *result) const override;
    /// What a menu bar too narrow for its menus shows is painted: Fusion reads a picture at every start, and all of
    /// Qt's picture plugins with it.
    QIcon standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const override;
    /// Enter presses the button that has the focus, not only Space
    void polish(QWidget *widget) override;
    using QProxyStyle::polish;
    /// Puts the ring around the widget that has the focus
    void followFocus();

private:
    void drawTab(const QStyleOptionTab &tab, QPainter *painter) const;
    void drawHeaderGround(const QStyleOption &option, QPainter *painter) const;
    void drawFrame(const QStyleOption &option, QPainter *painter) const;
    void drawButton(const QStyleOption &option, QPainter *painter) const;
    void drawCheckBox(const QStyleOption &option, QPainter *painter) const;
    void drawBranch(const QStyleOption &option, QPainter *painter) const;
    void drawTabPane(const QStyleOption &option, QPainter *painter) const;
    QPointer<QFocusFrame> m_frame;
};

} // namespace tenken
