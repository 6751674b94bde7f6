. "$CLI_TESTS/support.sh"
command -v make >/dev/null || exit 0
build=$(cd "$(dirname "$SHIJI")" && pwd)
ours() {
    env -u MAKEFLAGS -u MAKELEVEL make -s -C "$CLI_TESTS/../.." \
        B="$build" DESTDIR="$PWD/root" prefix=/usr "$@"
}
ours install
small_input input
exits 0 root/usr/bin/shiji build
[ -f output/site/2025-10/index.html ]
[ "$(find root/usr/share/shiji/templates -type f | wc -l)" = \
    "$(find "$templates" -type f | wc -l)" ]
grep -qx '.SH "\?EXIT STATUS"\?' root/usr/share/man/man1/shiji.1
grep -q '^.SH 退出状态' root/usr/share/man/zh_CN/man1/shiji.1
ours uninstall
[ -z "$(find root ! -type d)" ]
