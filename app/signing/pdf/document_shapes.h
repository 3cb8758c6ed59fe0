#pragma once

#include "signing/pdf/shape_checker.h"

namespace tenken {

/// The closed list of what stands in a Tenken document, taken from what buildDocument and signDocument write
namespace shapes {
extern const Shape catalog;
extern const Shape info;
// found again through ShapeChecker::shapeOf
extern const Shape page;
extern const Shape pageContent;
extern const Shape formXObject;
extern const Shape widget;
extern const Shape signature;
extern const Shape metadata;
extern const Shape image;
extern const Shape embeddedFile;
extern const Shape dssCertificate;
extern const Shape dssCrl;
extern const Shape dssOcsp;
} // namespace shapes

} // namespace tenken
