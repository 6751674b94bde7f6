#!/bin/sh
# Unpacks the libraries of another processor into a folder, from where a cross
# compiler takes them; nothing is installed.  Only their archives are kept, so
# that a program linked with them needs nothing there; the tests compare our
# reading of GB18030 with that of the C library, which has it in modules.
# usage: package/foreign.sh ARCH FOLDER
set -eu

arch=$1
root=$2
packages="libcsv-dev libctemplate-dev libutf8proc-dev libxxhash-dev
libjansson-dev nettle-dev libexpat1-dev libminizip-dev zlib1g-dev
libdeflate-dev libcmocka-dev libcmocka0 libc6"

rm -rf "$root"
mkdir -p "$root/apt/lists/partial" "$root/apt/cache/archives/partial"
cd "$root"
here=$(pwd)
foreign() {
    apt-get -q -o APT::Architecture="$arch" -o APT::Architectures="$arch" \
        -o APT::Sandbox::User=root -o Debug::NoLocking=1 \
        -o Dir::State::Lists="$here/apt/lists" \
        -o Dir::Cache="$here/apt/cache" "$@"
}
foreign update
# shellcheck disable=SC2086
foreign download $packages
for package in *.deb; do
    dpkg -x "$package" .
done
find usr/lib -name '*.so' ! -name 'libcmocka*' ! -path '*/gconv/*' -delete
rm -rf apt ./*.deb
: >complete
