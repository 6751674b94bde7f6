. "$CLI_TESTS/support.sh"

# A record that was accepted stands on a page, though no figure counts it: for
# want of a date, or for one outside the year or after the cutoff.
small_input input
cat >>input/problems.csv <<EOT
W-4,桥面破损,区交通局,2022-11-08,2023-01-10,已办结
W-5,路灯不亮,区住建局,2025-11-08,,办理中
EOT
cat >input/projects.csv <<EOT
项目编号,项目名称,责任单位,签约时间,开工时间
X-1,老街改造,区住建局,,
X-2,新城,区住建局,2025-03-01,
EOT
exits 0 "$SHIJI" build -i input -o output -m 2025-10 -t "$templates"
page=output/site/2025-10/quality.md
has "$page" '| problems.csv | 5 | 问题台账 | 桥面破损 | 2022-11-08 |'
has "$page" '| problems.csv | 6 | 问题台账 | 路灯不亮 | 2025-11-08 |'
has "$page" '| projects.csv | 2 | 重点项目 | 老街改造 |  |'
lacks "$page" '| 新城 |'
