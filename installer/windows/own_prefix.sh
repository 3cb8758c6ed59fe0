# shellcheck shell=bash disable=SC2034,SC2016
# Sourced by the tests of packages: a Wine prefix of its own, made now and gone at the end, and what they ask of it.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
WINEPREFIX=$(mktemp -d)
export WINEPREFIX TENKEN_BARE=1
wine=$here/wine_run.sh
drive=$WINEPREFIX/drive_c
installed="$drive/Program Files/Tenken"
local_data="$drive/users/$(id -un)/AppData/Local/tenken"
trap 'wineserver -k || true; wineserver -w || true; rm -rf "${WINEPREFIX:?}"' EXIT # of this prefix alone

stop() {
    echo "$(basename "$0" .sh): $*" >&2
    exit 1
}
windows_path() { printf 'Z:%s' "${1//\//\\}"; }
menu_entries() { find "$drive" -name '*Tenken*.lnk' | wc -l; }
# Files and folders of the prefix without what Wine itself keeps changing
snapshot() { (cd "$drive" && find . ! -path './windows/*' | sort); }
left_since() { comm -13 <(echo "$1") <(snapshot); }

program_window='^Tenken.' # more than the message of a start that failed
message_window='^Tenken$'

# start <program> <window's title> [picture]: until its window is closed; fails when there was none or it stays
start() {
    "$wine" --wait # what Wine began without a screen would let nobody make a window
    TENKEN_SCREEN=1366x768 "$here/../../tests/journeys/desk/with_window_manager" bash -c '
        "$0" "$1" &
        for _ in $(seq 300); do
            window=$(xdotool search --onlyvisible --name "$2" 2>/dev/null | tail -n 1) || true
            if [[ -n $window ]]; then break; fi
            read -rt 0.2 <> <(:) || true
        done
        [[ -n $window ]] || exit 1
        read -rt 3 <> <(:) || true # painted
        if [[ -n $3 ]]; then import -window root "$3"; fi
        "$0" taskkill /IM "${1##*\\}" >/dev/null # asked to close, not killed
        timeout 60 "$0" --wait' "$wine" "$1" "$2" "${3:-}"
}

"$wine" cmd /c exit
