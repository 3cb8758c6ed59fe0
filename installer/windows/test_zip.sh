#!/usr/bin/env bash
# Unpacks the portable copy under Wine and starts it: on a drive, where its data lies beside it, and on a share, which it
# refuses by the share's name and by a drive's letter.
#
#   test_zip.sh TENKEN-windows.zip [PICTURE.png]
set -euo pipefail

zip=$(realpath "$1")
picture=${2:-}
source "$(dirname "${BASH_SOURCE[0]}")/own_prefix.sh"

# unpack <folder>: into it; tells the copy's own folder
unpack() {
    mkdir -p "$1"
    unzip -q "$zip" -d "$1"
    find "$1" -mindepth 1 -maxdepth 1
}

before=$(snapshot)
copy=$(unpack "$drive/持ち運び 用")
[[ -e $copy/portable.txt ]] || stop "no marker in the copy"
program=${copy#"$drive"}/bin/tenken.exe
start "C:${program//\//\\}" "$program_window" "$picture" || stop "the portable copy showed no window"
[[ -s $copy/data/tenken.db ]] || stop "no data beside the program"
[[ ! -e $local_data ]] || stop "data in the profile: $(find "$local_data")"
rm -r "${copy:?}"
left=$(left_since "$before")
[[ $left == "./持ち運び 用" ]] || stop "left behind outside its folder: $left"
echo "started from its folder, with its data beside it and nothing elsewhere"

share=$WINEPREFIX/server
copy=$(unpack "$share")
mkdir -p "$WINEPREFIX/dosdevices/unc/server"
ln -s "$share" "$WINEPREFIX/dosdevices/unc/server/share"
ln -s "$share" "$WINEPREFIX/dosdevices/n:"
"$wine" reg add 'HKLM\Software\Wine\Drives' /v n: /d network /f >/dev/null
program=${copy#"$share"}/bin/tenken.exe
start "N:${program//\//\\}" "$message_window" "${picture:+${picture%.png}-share.png}" || stop "on a share it says nothing"
[[ ! -e $copy/data/tenken.db ]] || stop "it made a store on a share"
grep -qrs 'store-on-network' "$copy/data/log" || stop "it refused the share for another reason: $(cat "$copy"/data/log/*)"
# By its name the command line is asked: Wine finds no Qt plugins there.
told=$("$wine" "N:${program//tenken.exe/tenken-cli.exe}" inspection start --checklist KC-B --department U0004 \
    --department-name 企画課 --year 2026 --store '\\server\share\tenken.db' --json || true)
[[ $told == *store-on-network* ]] || stop "the command line takes a share by its name: $told"
echo "refused on a share, by its name and by its letter"
