#!/bin/sh
# Installs what building and testing need and this Debian lacks; says what it
# does, and does nothing when all is there.
set -eu

wanted="make gcc g++ pkg-config libcsv-dev libctemplate-dev libcmocka-dev
libutf8proc-dev libxxhash-dev uthash-dev libjansson-dev nettle-dev"

command -v dpkg-query >/dev/null || exit 0
missing=
for package in $wanted; do
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) ||
        state=
    [ "$state" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=
[ "$(id -u)" = 0 ] || as_root=sudo
echo "正在安装 (installing):$missing"
$as_root apt-get update -q
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -q -y \
    --no-install-recommends $missing
