#!/usr/bin/env bash
# Signs programs and packages with a code signing certificate, where one is given; does nothing otherwise.
#
#   sign.sh FILE …
#
# TENKEN_CODE_KEY                  PKCS#12 file with the certificate and its key
# TENKEN_CODE_PASSPHRASE_FILE      its passphrase
# TENKEN_CODE_TIMESTAMP            URL of an RFC 3161 authority; without it a signature ends with its certificate
set -euo pipefail

if [[ -z ${TENKEN_CODE_KEY:-} ]]; then
    echo "not signed: TENKEN_CODE_KEY names no certificate"
    exit 0
fi
options=(-pkcs12 "$TENKEN_CODE_KEY" -readpass "$TENKEN_CODE_PASSPHRASE_FILE" -h sha256 -n "Tenken")
if [[ -n ${TENKEN_CODE_TIMESTAMP:-} ]]; then options+=(-ts "$TENKEN_CODE_TIMESTAMP"); fi
for file in "$@"; do
    osslsigncode sign "${options[@]}" -in "$file" -out "$file.signed" >/dev/null
    mv "$file.signed" "$file"
    echo "signed: $file"
done
