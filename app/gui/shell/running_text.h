#pragma once

#include <QFont>
#include <QHash>
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

/// Heights of one running text by width: layouts ask for the same few again and again, and breaking lines is the dear
/// part of it.
class RunningTextHeights {
public:
    int height(const QString &text, const QFont &font, int width) const;

private:
    mutable QString m_text;
    mutable QFont m_font;
    mutable QHash<int, int> m_heights;
};

} // namespace tenken
