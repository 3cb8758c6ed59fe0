#!/usr/bin/env bash
# Runs a cross-built .exe under Wine with the sysroot's DLLs (CMAKE_CROSSCOMPILING_EMULATOR).
set -euo pipefail
# Without it Wine cannot write a file with a Japanese name.
locale -a | grep -qi '^ja_JP\.utf-\?8$' ||
    echo "wine_run: no locale ja_JP.UTF-8: apt-get install locales && localedef -i ja_JP -f UTF-8 ja_JP.UTF-8" >&2
cache=${TENKEN_WINDOWS_CACHE:-$HOME/.cache/tenken-windows}
sysroot=${TENKEN_SYSROOT:-$cache/sysroot}
export WINEPREFIX=${WINEPREFIX:-$cache/wine} WINEARCH=win64 WINEDEBUG=${WINEDEBUG--all}
export WINEDLLOVERRIDES="mscoree,mshtml=,winemenubuilder.exe=d"
export LANG=ja_JP.UTF-8 LC_ALL=ja_JP.UTF-8 TZ=${TZ:-Asia/Tokyo}
# Wine hides the Unix QT_* variables; WINEQT_* become QT_* inside.
for variable in $(compgen -e | grep '^QT_' || true); do export "WINE$variable=${!variable}"; done
export WINEQT_FORCE_STDERR_LOGGING=1 WINEQT_PLUGIN_PATH
windows_path() { printf 'Z:%s' "${1//\//\\}"; }
WINEQT_PLUGIN_PATH=$(windows_path "$sysroot/plugins")
compiler=$(dirname "$(x86_64-w64-mingw32-g++-posix -print-file-name=libgcc_s_seh-1.dll)")
WINEPATH="$(windows_path "$sysroot/bin");$(windows_path "$compiler");$(windows_path /usr/x86_64-w64-mingw32/lib)"
export WINEPATH
exec /usr/lib/wine/wine64 "$@"
