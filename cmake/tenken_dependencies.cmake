# Libraries without CMake packages in Debian 12: imported here, once, by name.
find_path(TL_EXPECTED_INCLUDE tl/expected.hpp REQUIRED)
target_include_directories(tenken_build SYSTEM INTERFACE ${TL_EXPECTED_INCLUDE})

find_library(QPDF_LIBRARY NAMES qpdf REQUIRED)
find_path(QPDF_INCLUDE qpdf/QPDF.hh REQUIRED)
add_library(tenken_qpdf INTERFACE)
target_link_libraries(tenken_qpdf INTERFACE ${QPDF_LIBRARY})
target_include_directories(tenken_qpdf SYSTEM INTERFACE ${QPDF_INCLUDE})

find_library(DEFLATE_LIBRARY NAMES deflate REQUIRED)
find_path(DEFLATE_INCLUDE libdeflate.h REQUIRED)
add_library(tenken_deflate INTERFACE)
target_link_libraries(tenken_deflate INTERFACE ${DEFLATE_LIBRARY})
target_include_directories(tenken_deflate SYSTEM INTERFACE ${DEFLATE_INCLUDE})

find_library(XLSXWRITER_LIBRARY NAMES xlsxwriter REQUIRED)
find_path(XLSXWRITER_INCLUDE xlsxwriter.h REQUIRED)
add_library(tenken_xlsxwriter UNKNOWN IMPORTED GLOBAL) # a static one must stand before its zlib: CMake orders these
set_target_properties(tenken_xlsxwriter PROPERTIES IMPORTED_LOCATION ${XLSXWRITER_LIBRARY}
    INTERFACE_LINK_LIBRARIES ZLIB::ZLIB INTERFACE_INCLUDE_DIRECTORIES ${XLSXWRITER_INCLUDE})

find_library(QRENCODE_LIBRARY NAMES qrencode REQUIRED)
find_path(QRENCODE_INCLUDE qrencode.h REQUIRED)
add_library(tenken_qrencode INTERFACE)
target_link_libraries(tenken_qrencode INTERFACE ${QRENCODE_LIBRARY})
target_include_directories(tenken_qrencode SYSTEM INTERFACE ${QRENCODE_INCLUDE})
