#!/bin/sh
# Signs a program, setup or MSI of Windows in its place, with osslsigncode: packaging/windows/sign.sh FILE
#
#   PROCURA_SIGN_CERTIFICATE   path of the certificate with its key (.pfx)
#   PROCURA_SIGN_PASSWORD      path of a file that holds its password
#   PROCURA_SIGN_TIMESTAMP     address of a time-stamp server; without one the signature ends with the certificate
set -eu
if [ $# != 1 ] || [ ! -f "$1" ]; then
    echo "usage: $0 FILE" >&2
    exit 2
fi
file=$1
: "${PROCURA_SIGN_CERTIFICATE:?names no certificate}" "${PROCURA_SIGN_PASSWORD:?names no file with the password}"
set -- ${PROCURA_SIGN_TIMESTAMP:+-ts "$PROCURA_SIGN_TIMESTAMP"}
rm -f "$file.signed"
osslsigncode sign -pkcs12 "$PROCURA_SIGN_CERTIFICATE" -readpass "$PROCURA_SIGN_PASSWORD" -h sha256 \
    -n "Procura Desktop" "$@" -in "$file" -out "$file.signed"
mv "$file.signed" "$file"
