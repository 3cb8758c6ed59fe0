#!/usr/bin/env bash
# Installs Tenken with the setup program under Wine, silently, starts it and removes it again.
#
#   test_setup.sh TENKEN-setup.exe [PICTURE.png]
set -euo pipefail

setup=$(realpath "$1")
picture=${2:-}
source "$(dirname "${BASH_SOURCE[0]}")/own_prefix.sh"
key='HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall\Tenken setup'

before=$(snapshot)
"$wine" "$(windows_path "$setup")" /S
[[ -e $installed/bin/tenken.exe ]] || stop "nothing was installed"
[[ -e $installed/share/tenken/docs/manual/index.html ]] || stop "no manual was installed"
(($(menu_entries) > 0)) || stop "no entry in the start menu"
"$wine" reg query "$key" /v DisplayVersion >/dev/null 2>&1 || stop "not in the list of programs"
"$wine" 'C:\Program Files\Tenken\bin\tenken-cli.exe' --version
start 'C:\Program Files\Tenken\bin\tenken.exe' "$program_window" "$picture" || stop "the installed program showed no window"
[[ -s $local_data/tenken.db ]] || stop "no data in the local, not roaming, application data"
touch "$installed/somebody's.txt"

"$wine" 'C:\Program Files\Tenken\uninstall.exe' /S
"$wine" --wait # it goes on as a copy of itself
[[ $(find "$installed" -type f) == "$installed/somebody's.txt" ]] || stop "not only what is somebody else's: $(find "$installed")"
rm -r "${installed:?}"
(($(menu_entries) == 0)) || stop "the entry in the start menu is left behind"
if "$wine" reg query "$key" >/dev/null 2>&1; then stop "the entry in the list of programs is left behind"; fi
[[ -s $local_data/tenken.db ]] || stop "the removal took the data along"
left=$(left_since "$before" | grep -v -e '/AppData/' -e '/Temp/~nsu' || true) # that copy is gone after the next start of Windows
[[ -z $left ]] || stop "left behind: $left"
echo "installed, started, removed with nothing but the data left"
