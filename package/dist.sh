#!/bin/sh
# Puts what is handed out into dist/: the program in one file, the same as a
# Debian package, the sources, and the digests of all.  Two who build the same
# sources anywhere, on any day, get the same bytes.
# usage: package/dist.sh ARCH=PROGRAM…   with B naming the folder of builds
set -eu
umask 022
export LC_ALL=C TZ=UTC

version=$(sed -n 's/^#define SHIJI_VERSION "\(.*\)"/\1/p' \
    generator/cli/command.h)
SOURCE_DATE_EPOCH=$(date -d \
    "$(sed -n 's/^ -- .*>  //p' package/changelog | head -n 1)" +%s)
export SOURCE_DATE_EPOCH

# document TREE: what Debian wants to know of a package.
document() {
    install -D -m 644 package/copyright "$1/usr/share/doc/shiji/copyright"
    gzip -9n <package/changelog >"$1/usr/share/doc/shiji/changelog.gz"
    install -D -m 644 package/shiji.desktop \
        "$1/usr/share/applications/shiji.desktop"
    install -D -m 644 package/lintian-overrides \
        "$1/usr/share/lintian/overrides/shiji"
    mkdir -p "$1/usr/share/man/man1" "$1/usr/share/man/zh_CN/man1"
    gzip -9n <"$B/shiji.1" >"$1/usr/share/man/man1/shiji.1.gz"
    gzip -9n <"$B/shiji.zh.1" >"$1/usr/share/man/zh_CN/man1/shiji.1.gz"
}

# debian ARCH PROGRAM
debian() {
    tree=$B/deb-$1
    rm -rf "$tree"
    document "$tree"
    install -D -m 755 "$2" "$tree/usr/bin/shiji"
    size=$(find "$tree" -type f -exec cat {} + | wc -c)
    mkdir "$tree/DEBIAN"
    sed "s/@VERSION@/$version/; s/@ARCH@/$1/
        s/@SIZE@/$((size / 1024 + 1))/" package/control >"$tree/DEBIAN/control"
    (cd "$tree" && find usr -type f | sort | xargs md5sum) \
        >"$tree/DEBIAN/md5sums"
    find "$tree" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
    dpkg-deb --root-owner-group -Zxz --threads-max=1 --build "$tree" \
        "dist/shiji_${version}_$1.deb" >/dev/null
}

rm -rf dist
mkdir dist
for made; do
    arch=${made%%=*}
    program=${made#*=}
    install -m 755 "$program" "dist/shiji-$version-$arch"
    debian "$arch" "$program"
done
install -m 644 package/实绩月报.bat dist/
if git rev-parse -q --verify HEAD >/dev/null 2>&1; then
    git archive --prefix="shiji-$version/" HEAD |
        gzip -9n >"dist/shiji-$version.tar.gz"
fi
(cd dist && sha256sum -- * >.sums && mv .sums SHA256SUMS)
if command -v lintian >/dev/null; then
    lintian --fail-on error dist/*.deb
fi
ls -l dist
