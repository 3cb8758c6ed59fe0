#include "report/late/qr_encoding.h"

#include <memory>

#include <qrencode.h>

namespace tenken {

void encodeQr(const QString &text, const QRectF &area, Result<QList<QRectF>> &result)
{
    const QByteArray bytes = text.toUtf8();
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(bytes.constData(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (!code) {
        result = fail(ErrorCode::RenderFailed, text, QStringLiteral("qrencode"));
        return;
    }
    const int side = code->width;
    const qreal module = area.width() / side;
    QList<QRectF> modules;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side;) {
            int end = x;
            while (end < side && (code->data[y * side + end] & 1) != 0)
                ++end;
            if (end > x)
                modules += QRectF(area.left() + x * module, area.top() + y * module, (end - x) * module, module);
            x = end + 1;
        }
    }
    result = modules;
}

} // namespace tenken
