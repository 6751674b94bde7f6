. "$CLI_TESTS/support.sh"
printf 'a;b\n1;2\n' >list.txt
printf 'a,b\r\n1,2\r\n' >wanted
echo old >real.csv
ln -s real.csv link.csv
exits 0 "$SHIJI" clean -o link.csv list.txt
[ -L link.csv ]
cmp real.csv wanted
# A device stays a device; where nothing can be written, nothing is left.
exits 0 "$SHIJI" clean -o /dev/null list.txt
[ -c /dev/null ]
exits 3 "$SHIJI" clean -o /dev/full list.txt
[ -c /dev/full ]
exits 3 "$SHIJI" clean -o nowhere/new.csv list.txt
[ ! -e nowhere ]
exits 2 "$SHIJI" clean --delimiter "'" --quote "'" list.txt
exits 2 "$SHIJI" clean --delimiter '"' list.txt
