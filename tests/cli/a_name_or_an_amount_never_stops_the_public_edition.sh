# Settings are free text: the public edition masks the names in them.  An
# amount is nobody's telephone, unless it is one somewhere else.
. "$CLI_TESTS/support.sh"
small_input input
cat >input/settings.csv <<'EOT'
key,value
title,张三丰工作室月报
district,李四区
publisher,张三丰
report_to,李四、王书记 13812345678
EOT
cat >input/indicators.csv <<'EOT'
指标代码,指标名称,月份,数值,计量单位,来源
gdp,生产总值,2025-10,13812345679,元,统计局
tax,税收,2025-10,15800000000.5,元,税务局
EOT
cat >>input/problems.csv <<'EOT'
W-4,找张三丰,区住建局,2025-10-08,,办理中
备注：填表人：张三丰,,,,,
审核人：李四,,,,,
EOT
cat >input/more.csv <<'EOT'
问题编号,问题名称,责任单位,责任人,提出时间,办结时间,办理状态
W-6,x,区住建局,null、solved、problems、办理,2025-10-08,,办理中
EOT
build() {
    rm -rf output
    "$SHIJI" build -t "$templates" "$@"
}
exits 0 build
site=output/site/2025-10
has $site/index.html '张**工作室月报'
has $site/print.html '张**'
has $site/print.html '李*、王书记 138****5678'
has $site/indicators.md 13812345679
has $site/indicators.md 15800000000.5
if grep -rE '张三丰|李四|13812345678' output; then exit 1; fi
exits 0 build -e internal
has output/internal/2025-10/print.html '张三丰'

# So is the reason to revise a month.
exits 0 build
echo 'W-7,新增,区住建局,2025-10-08,,办理中' >>input/problems.csv
exits 0 "$SHIJI" build -t "$templates" --revise '张三丰（13812345678）补报'
has output/site/history.jsonl '张**（138****5678）补报'

# The same digits as somebody's number: they are not published as a figure
# either.
echo 'W-5,电话13812345679,区住建局,2025-10-08,,办理中' >>input/problems.csv
exits 4 build
has err '[gate-leak]'
has err 13812345679
