#include "report/qr_code.h"

#include "core/late_part.h"
#include "report/late/qr_encoding.h"

namespace tenken {

Result<QList<QRectF>> qrModules(const QString &text, const QRectF &area)
{
    const auto encode = latePart<decltype(encodeQr)>("report", "encodeQr");
    if (!encode)
        return fail(encode);
    Result<QList<QRectF>> modules;
    (*encode)(text, area, modules);
    return modules;
}

} // namespace tenken
