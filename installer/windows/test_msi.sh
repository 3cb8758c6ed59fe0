#!/usr/bin/env bash
# Installs, starts, upgrades and removes Tenken under Wine, silently, in a Wine prefix of its own.
#
#   test_msi.sh OLD.msi NEW.msi [PICTURE.png]     two versions of one stage; a picture of the started program
set -euo pipefail

old=$(realpath "$1")
new=$(realpath "$2")
picture=${3:-}
source "$(dirname "${BASH_SOURCE[0]}")/own_prefix.sh"
cli='C:\Program Files\Tenken\bin\tenken-cli.exe'
store=$(windows_path "$local_data/tenken.db")

before=$(snapshot)
"$wine" msiexec /i "$(windows_path "$old")" /qn
[[ -e $installed/bin/tenken.exe ]] || stop "nothing was installed"
[[ -e $installed/share/tenken/docs/manual/index.html ]] || stop "no manual was installed"
(($(menu_entries) > 0)) || stop "no entry in the start menu"
"$wine" "$cli" --version
"$wine" reg query 'HKLM\Software\Classes\.tenken-round' /ve 2>/dev/null | grep -q 'Tenken\.Round' || stop "round files open with nothing"
start 'C:\Program Files\Tenken\bin\tenken.exe' "$program_window" "$picture" || stop "the installed program showed no window"
[[ -s $local_data/tenken.db ]] || stop "no data in the local, not roaming, application data"
"$wine" "$cli" inspection start --store "$store" --checklist KC-B --department U0004 --department-name 企画課 --year 2026
kept=$("$wine" "$cli" inspection list --store "$store" --json)

"$wine" msiexec /i "$(windows_path "$new")" /qn
version=$("$wine" reg query 'HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall' /s 2>/dev/null | grep -c DisplayVersion || true)
echo "upgraded; entries in the list of programs: $version"
now=$("$wine" "$cli" inspection list --store "$store" --json)
[[ $kept == "$now" && $kept == *U0004* ]] || stop "the upgrade changed the data"

"$wine" msiexec /x "$(windows_path "$new")" /qn
[[ ! -e $installed ]] || stop "left behind: $(find "$installed")"
(($(menu_entries) == 0)) || stop "the entry in the start menu is left behind"
[[ -s $local_data/tenken.db ]] || stop "the removal took the data along"
for key in Tenken.Document Tenken.Round .tenken-round; do
    if "$wine" reg query "HKLM\\Software\\Classes\\$key" >/dev/null 2>&1; then stop "the file type $key is left behind"; fi
done
left=$(left_since "$before" | grep -v '/AppData/' || true)
[[ -z $left ]] || stop "left behind: $left"
echo "installed, started, upgraded with the data kept, removed with nothing but the data left"
