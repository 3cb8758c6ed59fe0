#pragma once

// clang with C++20 refuses qpdf 11's JSON.hh, in which a class holds a vector of itself while it is still incomplete.
// Nothing here speaks JSON with qpdf: its declarations are enough.
#if defined(__clang__) && !defined(JSON_HH)
#define JSON_HH
class JSON;
#endif

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
