# What Tenken is made with: <build>/share/tenken/components.tsv (name, version, licence), which the About dialog shows.
# The versions are those of the headers that this build is made with; THIRD_PARTY.md says more about each.
function(tenken_version_in header pattern result)
    find_file(TENKEN_HEADER_${result} ${header} REQUIRED)
    file(STRINGS ${TENKEN_HEADER_${result}} lines REGEX "${pattern}")
    string(REGEX REPLACE ".*${pattern}.*" "\\1" version "${lines}")
    set(${result} ${version} PARENT_SCOPE)
endfunction()
tenken_version_in(qpdf/DLL.h "define QPDF_VERSION \"([0-9.]+)\"" qpdf)
tenken_version_in(xlsxwriter.h "define LXW_VERSION \"([0-9.]+)\"" xlsxwriter)
tenken_version_in(libdeflate.h "define LIBDEFLATE_VERSION_STRING[ \t]+\"([0-9.]+)\"" deflate)
tenken_version_in(sqlite3.h "define SQLITE_VERSION +\"([0-9.]+)\"" sqlite)
tenken_version_in(tl/expected.hpp "define TL_EXPECTED_VERSION_MAJOR ([0-9]+)" expected)
find_file(TENKEN_QRENCODE_PC libqrencode.pc PATHS ${QRENCODE_INCLUDE}/../lib PATH_SUFFIXES pkgconfig
    ${CMAKE_LIBRARY_ARCHITECTURE}/pkgconfig)
set(qrencode 4)
if(TENKEN_QRENCODE_PC)
    file(STRINGS ${TENKEN_QRENCODE_PC} lines REGEX "^Version: ")
    string(REPLACE "Version: " "" qrencode "${lines}")
endif()
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/share/tenken/components.tsv CONTENT "Qt\t@Qt6_VERSION@\tLGPL-3.0
OpenSSL\t@OPENSSL_VERSION@\tApache-2.0
qpdf\t@qpdf@\tApache-2.0
SQLite\t@sqlite@\tpublic domain
libqrencode\t@qrencode@\tLGPL-2.1
libxlsxwriter\t@xlsxwriter@\tBSD-2-Clause
libdeflate\t@deflate@\tMIT
zlib\t@ZLIB_VERSION_STRING@\tZlib
tl::expected\t@expected@\tCC0-1.0
BIZ UDゴシック\t1.05\tOFL-1.1
" @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/share/tenken/components.tsv DESTINATION ${CMAKE_INSTALL_DATADIR}/tenken)
