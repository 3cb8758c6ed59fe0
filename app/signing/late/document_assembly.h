#pragma once

#include "signing/pdf/document_builder.h"

namespace tenken {

// What qpdf does for us, for latePart()
extern "C" {

/// The document without the last look that buildDocument() takes at it
Q_DECL_EXPORT void assembleDocument(const DocumentParts &parts, Result<QByteArray> &result);

/// One page's content as a form XObject without /Group, alone in a file whose catalog names it as /Appearance
Q_DECL_EXPORT void pageAsForm(const QByteArray &pdf, Result<QByteArray> &result);
}

} // namespace tenken
