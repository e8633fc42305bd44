#!/bin/sh
# Puts a Developer ID certificate into a keychain of its own, on a Mac that builds releases and has no user.
#
#   PROCURA_CODESIGN_CERTIFICATE   the certificate with its key (.p12), as base64
#   PROCURA_CODESIGN_PASSWORD      its password
set -eu
: "${PROCURA_CODESIGN_CERTIFICATE:?holds no certificate}" "${PROCURA_CODESIGN_PASSWORD:?holds no password}"
umask 077
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
keychain="$HOME/Library/Keychains/procura-release.keychain-db"
password=$(uuidgen)
printf %s "$PROCURA_CODESIGN_CERTIFICATE" | base64 --decode >"$folder/certificate.p12"
security create-keychain -p "$password" "$keychain"
security set-keychain-settings -lut 21600 "$keychain"
security unlock-keychain -p "$password" "$keychain"
security import "$folder/certificate.p12" -P "$PROCURA_CODESIGN_PASSWORD" -f pkcs12 -k "$keychain" -T /usr/bin/codesign
security set-key-partition-list -S apple-tool:,apple: -k "$password" "$keychain" >/dev/null
# shellcheck disable=SC2046 # a keychain a word
security list-keychains -d user -s "$keychain" $(security list-keychains -d user | tr -d '"')
