#include "signing/pdf/document_shapes.h"

namespace tenken::shapes {

namespace {

using enum ShapeKind;
constexpr bool optional = false;

const Shape anyBoolean{.kind = Boolean};
const Shape anyInteger{.kind = Integer};
const Shape anyNumber{.kind = Number};
const Shape anyName{.kind = Name};
const Shape anyString{.kind = String};
const Shape backlink{.kind = Backlink};
const Shape natural{.kind = Integer, .minimum = 0};
const Shape rectangle{.kind = Array, .element = &anyNumber, .minimum = 4, .maximum = 4};
const Shape matrix{.kind = Array, .element = &anyNumber, .minimum = 6, .maximum = 6};
const Shape flate{.kind = Name, .names = "FlateDecode", .rule = Reason::A2};

// Fonts: composite TrueType, embedded (A4)
const Shape fontType{.kind = Name, .names = "Font"};
const Shape type0{.kind = Name, .names = "Type0", .rule = Reason::A4};
const Shape identityH{.kind = Name, .names = "Identity-H", .rule = Reason::A4};
const Shape identity{.kind = Name, .names = "Identity", .rule = Reason::A4};
const Shape cidFontType{.kind = Name, .names = "CIDFontType2", .rule = Reason::A4};
const Shape fontDescriptorType{.kind = Name, .names = "FontDescriptor"};
const ShapeEntry fontFileEntries[] = {{"Filter", &flate}, {"Length", &natural}, {"Length1", &natural}};
const Shape fontFile{.kind = Stream, .entries = fontFileEntries, .rule = Reason::A4};
const ShapeEntry descriptorEntries[] = {
    {"Type", &fontDescriptorType}, {"FontName", &anyName},    {"FontFile2", &fontFile}, {"FontBBox", &rectangle},
    {"Ascent", &anyNumber},        {"CapHeight", &anyNumber}, {"Descent", &anyNumber},  {"Flags", &anyInteger},
    {"ItalicAngle", &anyNumber},   {"StemV", &anyNumber}};
const Shape fontDescriptor{.kind = Dictionary, .entries = descriptorEntries, .rule = Reason::A4};
const ShapeEntry systemInfoEntries[] = {{"Ordering", &anyString}, {"Registry", &anyString}, {"Supplement", &natural}};
const Shape systemInfo{.kind = Dictionary, .entries = systemInfoEntries};
const Shape widthRun{.kind = Array, .element = &anyNumber, .otherwise = &anyNumber};
const Shape widths{.kind = Array, .element = &widthRun};
const ShapeEntry cidFontEntries[] = {{"Type", &fontType},        {"Subtype", &cidFontType},
                                     {"BaseFont", &anyName},     {"CIDSystemInfo", &systemInfo},
                                     {"CIDToGIDMap", &identity}, {"FontDescriptor", &fontDescriptor},
                                     {"W", &widths, optional},   {"DW", &anyNumber, optional}};
const Shape cidFont{.kind = Dictionary, .entries = cidFontEntries, .rule = Reason::A4};
const Shape descendants{.kind = Array, .element = &cidFont, .minimum = 1, .maximum = 1, .rule = Reason::A4};
const ShapeEntry plainStreamEntries[] = {{"Filter", &flate}, {"Length", &natural}};
const Shape toUnicode{.kind = Stream, .entries = plainStreamEntries};
const ShapeEntry fontEntries[] = {{"Type", &fontType},      {"Subtype", &type0},
                                  {"BaseFont", &anyName},   {"DescendantFonts", &descendants},
                                  {"Encoding", &identityH}, {"ToUnicode", &toUnicode}};
const Shape font{.kind = Dictionary, .entries = fontEntries, .rule = Reason::A4};
const Shape fonts{.kind = Map, .element = &font};

// What else a page draws with
const Shape deviceSpace{.kind = Name, .names = "DeviceRGB|DeviceGray|Pattern"};
const Shape colorSpace{.kind = Array, .element = &deviceSpace, .minimum = 2, .maximum = 2, .otherwise = &deviceSpace};
const Shape colorSpaces{.kind = Map, .element = &colorSpace};
const Shape graphicsStateType{.kind = Name, .names = "ExtGState"};
const Shape noMask{.kind = Name, .names = "None"};
const ShapeEntry graphicsStateEntries[] = {
    {"Type", &graphicsStateType}, {"AIS", &anyBoolean}, {"CA", &anyNumber}, {"SA", &anyBoolean},
    {"SM", &anyNumber},           {"SMask", &noMask},   {"ca", &anyNumber}};
const Shape graphicsState{.kind = Dictionary, .entries = graphicsStateEntries};
const Shape graphicsStates{.kind = Map, .element = &graphicsState};
const Shape images{.kind = Map, .element = &image};
const ShapeEntry patternResourceEntries[] = {{"XObject", &images, optional}};
const Shape patternResources{.kind = Dictionary, .entries = patternResourceEntries};
const Shape patternType{.kind = Name, .names = "Pattern"};
const Shape tiling{.kind = Integer, .minimum = 1, .maximum = 1};
const Shape paintType{.kind = Integer, .minimum = 1, .maximum = 2};
const ShapeEntry patternEntries[] = {
    {"Type", &patternType}, {"PatternType", &tiling}, {"PaintType", &paintType},       {"TilingType", &tiling},
    {"BBox", &rectangle},   {"Matrix", &matrix},      {"XStep", &anyNumber},           {"YStep", &anyNumber},
    {"Filter", &flate},     {"Length", &natural},     {"Resources", &patternResources}};
const Shape pattern{.kind = Stream, .entries = patternEntries};
const Shape patterns{.kind = Map, .element = &pattern};
const ShapeEntry resourceEntries[] = {{"ColorSpace", &colorSpaces, optional},
                                      {"ExtGState", &graphicsStates, optional},
                                      {"Font", &fonts, optional},
                                      {"Pattern", &patterns, optional},
                                      {"XObject", &images, optional}};
const Shape resources{.kind = Dictionary, .entries = resourceEntries};
const Shape xObjectType{.kind = Name, .names = "XObject"};
const Shape imageSubtype{.kind = Name, .names = "Image"};
const Shape imageSpace{.kind = Name, .names = "DeviceRGB|DeviceGray"};
const Shape imageFilter{.kind = Name, .names = "FlateDecode|DCTDecode", .rule = Reason::A2};
const Shape decode{.kind = Array, .element = &anyNumber, .minimum = 2, .maximum = 6};
const Shape imageSize{.kind = Integer, .minimum = 1, .maximum = 20000};
const Shape bits{.kind = Integer, .minimum = 1, .maximum = 8};
const ShapeEntry imageEntries[] = {{"Type", &xObjectType},
                                   {"Subtype", &imageSubtype},
                                   {"Width", &imageSize},
                                   {"Height", &imageSize},
                                   {"BitsPerComponent", &bits},
                                   {"ColorSpace", &imageSpace, optional},
                                   {"ImageMask", &anyBoolean, optional},
                                   {"Interpolate", &anyBoolean, optional},
                                   {"Decode", &decode, optional},
                                   {"Filter", &imageFilter},
                                   {"Length", &natural}};
const Shape formSubtype{.kind = Name, .names = "Form"};
const Shape formType{.kind = Integer, .minimum = 1, .maximum = 1};
const ShapeEntry formEntries[] = {
    {"Type", &xObjectType}, {"Subtype", &formSubtype},     {"FormType", &formType, optional},
    {"BBox", &rectangle},   {"Matrix", &matrix, optional}, {"Resources", &resources},
    {"Filter", &flate},     {"Length", &natural}};

// Signatures (ISO 32000-1, 12.8; ETSI EN 319 142-1)
const Shape signatureType{.kind = Name, .names = "Sig|DocTimeStamp"};
const Shape handler{.kind = Name, .names = "Adobe.PPKLite"};
const Shape subFilter{.kind = Name, .names = "ETSI.CAdES.detached|ETSI.RFC3161"};
const Shape byteRange{.kind = Array, .element = &anyInteger, .minimum = 4, .maximum = 4, .rule = Reason::B1};
const Shape contents{.kind = String, .rule = Reason::B2};
const Shape transformType{.kind = Name, .names = "TransformParams", .rule = Reason::D5};
const Shape permission2{.kind = Integer, .minimum = 2, .maximum = 2, .rule = Reason::D5};
const Shape transformVersion{.kind = Name, .names = "1.2", .rule = Reason::D5};
const ShapeEntry transformEntries[] = {{"Type", &transformType}, {"P", &permission2}, {"V", &transformVersion}};
const Shape transformParams{.kind = Dictionary, .entries = transformEntries, .rule = Reason::D5};
const Shape sigRef{.kind = Name, .names = "SigRef", .rule = Reason::D5};
const Shape docMdp{.kind = Name, .names = "DocMDP", .rule = Reason::D5};
const ShapeEntry sigReferenceEntries[] = {
    {"Type", &sigRef}, {"TransformMethod", &docMdp}, {"TransformParams", &transformParams}};
const Shape sigReference{.kind = Dictionary, .entries = sigReferenceEntries, .rule = Reason::D5};
const Shape sigReferences{.kind = Array, .element = &sigReference, .minimum = 1, .maximum = 1, .rule = Reason::D5};
const ShapeEntry signatureEntries[] = {{"Type", &signatureType},
                                       {"Filter", &handler},
                                       {"SubFilter", &subFilter},
                                       {"ByteRange", &byteRange},
                                       {"Contents", &contents},
                                       {"M", &anyString, optional},
                                       {"Name", &anyString, optional},
                                       {"Reason", &anyString, optional},
                                       {"Reference", &sigReferences, optional}};
const ShapeEntry appearanceEntries[] = {{"N", &formXObject}};
const Shape appearance{.kind = Dictionary, .entries = appearanceEntries};
const Shape annotType{.kind = Name, .names = "Annot"};
const Shape widgetSubtype{.kind = Name, .names = "Widget"};
const Shape sigField{.kind = Name, .names = "Sig"};
const Shape printLocked{.kind = Integer, .minimum = 132, .maximum = 132};
const ShapeEntry widgetEntries[] = {{"Type", &annotType},        {"Subtype", &widgetSubtype},
                                    {"FT", &sigField},           {"T", &anyString},
                                    {"F", &printLocked},         {"P", &backlink},
                                    {"Rect", &rectangle},        {"TU", &anyString, optional},
                                    {"V", &signature, optional}, {"AP", &appearance, optional}};
const Shape widgets{.kind = Array, .element = &widget, .minimum = 1, .maximum = 8};
const Shape sigFlags{.kind = Integer, .minimum = 3, .maximum = 3};
const ShapeEntry acroFormEntries[] = {{"Fields", &widgets}, {"SigFlags", &sigFlags}};
const Shape acroForm{.kind = Dictionary, .entries = acroFormEntries};
const ShapeEntry permsEntries[] = {{"DocMDP", &signature}};
const Shape perms{.kind = Dictionary, .entries = permsEntries, .rule = Reason::D5};
const Shape dssCertificates{.kind = Array, .element = &dssCertificate, .rule = Reason::D4};
const Shape dssCrls{.kind = Array, .element = &dssCrl, .rule = Reason::D4};
const Shape dssOcsps{.kind = Array, .element = &dssOcsp, .rule = Reason::D4};
const ShapeEntry dssEntries[] = {
    {"Certs", &dssCertificates, optional}, {"CRLs", &dssCrls, optional}, {"OCSPs", &dssOcsps, optional}};
const Shape dss{.kind = Dictionary, .entries = dssEntries, .rule = Reason::D4};

// Pages and the document
const Shape pageType{.kind = Name, .names = "Page"};
const ShapeEntry pageEntries[] = {{"Type", &pageType},       {"Parent", &backlink},
                                  {"MediaBox", &rectangle},  {"Contents", &pageContent},
                                  {"Resources", &resources}, {"Annots", &widgets, optional}};
const Shape kids{.kind = Array, .element = &page, .minimum = 1, .maximum = 5000};
const Shape pagesType{.kind = Name, .names = "Pages"};
const ShapeEntry pagesEntries[] = {{"Type", &pagesType}, {"Count", &natural}, {"Kids", &kids}};
const Shape pages{.kind = Dictionary, .entries = pagesEntries};
const Shape metadataType{.kind = Name, .names = "Metadata"};
const Shape xml{.kind = Name, .names = "XML"};
const ShapeEntry metadataEntries[] = {{"Type", &metadataType}, {"Subtype", &xml}, {"Length", &natural}};
const Shape three{.kind = Integer, .minimum = 3, .maximum = 3};
const ShapeEntry profileEntries[] = {
    {"N", &three}, {"Alternate", &imageSpace, optional}, {"Filter", &flate}, {"Length", &natural}};
const Shape colorProfile{.kind = Stream, .entries = profileEntries};
const Shape outputIntentType{.kind = Name, .names = "OutputIntent"};
const Shape pdfA{.kind = Name, .names = "GTS_PDFA1"};
const ShapeEntry outputIntentEntries[] = {{"Type", &outputIntentType},
                                          {"S", &pdfA},
                                          {"DestOutputProfile", &colorProfile},
                                          {"Info", &anyString},
                                          {"OutputConditionIdentifier", &anyString},
                                          {"RegistryName", &anyString, optional}};
const Shape outputIntent{.kind = Dictionary, .entries = outputIntentEntries};
const Shape outputIntents{.kind = Array, .element = &outputIntent, .minimum = 1, .maximum = 1};

// The attachment (ISO 32000-1, 7.11; ISO 19005-3, 6.8)
const Shape embeddedFileType{.kind = Name, .names = "EmbeddedFile", .rule = Reason::J2};
const Shape json{.kind = Name, .names = "application#2fjson", .rule = Reason::J2};
const Shape checkSum{.kind = String, .rule = Reason::J3};
const Shape size{.kind = Integer, .minimum = 1, .rule = Reason::J3}; // no bytes are no data
const Shape modified{.kind = String, .rule = Reason::J2};
const ShapeEntry paramsEntries[] = {{"Size", &size}, {"CheckSum", &checkSum}, {"ModDate", &modified}};
const Shape params{.kind = Dictionary, .entries = paramsEntries, .rule = Reason::J2};
const ShapeEntry embeddedFileEntries[] = {
    {"Type", &embeddedFileType}, {"Subtype", &json}, {"Params", &params}, {"Filter", &flate}, {"Length", &natural}};
const ShapeEntry fileEntries[] = {{"F", &embeddedFile}, {"UF", &embeddedFile}};
const Shape file{.kind = Dictionary, .entries = fileEntries, .rule = Reason::J2};
const Shape filespecType{.kind = Name, .names = "Filespec", .rule = Reason::J2};
const Shape dataRelation{.kind = Name, .names = "Data", .rule = Reason::J2};
const Shape fileName{.kind = String, .rule = Reason::J2};
const ShapeEntry filespecEntries[] = {
    {"Type", &filespecType}, {"AFRelationship", &dataRelation}, {"EF", &file}, {"F", &fileName}, {"UF", &fileName}};
const Shape filespec{.kind = Dictionary, .entries = filespecEntries, .rule = Reason::J2};
const Shape associated{.kind = Array, .element = &filespec, .minimum = 1, .maximum = 1, .rule = Reason::J2};
const Shape filespecOrName{.kind = String, .otherwise = &filespec, .rule = Reason::J2};
const Shape nameTree{.kind = Array, .element = &filespecOrName, .minimum = 2, .maximum = 2, .rule = Reason::J2};
const ShapeEntry embeddedFilesEntries[] = {{"Names", &nameTree}};
const Shape embeddedFiles{.kind = Dictionary, .entries = embeddedFilesEntries, .rule = Reason::J2};
const ShapeEntry namesEntries[] = {{"EmbeddedFiles", &embeddedFiles}};
const Shape names{.kind = Dictionary, .entries = namesEntries};

const Shape catalogType{.kind = Name, .names = "Catalog"};
const ShapeEntry catalogEntries[] = {
    {"Type", &catalogType},      {"Pages", &pages},      {"Metadata", &metadata}, {"OutputIntents", &outputIntents},
    {"AF", &associated},         {"Names", &names},      {"AcroForm", &acroForm}, {"Lang", &anyString},
    {"Perms", &perms, optional}, {"DSS", &dss, optional}};
const ShapeEntry infoEntries[] = {{"Title", &anyString},   {"Author", &anyString},   {"Subject", &anyString},
                                  {"Creator", &anyString}, {"Producer", &anyString}, {"CreationDate", &anyString},
                                  {"ModDate", &anyString}};

} // namespace

const Shape catalog{.kind = Dictionary, .entries = catalogEntries};
const Shape info{.kind = Dictionary, .entries = infoEntries};
const Shape page{.kind = Dictionary, .entries = pageEntries, .indirect = true};
const Shape pageContent{.kind = Stream, .entries = plainStreamEntries};
const Shape formXObject{.kind = Stream, .entries = formEntries};
const Shape widget{.kind = Dictionary, .entries = widgetEntries, .indirect = true};
const Shape signature{.kind = Dictionary, .entries = signatureEntries, .indirect = true};
const Shape metadata{.kind = Stream, .entries = metadataEntries};
const Shape image{.kind = Stream, .entries = imageEntries};
const Shape embeddedFile{.kind = Stream, .entries = embeddedFileEntries, .rule = Reason::J2};
const Shape dssCertificate{.kind = Stream, .entries = plainStreamEntries, .rule = Reason::D4};
const Shape dssCrl{.kind = Stream, .entries = plainStreamEntries, .rule = Reason::D4};
const Shape dssOcsp{.kind = Stream, .entries = plainStreamEntries, .rule = Reason::D4};

} // namespace tenken::shapes
