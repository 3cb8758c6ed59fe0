#!/usr/bin/env bash
# From the start of tenken.exe to its window, against a program with nothing but a window, both under Wine:
#
#   measure_start.sh STAGE [rounds]     STAGE from deploy.py
set -euo pipefail

screen=$(dirname "${BASH_SOURCE[0]}")/../../tests/journeys/desk/with_window_manager
if [[ -z ${TENKEN_ON_A_SCREEN:-} ]]; then TENKEN_ON_A_SCREEN=1 exec "$screen" "$0" "$@"; fi
stage=$(realpath "$1")
rounds=${2:-7}
sysroot=${TENKEN_SYSROOT:-${TENKEN_WINDOWS_CACHE:-$HOME/.cache/tenken-windows}/sysroot}
# In a prefix that another program uses at the same time, windows would appear on that one's screen.
# shellcheck source=own_prefix.sh
source "$(dirname "${BASH_SOURCE[0]}")/own_prefix.sh"
scratch=$WINEPREFIX/scratch
includes=()
for module in Core Gui Widgets; do includes+=("-isystem" "$sysroot/include" "-isystem" "$sysroot/include/Qt$module"); done
mkdir "$scratch"
cp -r "$stage/bin" "$scratch/bin" # the same libraries and plugins
x86_64-w64-mingw32-g++-posix -std=c++20 -O2 -mwindows -DQT_NO_DEBUG -DUNICODE "${includes[@]}" \
    "$here/../../tests/bench/bare_window.cpp" -o "$scratch/bin/bare_window.exe" "-L$sysroot/lib" \
    -lQt6EntryPoint -lQt6Widgets -lQt6Gui -lQt6Core -lshell32

# time_of <window's title> <program> [argument …]: milliseconds until its window
time_of() {
    local title=$1 began now
    shift
    began=$(date +%s%N)
    "$wine" "$@" >/dev/null 2>&1 &
    until xdotool search --onlyvisible --name "$title" >/dev/null 2>&1; do # what we started may end before the program does
        if (($(date +%s%N) - began > 60 * 1000000000)); then stop "no window of $1 in a minute"; fi
        read -rt 0.02 <> <(:) || true
    done
    now=$(date +%s%N)
    # Asked to close, not by a key: that one could meet the next window. Wine's start.exe stands between us and the program.
    "$wine" taskkill /IM "$(basename "$1")" >/dev/null 2>&1
    while xdotool search --onlyvisible --name "$title" >/dev/null 2>&1; do read -rt 0.1 <> <(:) || true; done
    wait $! || true
    echo $(((now - began) / 1000000))
}
# compare <words> <rank>: the measured at this rank
compare() {
    rank() { printf '%s\n' "$@" | tail -n +2 | sort -n | sed -n "${rank}p"; }
    local words=$1 rank=$2
    awk -v bare="$(rank "${bare[@]}")" -v ours="$(rank "${ours[@]}")" -v words="$words" \
        'BEGIN { printf "bare window %d ms, Tenken %d ms, ratio %.2f (%s)\n", bare, ours, ours / bare, words }'
}

# As on a desk, something is open all the time: a start while Wine puts its desktop and services away takes longer, or for ever.
"$wine" --wait
"$wine" notepad >/dev/null 2>&1 &
bare=() ours=()
for ((round = 0; round <= rounds; ++round)); do # the first warms the disk's cache
    bare+=("$(time_of "^Bare window$" "$scratch/bin/bare_window.exe")")
    ours+=("$(time_of "$program_window" "$stage/bin/tenken.exe" --store "$scratch/tenken.db")")
done
compare "medians of $rounds" $((rounds / 2 + 1))
compare "quickest of $rounds" 1
