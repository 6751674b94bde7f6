. "$CLI_TESTS/support.sh"
printf 'a;b\n1;2\n' >list.csv
printf 'a,b\r\n1,2\r\n' >wanted

# Permissions stay.
echo old >kept.csv
chmod 640 kept.csv
exits 0 "$SHIJI" clean -o kept.csv list.csv
cmp kept.csv wanted
[ "$(stat -c %a kept.csv)" = 640 ]
"$SHIJI" clean -q -o /dev/stdout list.csv | cmp - wanted

# After a failure the old file is as it was, and nothing lies beside it.
echo old >kept.csv
exits 3 sh -c 'ulimit -f 0; "$SHIJI" clean -o kept.csv list.csv 2>/dev/null'
[ "$(cat kept.csv)" = old ]
printf 'PK\003\004' >book.csv
exits 1 "$SHIJI" clean -o kept.csv book.csv
[ "$(cat kept.csv)" = old ]

# An empty file is no failure: the old file is not taken for its content.
printf '' >empty.csv
exits 1 "$SHIJI" clean -o kept.csv empty.csv
[ ! -s kept.csv ]
has err '[file-empty]'
tail -n 1 err >last
has last '读入 0 = 写出 0（修复 0）+ 搁置 0 + 略去 0；编码 ascii，'
rm empty.csv last

exits 3 "$SHIJI" clean -o . list.csv
[ "$(ls)" = "$(printf '%s\n' book.csv err kept.csv list.csv out wanted)" ]
has err '是文件夹'
exits 3 "$SHIJI" clean -l en -o . list.csv
has err 'Is a directory'
