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
has output/site/2025-10/changes.md '9月11日提出，9月30日办结'
has output/site/2025-10/changes.md '补报2条：[W-3](problems-raised.md)、[W-4](problems-raised.md)'
has output/site/2025-10/changes.md '更正日期1条：[W-1](problems-raised.md)'

# September made again is still what it was.
exits 0 "$SHIJI" build -t "$templates" -m 2025-09
diff -r output/site/2025-09 september
