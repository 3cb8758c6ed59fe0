#include "gui/shell/theme.h"

#include <QGuiApplication>

#include <algorithm>
#include <cmath>

namespace tenken {

namespace {

double luminance(const QColor &colour)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

Theme Theme::current()
{
    const bool dark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    return Theme(dark ? Appearance::Dark : Appearance::Light);
}

QColor Theme::pick(const char *light, const char *dark) const { return QColor(QLatin1String(m_dark ? dark : light)); }

QColor Theme::primary() const { return pick("#0017C1", "#9DB7F9"); }
QColor Theme::onPrimary() const { return pick("#FFFFFF", "#000060"); }
QColor Theme::error() const { return pick("#CE0000", "#FF9A9A"); }
QColor Theme::success() const { return pick("#197A4B", "#7FD6A6"); }
QColor Theme::border() const { return pick("#949494", "#8C8C8C"); }
QColor Theme::quiet() const { return pick("#595959", "#B3B3B3"); }

QPalette Theme::palette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, pick("#F8F8FB", "#1A1A1C"));
    palette.setColor(QPalette::WindowText, pick("#1A1A1A", "#F2F2F2"));
    palette.setColor(QPalette::Base, pick("#FFFFFF", "#242428"));
    palette.setColor(QPalette::AlternateBase, pick("#F2F2F6", "#2C2C31"));
    palette.setColor(QPalette::Text, pick("#1A1A1A", "#F2F2F2"));
    palette.setColor(QPalette::Button, pick("#F2F2F6", "#35353B"));
    palette.setColor(QPalette::ButtonText, pick("#1A1A1A", "#F2F2F2"));
    palette.setColor(QPalette::BrightText, pick("#FFFFFF", "#FFFFFF"));
    palette.setColor(QPalette::ToolTipBase, pick("#1A1A1A", "#F2F2F2"));
    palette.setColor(QPalette::ToolTipText, pick("#FFFFFF", "#1A1A1A"));
    palette.setColor(QPalette::PlaceholderText, quiet());
    palette.setColor(QPalette::Highlight, primary());
    palette.setColor(QPalette::HighlightedText, onPrimary());
    palette.setColor(QPalette::Link, primary());
    palette.setColor(QPalette::LinkVisited, pick("#5109AD", "#CDA6FF"));
    palette.setColor(QPalette::Mid, border());
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, pick("#6B6B6B", "#A0A0A0"));
    }
    return palette;
}

Fill Theme::fill(std::optional<AnswerCode> answer) const
{
    if (!answer) {
        return {pick("#FFFFFF", "#242428"), quiet()};
    }
    switch (*answer) {
    case AnswerCode::Yes:
        return {pick("#DFF3E7", "#16442C"), pick("#0B5A33", "#B5F0CF")};
    case AnswerCode::Partial:
        return {pick("#FFF0C2", "#4D3C00"), pick("#5F4A00", "#FFE08A")};
    case AnswerCode::No:
        return {pick("#FCE4E4", "#5C1313"), pick("#A80000", "#FFC2C2")};
    case AnswerCode::Unknown:
        return {pick("#E2E8FD", "#1E2D66"), pick("#0017C1", "#C3D2FF")};
    case AnswerCode::NotApplicable:
        return {pick("#E6E6E6", "#45454B"), pick("#333333", "#E6E6E6")};
    }
    Q_UNREACHABLE();
}

Fill Theme::fill(Verdict verdict) const
{
    if (verdict == Verdict::Accepted) {
        return fill(AnswerCode::Yes);
    }
    return fill(verdict == Verdict::Untrusted || verdict == Verdict::Unsigned ? AnswerCode::Partial : AnswerCode::No);
}

QList<ColourPair> Theme::textPairs() const
{
    const QPalette colours = palette();
    const auto pair = [&](const char *place, QPalette::ColorRole text, QPalette::ColorRole background) {
        return ColourPair{QString::fromLatin1(place), colours.color(text), colours.color(background)};
    };
    QList<ColourPair> pairs{
        pair("window", QPalette::WindowText, QPalette::Window),
        pair("field", QPalette::Text, QPalette::Base),
        pair("striped row", QPalette::Text, QPalette::AlternateBase),
        pair("button", QPalette::ButtonText, QPalette::Button),
        pair("selection", QPalette::HighlightedText, QPalette::Highlight),
        pair("tool tip", QPalette::ToolTipText, QPalette::ToolTipBase),
        pair("link", QPalette::Link, QPalette::Window),
        pair("visited link", QPalette::LinkVisited, QPalette::Window),
        pair("placeholder", QPalette::PlaceholderText, QPalette::Base),
        {QStringLiteral("disabled"), colours.color(QPalette::Disabled, QPalette::ButtonText),
         colours.color(QPalette::Button)},
        {QStringLiteral("disabled field"), colours.color(QPalette::Disabled, QPalette::Text),
         colours.color(QPalette::Base)},
        {QStringLiteral("primary button"), onPrimary(), primary()},
    };
    for (const QPalette::ColorRole background : {QPalette::Window, QPalette::Base, QPalette::AlternateBase}) {
        for (const QColor &text : {error(), success(), quiet(), primary()}) {
            pairs << ColourPair{text.name(), text, colours.color(background)};
        }
    }
    for (const AnswerCode answer : allAnswerCodes) {
        pairs << ColourPair{toCode(answer), fill(answer).text, fill(answer).background};
    }
    pairs << ColourPair{QStringLiteral("unanswered"), fill(std::nullopt).text, fill(std::nullopt).background};
    return pairs;
}

} // namespace tenken
