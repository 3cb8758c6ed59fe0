#pragma once

#include <QColor>

/// Fills of reports: Digital Agency tokens, light enough for black text (contrast ≥ 4.5:1); never the only sign.
namespace tenken::palette {

inline const QColor ink(0x00, 0x00, 0x00);
inline const QColor quiet(0x4D, 0x4D, 0x4D);
inline const QColor rule(0x76, 0x76, 0x76);
inline const QColor header(0xE6, 0xE6, 0xE6);
inline const QColor band(0xF5, 0xF5, 0xF5);
inline const QColor primary(0x00, 0x17, 0xC1);
inline const QColor alarm(0xCE, 0x00, 0x00);
inline const QColor alarmFill(0xFD, 0xEE, 0xEE);
inline const QColor yes(0xC5, 0xD7, 0xFB);
inline const QColor partial(0xFF, 0xF0, 0xB3);
inline const QColor no(0xFF, 0xBB, 0xBB);
inline const QColor unknown(0xE6, 0xE6, 0xE6);
inline const QColor watermark(0xE0, 0xE0, 0xE0);

} // namespace tenken::palette
