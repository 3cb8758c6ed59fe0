#include "gui/inspection/answer_button.h"

#include "gui/shell/rounded_frame.h"
#include "gui/shell/theme.h"
#include "wording/answer_words.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace tenken {

namespace {

constexpr int gap = 8;
constexpr int pad = 6;
constexpr int air = 3;

} // namespace

int keyOf(AnswerCode code)
{
    return static_cast<int>(std::find(std::begin(allAnswerCodes), std::end(allAnswerCodes), code)
                            - std::begin(allAnswerCodes))
        + 1;
}

std::optional<AnswerCode> answerOfKey(int key)
{
    return key >= 1 && key <= 5 ? std::optional(allAnswerCodes[key - 1]) : std::nullopt;
}

AnswerButton::AnswerButton(AnswerCode code, QWidget *parent) : QAbstractButton(parent), m_code(code)
{
    setCheckable(true);
    setAutoExclusive(false);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void AnswerButton::setWords(const QString &scale, const QString &criterion)
{
    m_word = wording::answerWithSymbol(m_code, scale);
    m_criterion = criterion;
    setText(wording::word(m_code, scale));
    setAccessibleName(QStringLiteral("%1 %2").arg(keyOf(m_code)).arg(m_word));
    setAccessibleDescription(criterion);
    remeasure();
}

void AnswerButton::remeasure()
{
    m_measures.reset();
    updateGeometry();
    update();
}

void AnswerButton::setNeighbours(const QStringList &words)
{
    m_neighbours = words;
    remeasure();
}

const AnswerButton::Measures &AnswerButton::measures() const
{
    if (!m_measures) {
        QFont bold = font();
        bold.setBold(true);
        const QFontMetrics metrics(bold);
        int mark = std::max(metrics.horizontalAdvance(m_word), metrics.averageCharWidth() * 11);
        for (const QString &neighbour : m_neighbours) {
            mark = std::max(mark, metrics.horizontalAdvance(neighbour));
        }
        m_measures = {metrics.horizontalAdvance(u'5') + 2 * pad, mark + 2 * gap,
                      RunningText(m_word, font(), QWIDGETSIZE_MAX).height()};
    }
    return *m_measures;
}

AnswerButton::Columns AnswerButton::columns(int width, int height) const
{
    const QRect key(0, 0, measures().key, height);
    const QRect mark(key.right() + 1, 0, measures().mark, height);
    const int left = mark.right() + 1 + gap;
    return {key, mark, QRect(left, 0, std::max(20, width - left - pad), height)};
}

int AnswerButton::heightForWidth(int width) const
{
    const int lines = m_heights.height(m_criterion, font(), columns(width, 0).criterion.width());
    return std::max(lines, measures().line) + 2 * air;
}

QSize AnswerButton::sizeHint() const
{
    const int width = fontMetrics().averageCharWidth() * 60;
    return {width, heightForWidth(width)};
}

QSize AnswerButton::minimumSizeHint() const
{
    return {columns(0, 0).criterion.left() + fontMetrics().averageCharWidth() * 12, measures().line + 2 * air};
}

void AnswerButton::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    const Fill fill = theme.fill(m_code);
    const QPalette &colours = palette();
    QPainter painter(this);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool filled = isChecked();
    const QColor ground =
        filled ? fill.background : colours.color(underMouse() ? QPalette::AlternateBase : QPalette::Base);
    drawRoundedBox(&painter, frame, 5, ground, filled ? 2 : 1, filled ? fill.text : theme.border());
    const QPalette::ColorGroup group = isEnabled() ? QPalette::Active : QPalette::Disabled;
    const QColor ink = filled ? fill.text : colours.color(group, QPalette::Text);
    const Columns places = columns(width(), height());
    painter.setPen(filled ? fill.text : theme.quiet());
    painter.drawText(places.key, Qt::AlignCenter, QString::number(keyOf(m_code)));
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(ink);
    painter.drawText(places.mark, Qt::AlignVCenter | Qt::AlignLeft, m_word);
    painter.setFont(font());
    const RunningText lines(m_criterion, font(), places.criterion.width());
    lines.draw(&painter, {places.criterion.left(), (height() - lines.height()) / 2});
}

void AnswerButton::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        remeasure();
    }
}

void AnswerButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void AnswerButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace tenken
