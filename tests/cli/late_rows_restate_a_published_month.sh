. "$CLI_TESTS/support.sh"

titles='问题编号,问题名称,责任单位,提出时间,办结时间,办理状态'

mkdir -p input/2025-09 input/2025-10
cat >input/2025-09/problems.csv <<EOT
$titles
W-1,供水管网改造,区住建局,2025-08-08,2025-09-20,已办结
W-2,用工短缺,区住建局,2025-09-09,,办理中
EOT
exits 0 "$SHIJI" build -t "$templates" -m 2025-09
cp -r output/site/2025-09 september

cat >input/2025-10/problems.csv <<EOT
$titles
W-1,供水管网改造,区住建局,2025-08-08,2025-10-08,已办结
W-2,用工短缺,区住建局,2025-09-09,,办理中
W-3,道路破损,区住建局,2025-09-11,2025-09-30,已办结
W-4,路灯不亮,区住建局,2025-09-12,,办理中
EOT
exits 0 "$SHIJI" build -t "$templates" -m 2025-10

# What was published stands, and October says what is different now and why.
diff -r output/site/2025-09 september
# What was restated, and no more.
tr -d ' \n' <output/site/2025-10/data/summary.json |
    sed 's/"headline":.*//; s/"tables":.*"restated"/"restated"/' >summary
has summary '"restated":[{"month":"2025-09","figure":"problems.raised","published":2,"now":4,"records":["W-3","W-4"],"reasons":["late","late"]}'
lacks summary '"figure":"problems.solved"'
has output/site/2025-10/changes.md '| 9月11日 | 9月30日 | 1个月 |'
has output/site/2025-10/changes.md '补报2条：[W-3](problems-raised.md)、[W-4](problems-raised.md)'
has output/site/2025-10/changes.md '更正日期1条：[W-1](problems-raised.md)'
has output/site/2025-10/changes.md '| 9月 问题累计提出（项） | 2 | 4 | +2 |'

# The totals say how they went on, in a table whose numbers lead to as many
# records: two came late, one of them done by then.
page=output/site/2025-10/changes.html
has $page '<a href="changes.html#late-of-problems">2</a>'
has $page '<a href="changes.html#late-of-problems-2">1</a>'
has $page '<a href="problems-solved-month.html">1</a>'
lacks $page '恢复办理'
has $page '9月1项，10月2项'
has $page '补报2条，最早的9月就已提出'

# September made again is still what it was.
exits 0 "$SHIJI" build -t "$templates" -m 2025-09
diff -r output/site/2025-09 september

# Of a sum the records whose amounts were corrected are named; figures whose
# records the edition does not show are not called corrections without any.
rm -r input output
mkdir -p input/2025-09 input/2025-10
sessions='时间,形式,帮带对象,次数,主题'
roster='干部编号,姓名,派出单位,战场'
printf '%s\n' "$sessions" 2025-09-05,培训,,2,安全 2025-09-06,培训,,1,统计 \
    >input/2025-09/m.csv
printf '%s\n' "$sessions" 2025-09-05,培训,,5,安全 2025-09-06,培训,,1,统计 \
    >input/2025-10/m.csv
exits 0 "$SHIJI" build -t "$templates" -m 2025-09
exits 0 "$SHIJI" build -t "$templates" -m 2025-10
page=output/site/2025-10/changes.md
has "$page" '以前月份更正1条记录，涉及1个月的1个数'
has "$page" '更正其他内容1条：[安全](mentoring-training.md)'
lacks "$page" '没有变动'
printf '%s\n' "$roster" G1,王一,区住建局,重点项目 >input/2025-09/c.csv
exits 0 "$SHIJI" build -t "$templates" -m 2025-09 --revise 补名册
printf '%s\n' "$roster" G1,王一,区住建局,重点项目 G2,王二,区住建局,重点项目 \
    >input/2025-10/c.csv
exits 0 "$SHIJI" build -t "$templates" -m 2025-10 --revise 补名册
has "$page" '以前月份更正涉及1个月的3个数，其中可列出记录的1条'
has "$page" '| 9月 干部名册在册干部（人） | 1 | 2 | +1 | 所涉记录不在本版公布的数据中 |'

# The roster and the scores of last month are those known then.
rm -r input output
mkdir -p input/2025-09 input/2025-10
printf 'key,value\ntitle,甲\ndistrict,乙区\nyear_start,2025-01\ndimension.攻坚,100%%\n' \
    >input/settings.csv
sheet='考评月份,干部编号,考评来源,攻坚'
printf '%s\n' "$roster" G1,王一,区住建局,重点项目 >input/2025-09/c.csv
printf '%s\n' "$sheet" 2025-09,G1,任务完成,80 >input/2025-09/e.csv
printf '%s\n' "$roster" G1,王一,区住建局,重点项目 G2,王二,区住建局,重点项目 \
    >input/2025-10/c.csv
printf '%s\n' "$sheet" 2025-09,G1,任务完成,60 2025-10,G1,任务完成,90 \
    >input/2025-10/e.csv
exits 0 "$SHIJI" build -t "$templates" -m 2025-10 -e internal
page=output/internal/2025-10/achievements.md
has "$page" '较上月增加1人（上月原报1人，现为2人）'
has "$page" '| 90.0 | 分 | 较上月增加10.0分'
