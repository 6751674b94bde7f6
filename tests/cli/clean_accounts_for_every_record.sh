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
has last '读入 8 = 写出 4（修复 1）+ 搁置 2 + 略去 2；编码 utf-8，分隔符 ,，引号 "'
exits 1 "$SHIJI" clean -q list.csv
lacks err 读入

# A sound file is silent but for the accounting.
printf 'a;b\n1;2\n3;4\n' >sound.csv
exits 0 "$SHIJI" clean sound.csv
[ "$(wc -l <err)" = 1 ]

# Who reports and when may stand between title and header.
cat >export.csv <<'EOT'
问题台账,,,,,,,
填报单位：区住建局,,,,,填报时间：10月31日,,
编号,名称,领域,单位,提出,办结,状态,备注
1,甲,一,区住建局,3日,5日,已办结,
2,乙,二,区住建局,4日,,办理中,
3,丙,一,区住建局,4日,,办理中,
EOT
exits 0 "$SHIJI" clean export.csv
[ "$(wc -l <out)" = 4 ]
has err 'export.csv:2:6: note: F2 "填报时间：10月31日"'
