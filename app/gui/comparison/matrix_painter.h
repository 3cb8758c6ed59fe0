#pragma once

#include "gui/shell/theme.h"
#include "viewmodel/comparison/comparison_matrix_model.h"

#include <QFont>
#include <QPixmap>

#include <array>

class QPainter;

namespace tenken {

/// Paints the cells of a matrix from pictures that are made once for each look and cell size: an answer as symbol and
/// word on its fill, a share as k／n on its shade, hatched when it is of fewer than ten. A paint event allocates
/// nothing.
class MatrixPainter {
public:
    /// Empties the pictures when any of these is another than before. hidden: what says that there is no answer.
    void prepare(const QSize &cell, const QFont &font, const QString &scale, qreal pixelRatio);
    void paint(QPainter &painter, const QPoint &at, const MatrixCell &cell);
    /// Wide enough for every answer's symbol and word, and for a share of hundreds
    static int widthFor(const QFont &font, const QString &scale);

private:
    QPixmap blank() const;
    QPixmap answerPicture(std::optional<AnswerCode> answer) const;
    QPixmap sharePicture(const MatrixCell &cell) const;

    QSize m_size;
    QFont m_font;
    QString m_scale;
    qreal m_ratio = 1;
    QRgb m_base = 0;
    std::array<QPixmap, 7> m_answers; ///< five, unanswered, nothing
    QHash<quint64, QPixmap> m_shares; ///< by yes and n; emptied when it grows large
};

} // namespace tenken
