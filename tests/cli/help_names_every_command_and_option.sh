. "$CLI_TESTS/support.sh"
exits 0 "$SHIJI" help
for command in build check clean init templates archive verify watch start columns \
    figures rules help; do
    has out "shiji $command"
done
for command in build check clean init templates archive verify watch start columns; do
    exits 0 "$SHIJI" help $command
    cp out by_help
    exits 0 "$SHIJI" $command --help
    cmp out by_help
done
exits 0 "$SHIJI" help build
for option in -i -o -m -e -l -t --strict --revise --encoding --format -q -v; do
    has out "$option"
done
exits 2 "$SHIJI" help nonsense
exits 0 "$SHIJI" help build -l en
if LC_ALL=C grep -q '[^ -~]' out; then exit 1; fi

# The whole of a month's work, the files, and what an exit status means.
exits 0 "$SHIJI" help
for words in 一个月的用法 'shiji build -e internal' 文件： input/settings.csv \
    退出状态 '  4  拒绝发布'; do
    has out "$words"
done
exits 0 "$SHIJI" help -l en --format man
for section in NAME SYNOPSIS COMMANDS FILES 'EXIT STATUS' ENVIRONMENT; do
    grep -qx ".SH $section" out
done
has out '.B "SOURCE_DATE_EPOCH"'
