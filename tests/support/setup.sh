#!/bin/sh
# Installs what building needs and this Debian lacks or, asked for "browser",
# what the tests in a browser need, "office", what those with office programs
# need, "processor" and GNU's name of one, what programs for it need, or "dist",
# what is needed to hand the program out; says what it does, and does nothing
# when all is there.
set -eu

packages="make gcc g++ pkg-config libcsv-dev libctemplate-dev libcmocka-dev
libutf8proc-dev libxxhash-dev uthash-dev libjansson-dev nettle-dev
libminizip-dev zlib1g-dev libdeflate-dev libexpat1-dev"
# A program may be here without its package, so it is looked for by name.
programs=python3:python3
if [ "${1-}" = browser ]; then
    packages=fonts-noto-cjk
    programs="chromium:chromium node:nodejs npm:npm
java:default-jre-headless pdftotext:poppler-utils"
fi
if [ "${1-}" = office ]; then
    packages="libreoffice-calc-nogui libreoffice-writer-nogui
python3-openpyxl python3-xlsxwriter fonts-noto-cjk"
    programs=pdftotext:poppler-utils
fi
if [ "${1-}" = processor ]; then
    packages="$packages g++-$2 qemu-user-static"
fi
if [ "${1-}" = dist ]; then
    packages="$packages g++-aarch64-linux-gnu qemu-user-static"
fi

command -v dpkg-query >/dev/null || exit 0
missing=
for package in $packages; do
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) ||
        state=
    [ "$state" = installed ] || missing="$missing $package"
done
for program in $programs; do
    command -v "${program%%:*}" >/dev/null || missing="$missing ${program#*:}"
done
[ -n "$missing" ] || exit 0

as_root=
[ "$(id -u)" = 0 ] || as_root=sudo
echo "正在安装 (installing):$missing"
$as_root apt-get update -q
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -q -y \
    --no-install-recommends $missing
