. "$CLI_TESTS/support.sh"
command -v make >/dev/null || exit 0
top=$(cd "$CLI_TESTS/../.." && pwd)
build=$(cd "$(dirname "$SHIJI")" && pwd)
build=${build#"$top"/} # make takes no blank in the name of a folder
ours() {
    env -u MAKEFLAGS -u MAKELEVEL make -s -C "$top" \
        B="$build" DESTDIR="$PWD/root of 我" prefix=/usr "$@"
}
ours install
small_input input
exits 0 "root of 我/usr/bin/shiji" build
[ -f output/site/2025-10/index.html ]
[ "$(find "root of 我/usr/share/shiji/templates" -type f | wc -l)" = \
    "$(find "$templates" -type f | wc -l)" ]
grep -qx '.SH "\?EXIT STATUS"\?' "root of 我/usr/share/man/man1/shiji.1"
grep -q '^.SH 退出状态' "root of 我/usr/share/man/zh_CN/man1/shiji.1"
ours uninstall
[ -z "$(find "root of 我" ! -type d)" ]
