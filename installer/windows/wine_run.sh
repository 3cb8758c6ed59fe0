#!/usr/bin/env bash
# Runs a program under Wine with the sysroot's DLLs (CMAKE_CROSSCOMPILING_EMULATOR), in a Japanese 64-bit prefix of its
# own that is made when it is missing: $WINEPREFIX or $TENKEN_WINDOWS_CACHE/wine-prefix. $TENKEN_WINE_TOOLS: a folder
# with more programs (tests/support/wine_bridge.cpp).
#
#   wine_run.sh PROGRAM [argument …]
#   wine_run.sh --wait     until the last program has ended: those of Wine that outlive ours need the X server to the end
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${TENKEN_WINDOWS_CACHE:-$HOME/.cache/tenken-windows}
sysroot=${TENKEN_SYSROOT:-$cache/sysroot}
wine=/usr/lib/wine/wine64 # not wine: that one complains about the missing 32-bit half
export WINEPREFIX=${WINEPREFIX:-$cache/wine-prefix} WINEARCH=win64 WINEDEBUG=${WINEDEBUG--all}
export WINEDLLOVERRIDES="mscoree,mshtml=,winemenubuilder.exe=d"
export LANG=ja_JP.UTF-8 LC_ALL=ja_JP.UTF-8 TZ=${TZ:-Asia/Tokyo} # code page 932, and Japanese file names
windows_path() { printf 'Z:%s' "${1//\//\\}"; }

make_prefix() {
    locale -a | grep -qi '^ja_JP\.utf-\?8$' || {
        echo "wine_run: no locale ja_JP.UTF-8: apt-get install locales && localedef -i ja_JP -f UTF-8 ja_JP.UTF-8" >&2
        exit 1
    }
    mkdir -p "$WINEPREFIX"
    (
        flock 9
        if [[ ! -e $WINEPREFIX/tenken-ready ]]; then
            "$wine" wineboot -i
            "$wine" regedit /S "$(windows_path "$here/wine_fonts.reg")"
            "$wine" winecfg -v win10 # Wine 8 reports Windows 7 otherwise
            wineserver -w 2>/dev/null || /usr/lib/wine/wineserver -w
            touch "$WINEPREFIX/tenken-ready"
        fi
    ) 9>"$WINEPREFIX/tenken-lock" >/dev/null 2>&1
}
if [[ ! -e $WINEPREFIX/tenken-ready ]]; then make_prefix; fi

if [[ $1 == --wait ]]; then
    wineserver -w 2>/dev/null || /usr/lib/wine/wineserver -w
    exit
fi

# Wine hides the Unix QT_* variables; WINEQT_* become QT_* inside.
for variable in $(compgen -e | grep '^QT_' || true); do export "WINE$variable=${!variable}"; done
export WINEQT_FORCE_STDERR_LOGGING=${WINEQT_FORCE_STDERR_LOGGING-1}
if [[ -z ${TENKEN_BARE-} ]]; then # an installed program brings its own
    compiler=$(dirname "$(x86_64-w64-mingw32-g++-posix -print-file-name=libgcc_s_seh-1.dll)")
    WINEPATH="$(windows_path "$sysroot/bin");$(windows_path "$sysroot/testing");$(windows_path "$compiler");$(windows_path /usr/x86_64-w64-mingw32/lib)"
    WINEPATH+=${TENKEN_WINE_TOOLS:+;$(windows_path "$TENKEN_WINE_TOOLS")}
    WINEQT_PLUGIN_PATH=$(windows_path "$sysroot/plugins")
    export WINEPATH WINEQT_PLUGIN_PATH
fi
exec "$wine" "$@"
