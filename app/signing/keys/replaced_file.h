#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace tenken {

enum class ReadableBy { Everybody, OwnerOnly };

/// Here, in the lowest room that saves files: core has no input or output. Puts content in the place of a file as a
/// whole: temporary file, flush, rename, then reads it back. Errors: DiskFull, FileUnwritable (also where a folder or a
/// device stands). What was there before is there still when it fails.
Status replaceFile(const QString &path, const QByteArray &content, ReadableBy readers = ReadableBy::Everybody);

} // namespace tenken
