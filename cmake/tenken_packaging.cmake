# What is installed beside the programs, and the Debian package (./dev package). Windows is packed by installer/windows.
install(FILES README.md README.ja.md CHANGELOG.md THIRD_PARTY.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR} FILES_MATCHING PATTERN "*.md" PATTERN "pictures/*.png"
    PATTERN manual EXCLUDE)
if(WIN32)
    install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
    return()
endif()
set(CPACK_PACKAGE_CONTACT "Tenken maintainers <maintainers@tenken.invalid>")
set(linux ${CMAKE_CURRENT_BINARY_DIR}/linux)
set(from ${CMAKE_SOURCE_DIR}/installer/linux)
file(STRINGS CHANGELOG.md TENKEN_RELEASE_DATE REGEX "^## \\[[0-9.]+\\] . [0-9-]+" LIMIT_COUNT 1)
string(REGEX REPLACE ".* " "" TENKEN_RELEASE_DATE "${TENKEN_RELEASE_DATE}")
if(NOT TENKEN_RELEASE_DATE)
    string(TIMESTAMP TENKEN_RELEASE_DATE "%Y-%m-%d" UTC)
endif()
execute_process(COMMAND date -R -u -d ${TENKEN_RELEASE_DATE} OUTPUT_VARIABLE TENKEN_RELEASE_RFC
    OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
configure_file(${from}/changelog.in ${linux}/changelog @ONLY)
configure_file(${from}/tenken.metainfo.xml.in ${linux}/io.github.tenken.tenken.metainfo.xml @ONLY)
foreach(page tenken.1 tenken-cli.1)
    configure_file(${from}/${page} ${linux}/${page} COPYONLY)
endforeach()
execute_process(COMMAND gzip -9nf changelog tenken.1 tenken-cli.1 WORKING_DIRECTORY ${linux} COMMAND_ERROR_IS_FATAL ANY)
install(FILES ${from}/copyright ${linux}/changelog.gz DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${linux}/tenken-cli.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
if(TENKEN_GUI)
    install(FILES ${linux}/tenken.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
    install(FILES ${from}/tenken.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    install(FILES ${from}/tenken-mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME tenken.xml)
    install(FILES ${linux}/io.github.tenken.tenken.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
    set(icons ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
    install(FILES resources/icons/tenken.svg DESTINATION ${icons}/scalable/apps)
    foreach(size 16 24 32 48 64 128 256)
        install(FILES resources/icons/tenken-${size}.png DESTINATION ${icons}/${size}x${size}/apps RENAME tenken.png)
    endforeach()
endif()
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON) # ./dev package builds the programs and no tests
set(CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
    WORLD_READ WORLD_EXECUTE)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS ${CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS})
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME tenken)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "information-security self-inspection for municipalities")
set(CPACK_PACKAGE_DESCRIPTION "Departments answer checklists of the city's basic policy and sign them,
managers approve, the information policy division collects, verifies and
compares.

It works on closed networks and needs no server. Every file that crosses a
desk is a signed PDF that anyone can verify.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, qt6-qpa-plugins") # plugins: no import tells of them
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-ipamj-mincho") # names such as 𠮷田
include(CPack)
