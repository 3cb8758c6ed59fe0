#!/usr/bin/env bash
# Cross-builds what Tenken needs on Windows with Debian 12's mingw-w64 compiler, from Debian's source packages only.
#
#   installer/windows/build_deps.sh [sysroot]
#
# Everything lies outside the repository, in $TENKEN_WINDOWS_CACHE (default ~/.cache/tenken-windows): sources, build
# trees, logs, one stamp for each finished stage (delete a stamp to repeat its stage) and the result, sysroot/.
# A packed sysroot saves the 20 minutes of Qt: $TENKEN_WINDOWS_SYSROOT, or ../shared/windows/sysroot.tar.zst beside the
# checkout, is unpacked and only what it lacks is built. TENKEN_WINDOWS_SYSROOT=none builds all of it.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
repository=$(cd "$here/../.." && pwd)
cache=${TENKEN_WINDOWS_CACHE:-$HOME/.cache/tenken-windows}
packed=${TENKEN_WINDOWS_SYSROOT:-$repository/../shared/windows/sysroot.tar.zst}
jobs=${JOBS:-$(nproc)}
target=x86_64-w64-mingw32
toolchain=$here/toolchain-mingw64.cmake

mkdir -p "$cache"/{stamp,download,source,build,log,stage/lib,stage/include} "$cache"/sysroot/{bin,lib,include}
cache=$(cd "$cache" && pwd)
sysroot=$cache/sysroot
# The host's libraries must not leak in; Debian's own builds are dated, so ours are too.
unset LIBRARY_PATH CPATH C_INCLUDE_PATH CPLUS_INCLUDE_PATH PKG_CONFIG_PATH
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-1735689600}
export TENKEN_SYSROOT=$sysroot PKG_CONFIG_LIBDIR=$sysroot/lib/pkgconfig

# stage <name> <command …>: once, with a log; the subshell keeps errexit alive inside the command.
stage() {
    local name=$1 started=$SECONDS code=0
    shift
    if [[ -e $cache/stamp/$name ]]; then return; fi
    echo "== $name"
    set +e
    (set -e; cd "$cache"; "$@") >"$cache/log/$name.log" 2>&1
    code=$?
    set -e
    if ((code != 0)); then
        tail -n 30 "$cache/log/$name.log" >&2
        echo "build_deps: $name failed; the whole log is $cache/log/$name.log" >&2
        exit 1
    fi
    echo $((SECONDS - started)) >"$cache/stamp/$name"
    echo "   $name: $((SECONDS - started)) s"
}

packages() {
    local wanted=(g++-mingw-w64-x86-64-posix gcc-mingw-w64-x86-64-posix binutils-mingw-w64-x86-64 libz-mingw-w64-dev
        libexpected-dev wixl msitools cmake ninja-build perl make nasm tcl gcc libc6-dev dpkg-dev zstd xz-utils ca-certificates
        qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n)
    local missing=()
    for package in "${wanted[@]}"; do
        dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
    done
    if ((${#missing[@]} == 0)); then return; fi
    local root=()
    if [[ $(id -u) != 0 ]]; then root=(sudo); fi
    "${root[@]}" apt-get update
    "${root[@]}" apt-get install -y --no-install-recommends "${missing[@]}"
}

unpack() {
    tar --zstd -xf "$packed" -C "$sysroot"
    # The stages whose products the archive holds
    for part in sqlite:lib/libsqlite3.dll.a qt:lib/libQt6Widgets.a qpdf:lib/libqpdf.a openssl:lib/libcrypto.dll.a; do
        if [[ -e $sysroot/${part#*:} ]]; then echo "packed" >"$cache/stamp/${part%%:*}"; fi
    done
    if [[ -e $cache/stamp/qpdf ]]; then echo "packed" >"$cache/stamp/jpeg"; fi
}

# --- sources -----------------------------------------------------------------------------------------------------
# A second package list made from the machine's own mirror, for source packages; the system's lists stay untouched.
apt_options=("-oDir::Etc::sourcelist=$cache/apt/source.sources" "-oDir::Etc::sourceparts=-"
    "-oDir::State::Lists=$cache/apt/lists")

source_list() {
    mkdir -p apt/lists/partial
    if [[ -e /etc/apt/sources.list.d/debian.sources ]]; then
        sed 's/^Types:.*/Types: deb-src/' /etc/apt/sources.list.d/debian.sources >apt/source.sources
    else
        apt_options[0]="-oDir::Etc::sourcelist=$cache/apt/source.list"
        sed -n 's/^deb /deb-src /p' /etc/apt/sources.list >apt/source.list
    fi
    apt-get "${apt_options[@]}" update
}
if [[ ! -e /etc/apt/sources.list.d/debian.sources ]]; then
    apt_options[0]="-oDir::Etc::sourcelist=$cache/apt/source.list"
fi

# fetch_source <package>: the newest version that the mirror really holds whole. The index may name files that the
# pool lacks; where only Debian's packaging is missing, upstream's own tarball (which is what we build) is enough.
fetch_source() {
    local package=$1 version
    rm -rf "source/$package"
    for version in $(apt-cache "${apt_options[@]}" showsrc "$package" | awk '/^Version:/{print $2}' | sort -uVr); do
        (cd download && apt-get "${apt_options[@]}" source --download-only "$package=$version") || true
        local plain=${version#*:} tarball
        if dpkg-source --no-check -x "download/${package}_$plain.dsc" "source/$package"; then
            echo "$package $version" >>versions.txt
            return 0
        fi
        rm -rf "source/$package"
        for tarball in "download/${package}_${plain%-*}.orig.tar."*; do
            [[ -f $tarball && $tarball != *.asc ]] || continue
            mkdir -p "source/$package"
            tar -xf "$tarball" --strip-components=1 -C "source/$package"
            echo "$package $version (upstream's tarball)" >>versions.txt
            return 0
        done
    done
    echo "the mirror holds no complete source of $package" >&2
    return 1
}

cross_cmake() {
    local name=$1
    shift
    cmake -G Ninja -S "source/$name" -B "build/$name" -DCMAKE_TOOLCHAIN_FILE="$toolchain" -DCMAKE_BUILD_TYPE=Release "$@"
}

# --- libraries ---------------------------------------------------------------------------------------------------
build_sqlite() {
    fetch_source sqlite3
    cd source/sqlite3
    ./configure --disable-tcl --disable-readline
    make sqlite3.c
    cp sqlite3.h sqlite3ext.h "$sysroot/include/"
    # A relative -o keeps the DLL reproducible. The options are those of Debian's own libsqlite3-0 that we use.
    $target-gcc-posix -shared -O2 -fno-strict-aliasing -s -static-libgcc -o sqlite3.dll \
        -Wl,--out-implib,libsqlite3.dll.a '-DSQLITE_API=__declspec(dllexport)' -DNDEBUG -DSQLITE_THREADSAFE=1 \
        -DSQLITE_SECURE_DELETE -DSQLITE_ENABLE_COLUMN_METADATA -DSQLITE_ENABLE_FTS5 -DSQLITE_ENABLE_RTREE=1 \
        -DSQLITE_ENABLE_UNLOCK_NOTIFY -DSQLITE_ENABLE_DBSTAT_VTAB -DSQLITE_USE_URI=1 -DSQLITE_MAX_SCHEMA_RETRY=25 \
        -DSQLITE_ENABLE_STMTVTAB -DSQLITE_MAX_VARIABLE_NUMBER=250000 -DSQLITE_ENABLE_MATH_FUNCTIONS sqlite3.c
    install -m755 sqlite3.dll "$sysroot/bin/"
    install -m644 libsqlite3.dll.a "$sysroot/lib/"
}

build_qt() {
    fetch_source qt6-base
    cross_cmake qt6-base -DCMAKE_INSTALL_PREFIX="$sysroot" -DQT_HOST_PATH=/usr \
        -DQT_HOST_PATH_CMAKE_DIR=/usr/lib/x86_64-linux-gnu/cmake -DQT_QMAKE_TARGET_MKSPEC=win32-g++ \
        -DBUILD_SHARED_LIBS=ON -DCMAKE_CXX_FLAGS=-Wno-attributes -DQT_BUILD_EXAMPLES=OFF -DQT_BUILD_TESTS=OFF \
        -DFEATURE_pkg_config=OFF -DFEATURE_androiddeployqt=OFF -DFEATURE_opengl=OFF -DINPUT_opengl=no \
        -DFEATURE_vulkan=OFF -DFEATURE_dbus=OFF -DFEATURE_icu=OFF -DFEATURE_glib=OFF -DFEATURE_tabletevent=OFF \
        -DFEATURE_direct2d=ON -DFEATURE_direct2d1_1=OFF -DFEATURE_tuiotouch=OFF -DFEATURE_system_zlib=OFF \
        -DFEATURE_system_pcre2=OFF -DFEATURE_system_freetype=OFF -DFEATURE_system_harfbuzz=OFF \
        -DFEATURE_system_png=OFF -DFEATURE_system_jpeg=OFF -DFEATURE_system_doubleconversion=OFF \
        -DFEATURE_system_libb2=OFF -DFEATURE_system_textmarkdownreader=OFF -DFEATURE_zstd=OFF -DFEATURE_brotli=OFF \
        -DFEATURE_sql_sqlite=ON -DFEATURE_system_sqlite=ON -DFEATURE_sql_odbc=OFF -DFEATURE_sql_mysql=OFF \
        -DFEATURE_sql_psql=OFF -DFEATURE_sql_db2=OFF -DFEATURE_sql_oci=OFF -DFEATURE_sql_ibase=OFF \
        -DFEATURE_openssl=OFF -DFEATURE_schannel=ON -DFEATURE_network=ON -DFEATURE_sql=ON -DFEATURE_printsupport=ON \
        -DFEATURE_testlib=ON -DFEATURE_concurrent=ON -DFEATURE_xml=ON
    nice -n 5 ninja -C build/qt6-base -j"$jobs"
    cmake --install build/qt6-base --strip
}

build_jpeg() { # static, for qpdf alone
    fetch_source libjpeg-turbo
    cross_cmake libjpeg-turbo -DCMAKE_INSTALL_PREFIX="$cache/stage" -DENABLE_SHARED=OFF -DENABLE_STATIC=ON \
        -DWITH_TURBOJPEG=OFF -DREQUIRE_SIMD=ON
    ninja -C build/libjpeg-turbo -j"$jobs" jpeg-static
    cp build/libjpeg-turbo/libjpeg.a stage/lib/
    cp source/libjpeg-turbo/{jpeglib,jerror,jmorecfg}.h build/libjpeg-turbo/jconfig.h stage/include/
}

build_qpdf() {
    fetch_source qpdf
    sed -i 's/Advapi32/advapi32/' source/qpdf/CMakeLists.txt # file names have case where we build
    cross_cmake qpdf -DCMAKE_INSTALL_PREFIX="$sysroot" -DBUILD_SHARED_LIBS=ON -DBUILD_STATIC_LIBS=OFF -DBUILD_DOC=OFF \
        -DINSTALL_EXAMPLES=OFF -DINSTALL_MANUAL=OFF -DUSE_IMPLICIT_CRYPTO=OFF -DREQUIRE_CRYPTO_NATIVE=ON \
        -DCMAKE_DISABLE_FIND_PACKAGE_PkgConfig=ON -DZLIB_H_PATH=/usr/$target/include \
        -DZLIB_LIB_PATH=/usr/$target/lib/libz.a -DLIBJPEG_H_PATH="$cache/stage/include" \
        -DLIBJPEG_LIB_PATH="$cache/stage/lib/libjpeg.a"
    nice -n 5 ninja -C build/qpdf -j"$jobs" libqpdf
    mkdir -p build/qpdf/qpdf/extra-dlls # its install step copies the compiler's DLLs from here
    cmake --install build/qpdf --strip --component dev
    cmake --install build/qpdf --strip --component Unspecified # DLL, import library, CMake package
}

build_openssl() { # libcrypto only
    fetch_source openssl
    rm -rf build/openssl
    mkdir -p build/openssl
    cd build/openssl
    ../../source/openssl/Configure mingw64 --cross-compile-prefix=$target- --prefix=/usr --libdir=lib \
        --openssldir=/etc/ssl CC=gcc-posix shared no-tests no-module no-engine no-autoload-config no-dso no-comp \
        no-zlib no-ssl3 no-dtls no-srp no-idea no-mdc2 no-rc5 no-makedepend
    # Configure refuses Windows paths on Unix; as make variables they are taken.
    local common='C:/Program Files/Common Files/SSL'
    local folders=("OPENSSLDIR=$common" "ENGINESDIR=$common/engines-3" "MODULESDIR=$common/ossl-modules")
    nice -n 5 make -j"$jobs" "${folders[@]}" build_generated
    nice -n 5 make -j"$jobs" "${folders[@]}" libcrypto.dll.a # one goal: with two, make -j links the DLL twice at once
    mkdir -p "$sysroot/include/openssl"
    install -m755 libcrypto-3-x64.dll "$sysroot/bin/"
    $target-strip --strip-unneeded "$sysroot/bin/libcrypto-3-x64.dll"
    install -m644 libcrypto.dll.a "$sysroot/lib/"
    cp ../../source/openssl/include/openssl/*.h include/openssl/*.h "$sysroot/include/openssl/"
}

build_xlsxwriter() { # static; its zlib is the compiler's own libz
    fetch_source libxlsxwriter
    cross_cmake libxlsxwriter -DCMAKE_INSTALL_PREFIX="$sysroot" -DBUILD_SHARED_LIBS=OFF -DBUILD_TESTS=OFF \
        -DBUILD_EXAMPLES=OFF -DUSE_SYSTEM_MINIZIP=OFF -DUSE_STANDARD_TMPFILE=OFF -DUSE_OPENSSL_MD5=OFF \
        -DZLIB_ROOT=/usr/$target -DCMAKE_DISABLE_FIND_PACKAGE_PkgConfig=ON
    ninja -C build/libxlsxwriter -j"$jobs"
    cmake --install build/libxlsxwriter
}

build_deflate() { # static: eight small files; its makefile takes a cross compiler for what it is
    fetch_source libdeflate
    make -C source/libdeflate CC=$target-gcc-posix AR=$target-ar CFLAGS="-O2 -fno-strict-aliasing" libdeflatestatic.lib
    install -m644 source/libdeflate/libdeflatestatic.lib "$sysroot/lib/libdeflate.a"
    install -m644 source/libdeflate/libdeflate.h "$sysroot/include/"
}

build_qrencode() { # a DLL (LGPL), without its command-line tool (which wants libpng)
    fetch_source qrencode
    cross_cmake qrencode -DCMAKE_INSTALL_PREFIX="$sysroot" -DBUILD_SHARED_LIBS=ON -DWITH_TOOLS=NO -DWITH_TESTS=NO \
        -DCMAKE_DISABLE_FIND_PACKAGE_PkgConfig=ON -DCMAKE_DISABLE_FIND_PACKAGE_PNG=ON
    ninja -C build/qrencode -j"$jobs"
    cmake --install build/qrencode --strip
    mv "$sysroot/lib/libqrencode.dll" "$sysroot/bin/" # its install step knows no difference
}

build_softhsm() { # for the tests of PKCS#11 alone, never shipped: a token that is a Windows library, and its tool
    fetch_source softhsm2
    local source=source/softhsm2/src out=build/softhsm2 crypto=$sysroot/lib/libcrypto.dll.a
    # Our OpenSSL has no engines.
    sed -i -e '/ENGINE_\(load_rdrand\|finish(rdrand\|free(rdrand\)/d' -e 's/ENGINE_by_id("rdrand")/NULL/' \
        -e 's/!ENGINE_\(init(rdrand_engine)\|set_default(rdrand_engine, ENGINE_METHOD_RAND)\)/false/' \
        $source/lib/crypto/OSSLCryptoFactory.cpp
    # Its own build systems want to run what they compile; all they would find out is this.
    rm -rf $out
    mkdir -p $out "$sysroot/testing"
    cat >$out/config.h <<'TEXT'
#define WIN32_LEAN_AND_MEAN
#define NOMINMAX
#include <windows.h>
#define HAVE_CXX11 1
#define HAVE_LOADLIBRARY 1
#define WITH_OPENSSL 1
#define WITH_ECC 1
#define WITH_RAW_PSS 1
#define WITH_AES_GCM 1
#define HAVE_AES_KEY_WRAP 1
#define DEFAULT_LOG_LEVEL "ERROR"
#define DEFAULT_OBJECTSTORE_BACKEND "file"
#define DEFAULT_PKCS11_LIB "libsofthsm2.dll"
#define DEFAULT_SOFTHSM2_CONF "softhsm2.conf"
#define DEFAULT_TOKENDIR "tokens"
#define MAX_PIN_LEN 255
#define MIN_PIN_LEN 4
#define PACKAGE_NAME "SoftHSM"
#define PACKAGE_STRING "SoftHSM"
#define PACKAGE_VERSION "2"
#define VERSION_MAJOR 2
#define VERSION_MINOR 6
TEXT
    local rooms=(common crypto data_mgr handle_mgr object_store pkcs11 session_mgr slot_mgr win32)
    local compile=("$target-g++-posix" -std=gnu++11 -O1 -w -include "$out/config.h" -DCRYPTOKI_EXPORTS "-I$out"
        "${rooms[@]/#/-I$source/lib/}" "-I$source/bin/common" -isystem "$sysroot/include")
    find $source/lib -name '*.cpp' ! -path '*/test/*' ! -name 'Botan*' ! -name 'DB*' -printf '%P\n' |
        xargs -P "$jobs" -I{} sh -c 'room=$1 out=$2 file=$3; shift 3; "$@" -c "$room/$file" -o "$out/$(basename "$file" .cpp).o"' \
            sh $source/lib $out {} "${compile[@]}"
    $target-g++-posix -shared -static -s -o "$sysroot/testing/libsofthsm2.dll" $out/*.o "$crypto"
    "${compile[@]}" -static -s -Wl,--allow-multiple-definition -o "$sysroot/testing/softhsm2-util.exe" \
        $source/bin/util/softhsm2-util{,-ossl}.cpp $source/bin/common/{findslot,getpw,library}.cpp \
        $source/bin/win32/*.cpp $out/*.o "$crypto"
}

# Headers without a library, the compiler's DLLs, zlib, translations and licences: what the rest is linked or shipped with
runtime() {
    local file
    mkdir -p "$sysroot"/{include/tl,translations,licenses}
    cp /usr/include/tl/expected.hpp "$sysroot/include/tl/"
    for file in libgcc_s_seh-1.dll libstdc++-6.dll; do
        install -m755 "$($target-g++-posix -print-file-name=$file)" "$sysroot/bin/"
        $target-strip --strip-unneeded "$sysroot/bin/$file"
    done
    install -m755 /usr/$target/lib/libwinpthread-1.dll "$sysroot/bin/"
    $target-strip --strip-unneeded "$sysroot/bin/libwinpthread-1.dll"
    cp /usr/share/qt6/translations/qtbase_ja.qm "$sysroot/translations/"
    for file in source/*/; do
        file=$(basename "$file")
        if [[ -e source/$file/debian/copyright ]]; then
            cp "source/$file/debian/copyright" "$sysroot/licenses/$file.copyright"
        elif [[ -e source/$file/COPYING ]]; then
            cp "source/$file/COPYING" "$sysroot/licenses/$file.copyright"
        fi
    done
    for file in gcc-mingw-w64-x86-64-posix-runtime mingw-w64-x86-64-dev libz-mingw-w64 libexpected-dev; do
        if [[ -e /usr/share/doc/$file/copyright ]]; then
            cp "/usr/share/doc/$file/copyright" "$sysroot/licenses/$file.copyright"
        fi
    done
    if [[ -e versions.txt ]]; then sort -u versions.txt >>"$sysroot/versions.txt"; fi
    dpkg-query -W gcc-mingw-w64-x86-64-posix binutils-mingw-w64-x86-64 mingw-w64-x86-64-dev >>"$sysroot/versions.txt"
}

stage packages packages
if [[ -r $packed && ! -e $cache/stamp/unpack && ! -e $cache/stamp/qt ]]; then
    echo "Using the packed sysroot $packed: Qt, SQLite, OpenSSL and qpdf are taken from it, not built."
    stage unpack unpack
fi
stage source_list source_list
stage sqlite build_sqlite
stage qt build_qt
stage jpeg build_jpeg
stage qpdf build_qpdf
stage openssl build_openssl
stage xlsxwriter build_xlsxwriter
stage qrencode build_qrencode
stage deflate build_deflate
stage runtime runtime
stage softhsm build_softhsm
echo "sysroot: $sysroot"
