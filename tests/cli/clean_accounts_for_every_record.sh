. "$CLI_TESTS/support.sh"
cat >list.csv <<'EOT'
某区名册,,
姓名,单位,备注
甲,区住建局,"说 ""是"""
乙,区人社局,"未完
丙,"区"交通局,无
丁,区农业局,无,多
戊,区水利局,无

,,
EOT
exits 1 "$SHIJI" clean list.csv
printf '%s\r\n' 姓名,单位,备注 '甲,区住建局,"说 ""是"""' \
    '丙,"""区""交通局",无' 戊,区水利局,无 >wanted
cmp out wanted
has err 'list.csv:1:1: note: A1 "某区名册"'
has err 'list.csv:4:1: error: A4'
has err 'list.csv:5:1: warning: A5'
has err 'list.csv:6:1: error: A6 "多"'
tail -n 1 err >last
has last '读入 8 = 写出 4（修复 1）+ 搁置 2 + 表头之上 1 + 末尾空行 1；编码 utf-8，分隔符 ,，引号 "'
exits 1 "$SHIJI" clean -q list.csv
lacks err 读入

# A sound file is silent but for the accounting.
printf 'a;b\n1;2\n3;4\n' >sound.csv
exits 0 "$SHIJI" clean sound.csv
[ "$(wc -l <err)" = 1 ]
