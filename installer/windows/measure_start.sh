#!/usr/bin/env bash
# From the start of tenken.exe to its window, against a program with nothing but a window, both under Wine:
#
#   measure_start.sh STAGE [rounds]     STAGE from deploy.py
set -euo pipefail

screen=$(dirname "${BASH_SOURCE[0]}")/../../tests/journeys/desk/with_window_manager
if [[ -z ${TENKEN_ON_A_SCREEN:-} ]]; then TENKEN_ON_A_SCREEN=1 exec "$screen" "$0" "$@"; fi
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
stage=$(realpath "$1")
rounds=${2:-7}
sysroot=${TENKEN_SYSROOT:-${TENKEN_WINDOWS_CACHE:-$HOME/.cache/tenken-windows}/sysroot}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export TENKEN_BARE=1
includes=()
for module in Core Gui Widgets; do includes+=("-isystem" "$sysroot/include" "-isystem" "$sysroot/include/Qt$module"); done
cp -r "$stage/bin" "$scratch/bin" # the same libraries and plugins
x86_64-w64-mingw32-g++-posix -std=c++20 -O2 -mwindows -DQT_NO_DEBUG -DUNICODE "${includes[@]}" \
    "$here/../../tests/bench/bare_window.cpp" -o "$scratch/bin/bare_window.exe" "-L$sysroot/lib" \
    -lQt6EntryPoint -lQt6Widgets -lQt6Gui -lQt6Core -lshell32

# start <program> <window's title> [argument …]: milliseconds
start() {
    local program=$1 title=$2 began now
    shift 2
    began=$(date +%s%N)
    "$here/wine_run.sh" "$program" "$@" >/dev/null 2>&1 &
    until xdotool search --onlyvisible --name "$title" >/dev/null 2>&1; do # what we started may end before the program does
        if (($(date +%s%N) - began > 60 * 1000000000)); then
            echo "measure_start: no window of $program in a minute" >&2
            return 1
        fi
        read -rt 0.02 <> <(:) || true
    done
    now=$(date +%s%N)
    # Closed as by hand: Wine's start.exe stands between us and the program. A key may get lost.
    while xdotool search --onlyvisible --name "$title" >/dev/null 2>&1; do
        timeout 3 xdotool search --onlyvisible --name "$title" windowactivate --sync key alt+F4 >/dev/null 2>&1 || true
        read -rt 1 <> <(:) || true
    done
    wait $! || true
    echo $(((now - began) / 1000000))
}
measure() {
    local round bare=() ours=()
    "$here/wine_run.sh" cmd /c exit
    for ((round = 0; round <= rounds; ++round)); do # the first warms the disk's cache
        bare+=("$(start "$scratch/bin/bare_window.exe" "Bare window")") || return
        ours+=("$(start "$stage/bin/tenken.exe" "Tenken" --store "$scratch/tenken.db")") || return
    done
    compare "medians of $rounds" $((rounds / 2 + 1))
    compare "quickest of $rounds" 1
}
# compare <words> <rank>: the measured at this rank
compare() {
    rank() { printf '%s\n' "$@" | tail -n +2 | sort -n | sed -n "${rank}p"; }
    local words=$1 rank=$2
    awk -v bare="$(rank "${bare[@]}")" -v ours="$(rank "${ours[@]}")" -v words="$words" \
        'BEGIN { printf "bare window %d ms, Tenken %d ms, ratio %.2f (%s)\n", bare, ours, ours / bare, words }'
}
measure
"$here/wine_run.sh" --wait
