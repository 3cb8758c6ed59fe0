#pragma once

#include <QFont>
#include <QString>
#include <QTextLayout>

class QPainter;

namespace tenken {

/// Plain text broken into lines of a width, with air between them: the line box of BIZ UDP Gothic is no higher than its
/// letters, and its Latin descenders reach below it.
class RunningText {
public:
    RunningText(const QString &text, const QFont &font, int width);
    int height() const { return m_height; }
    int width() const; ///< of the longest line
    /// In the painter's pen
    void draw(QPainter *painter, const QPoint &topLeft) const;

private:
    QTextLayout m_layout;
    int m_height = 0;
};

} // namespace tenken
