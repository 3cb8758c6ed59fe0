#pragma once

#include "core/verification.h"

#include <QByteArray>

#include <optional>

namespace tenken {

/// What a file that breaks the profile looks like from outside. Only for choosing the right sentence: nothing found
/// here is ever used as data.
struct Sniffed {
    bool isOurs = false; ///< Producer, XMP or page marks of Tenken
    bool isNewer = false; ///< made by a later construction
    bool hasSignature = false;
    bool hasAttachment = false;
    bool isScan = false; ///< pictures, no text that can be seen
    bool isWhole = false; ///< ends as a PDF ends: was not cut off on the way
    std::optional<DocumentKind> kind;
};

/// Byte search, also in the beginnings of compressed streams; bounded in time and memory.
Sniffed sniffDocument(const QByteArray &pdf);

} // namespace tenken
