# Windows x86_64 from Debian 12 (g++-mingw-w64-x86-64-posix). The sysroot is what build_deps.sh leaves behind:
# -DTENKEN_SYSROOT, $TENKEN_SYSROOT, $TENKEN_WINDOWS_CACHE/sysroot or ~/.cache/tenken-windows/sysroot.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(triplet x86_64-w64-mingw32)
set(CMAKE_C_COMPILER ${triplet}-gcc-posix)
set(CMAKE_CXX_COMPILER ${triplet}-g++-posix)
set(CMAKE_RC_COMPILER ${triplet}-windres)
set(CMAKE_AR ${triplet}-gcc-ar-posix CACHE STRING "")
set(CMAKE_RANLIB ${triplet}-gcc-ranlib-posix CACHE STRING "")

if(NOT TENKEN_SYSROOT)
    if(DEFINED ENV{TENKEN_SYSROOT})
        set(TENKEN_SYSROOT "$ENV{TENKEN_SYSROOT}")
    elseif(DEFINED ENV{TENKEN_WINDOWS_CACHE})
        set(TENKEN_SYSROOT "$ENV{TENKEN_WINDOWS_CACHE}/sysroot")
    else()
        set(TENKEN_SYSROOT "$ENV{HOME}/.cache/tenken-windows/sysroot")
    endif()
endif()
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES TENKEN_SYSROOT)

set(CMAKE_FIND_ROOT_PATH "${TENKEN_SYSROOT}" /usr/${triplet})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
set(ENV{PKG_CONFIG_LIBDIR} "${TENKEN_SYSROOT}/lib/pkgconfig") # never the host's .pc files

# moc, rcc, uic and lrelease are the build machine's own, which must be the same Qt 6.4.2.
set(QT_HOST_PATH /usr CACHE PATH "")
set(QT_HOST_PATH_CMAKE_DIR /usr/lib/x86_64-linux-gnu/cmake CACHE PATH "")

# ctest runs the .exe tests where Wine is installed.
if(EXISTS /usr/lib/wine/wine64)
    set(CMAKE_CROSSCOMPILING_EMULATOR "${CMAKE_CURRENT_LIST_DIR}/wine_run.sh")
endif()
