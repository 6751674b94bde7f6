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

# A score of the month before counted in that month: it is not among them.
cat >input/evaluations.csv <<EOT
考评月份,干部编号,考评来源,攻坚能力,总分
2025-09,G01,任务完成,95.8,89.8
2025-10,G01,任务完成,95.8,89.8
EOT
echo 'key,value
dimension.攻坚能力,100%' >input/settings.csv
exits 0 "$SHIJI" build -i input -o scored -m 2025-10 -e internal -t "$templates"
has scored/internal/2025-10/quality.md '| 老街改造 |'
lacks scored/internal/2025-10/quality.md '| 量化考评 | G01 |'
