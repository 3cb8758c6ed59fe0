#!/usr/bin/env bash
# Tries sign.sh with a certificate made for the purpose: test_sign.sh FILE …
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
openssl req -x509 -newkey rsa:3072 -nodes -keyout "$scratch/key.pem" -out "$scratch/certificate.pem" -days 30 \
    -subj "/O=Tenken test/CN=Tenken code signing test" -addext "extendedKeyUsage=critical,codeSigning" \
    -addext "keyUsage=critical,digitalSignature" 2>/dev/null
echo "correct horse" >"$scratch/passphrase"
openssl pkcs12 -export -in "$scratch/certificate.pem" -inkey "$scratch/key.pem" -out "$scratch/key.p12" \
    -passout "file:$scratch/passphrase"

for original in "$@"; do
    file=$scratch/$(basename "$original")
    cp "$original" "$file"
    env -u TENKEN_CODE_KEY "$here/sign.sh" "$file" >/dev/null
    cmp -s "$original" "$file" || { echo "test_sign: changed without a certificate: $original" >&2; exit 1; }
    TENKEN_CODE_KEY=$scratch/key.p12 TENKEN_CODE_PASSPHRASE_FILE=$scratch/passphrase "$here/sign.sh" "$file" >/dev/null
    osslsigncode verify -CAfile "$scratch/certificate.pem" -in "$file" >"$scratch/verdict" 2>&1 ||
        { cat "$scratch/verdict" >&2; exit 1; }
    grep -q "Signature verification: ok" "$scratch/verdict"
    echo "signed and verified: $(basename "$original")"
done
