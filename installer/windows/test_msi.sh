#!/usr/bin/env bash
# Installs, starts, upgrades and removes Tenken under Wine, silently, in a Wine prefix of its own.
#
#   test_msi.sh OLD.msi NEW.msi [PICTURE.png]     two versions of one stage; a picture of the started program
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
old=$(realpath "$1")
new=$(realpath "$2")
picture=${3:-}
WINEPREFIX=$(mktemp -d)
export WINEPREFIX TENKEN_BARE=1
wine=$here/wine_run.sh
programs="$WINEPREFIX/drive_c/Program Files/Tenken"
local_data="$WINEPREFIX/drive_c/users/$(id -un)/AppData/Local/tenken"
trap 'wineserver -k || true; wineserver -w || true; rm -rf "$WINEPREFIX"' EXIT # of this prefix alone

stop() {
    echo "test_msi: $*" >&2
    exit 1
}
windows_path() { printf 'Z:%s' "${1//\//\\}"; }
menu_entries() { find "$WINEPREFIX/drive_c" -name '*Tenken*.lnk' | wc -l; }
# Files and folders of the prefix without what Wine itself keeps changing
snapshot() { (cd "$WINEPREFIX/drive_c" && find . ! -path './windows/*' | sort); }

# start <picture>: the installed program with a window, until it is closed
start() {
    "$wine" --wait # what Wine began without a screen would let nobody make a window
    xvfb-run -a -s "-screen 0 1366x768x24" bash -c '
        openbox & manager=$!
        "$0" "C:\\Program Files\\Tenken\\bin\\tenken.exe" & program=$!
        for _ in $(seq 300); do
            window=$(xdotool search --onlyvisible --name Tenken 2>/dev/null | tail -n 1) || true
            if [[ -n $window ]]; then break; fi
            read -rt 0.2 <> <(:) || true
        done
        if [[ -n $window ]]; then
            read -rt 3 <> <(:) || true # painted
            if [[ -n $1 ]]; then import -window root "$1"; fi
            xdotool windowactivate --sync "$window" key alt+F4 || true # closed by hand, not killed
        fi
        for _ in $(seq 50); do kill -0 $program 2>/dev/null || break; read -rt 0.2 <> <(:) || true; done
        "$0" --wait
        kill $program $manager 2>/dev/null || true
        [[ -n $window ]]' "$wine" "${1:-}"
}

"$wine" cmd /c exit
before=$(snapshot)
"$wine" msiexec /i "$(windows_path "$old")" /qn
[[ -e $programs/bin/tenken.exe ]] || stop "nothing was installed"
(($(menu_entries) > 0)) || stop "no entry in the start menu"
"$wine" "C:\\Program Files\\Tenken\\bin\\tenken-cli.exe" --version
"$wine" reg query 'HKLM\Software\Classes\.tenken-round' /ve 2>/dev/null | grep -q 'Tenken\.Round' || stop "round files open with nothing"
start "$picture" || stop "the installed program showed no window"
[[ -s $local_data/tenken.db ]] || stop "no data in the local, not roaming, application data"
"$wine" "C:\\Program Files\\Tenken\\bin\\tenken-cli.exe" inspection start --store "$(windows_path "$local_data/tenken.db")" \
    --checklist KC-B --department U0004 --department-name 企画課 --year 2026
kept=$("$wine" "C:\\Program Files\\Tenken\\bin\\tenken-cli.exe" inspection list --store "$(windows_path "$local_data/tenken.db")" --json)

"$wine" msiexec /i "$(windows_path "$new")" /qn
version=$("$wine" reg query 'HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall' /s 2>/dev/null | grep -c DisplayVersion || true)
echo "upgraded; entries in the list of programs: $version"
now=$("$wine" "C:\\Program Files\\Tenken\\bin\\tenken-cli.exe" inspection list --store "$(windows_path "$local_data/tenken.db")" --json)
[[ $kept == "$now" && $kept == *U0004* ]] || stop "the upgrade changed the data"

"$wine" msiexec /x "$(windows_path "$new")" /qn
[[ ! -e $programs ]] || stop "left behind: $(find "$programs")"
(($(menu_entries) == 0)) || stop "the entry in the start menu is left behind"
[[ -s $local_data/tenken.db ]] || stop "the removal took the data along"
for key in Tenken.Document Tenken.Round .tenken-round; do
    if "$wine" reg query "HKLM\\Software\\Classes\\$key" >/dev/null 2>&1; then stop "the file type $key is left behind"; fi
done
left=$(comm -13 <(echo "$before") <(snapshot) | grep -v '/AppData/' || true)
[[ -z $left ]] || stop "left behind: $left"
echo "installed, started, upgraded with the data kept, removed with nothing but the data left"
