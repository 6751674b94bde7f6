. "$CLI_TESTS/support.sh"

# Two months, the second of which edits, reopens and adds to the first.
titles='问题编号,问题名称,责任单位,提出时间,办理时限,办结时间,办理状态'
mkdir -p input/2025-09 input/2025-10
printf 'figure,target\nproblems.solved,12\n' >input/targets.csv
cat >input/2025-09/problems.csv <<EOT
$titles
W-1,供水管网改造,区住建局,2025-08-30,2025-10-31,,办理中
W-2,用工短缺,区住建局,2025-07-09,2025-12-20,,办理中
W-3,道路破损,区住建局,2025-09-01,2025-09-25,2025-09-20,已办结
W-4,展会无场地,区住建局,2025-09-02,2025-12-01,,办理中
EOT
cat >input/2025-10/problems.csv <<EOT
$titles
W-1,供水管网改造,区住建局,2025-08-30,2025-10-31,2025-12-08,已办结
W-2,用工短缺,区住建局,2025-07-09,2025-12-20,,办理中
W-3,道路破损,区住建局,2025-09-01,2025-09-25,,办理中
W-4,展会无场地,区住建局,2025-09-02,2025-12-01,,不予办理
W-5,仓库不足,区住建局,2025-10-02,2025-12-11,2025-12-11,办理中
EOT
cat >input/2025-10/projects.csv <<EOT
项目编号,项目名称,责任单位,签约时间,开工时间
J-1,示范园,区发改局,2025-09-01,2025-11-10
J-2,产业园,区发改局,2025-09-01,2025-10-10
EOT
cat >input/2025-10/suggestions.csv <<EOT
建议编号,建议内容,提出单位,提交时间,采纳时间,采纳状态
S-1,设立用工热线,区住建局,2025-10-01,2025-10-02,已采纳
S-2,错峰收运,区住建局,2025-10-03,2025-11-03,未采纳
EOT
exits 0 "$SHIJI" build -t "$templates" -m 2025-09
exits 0 "$SHIJI" build -t "$templates" -m 2025-10
month=output/site/2025-10

# Last month's number is the one printed then, beside what it is now.
has "$month/index.md" '| 0 | 1（现为0） <!-- figure: problems.solved -->'

# A day is named by what came of the record on it, and by the next month or a
# later one; what is due on the cutoff is not due "today" for ever.
has "$month/problems-open.md" '截止日后：12月8日办结，计入以后月份'
has "$month/suggestions-reviewing.md" '截止日后：11月3日终止，计入下期'
has "$month/problems-due-soon.md" '截止日到期'
has "$month/projects-signed.md" '截止日后：11月10日开工，计入下期 | 区发改局 | 9月1日 |  |'
has "$month/problems-open.md" '其中1条的办结时间晚于2025年10月31日'
has "$month/problems-open.md" '| **仓库不足** | 区住建局 | 10月2日 | 12月11日 | 办理中 |'
has "$month/changes.md" '设立用工热线 10月2日采纳'
has "$month/changes.md" '设立用工热线 10月1日提交'
has "$month/changes.md" '原填9月20日办结，现恢复办理'
has "$month/changes.md" '撤销、不予办理1条'

# What was turned down without a day shows none.
has "$month/unit-1.md" '| 展会无场地 | 9月2日 | 不予办理 |'

# The oldest come first, whatever their deadline.
sed -n '/^## 在办时间最长的问题/,/^## 在办问题已办天数/p' "$month/problems.md" \
    | grep -o '用工短缺\|供水管网改造\|道路破损' | tr '\n' ' ' >order
has order '用工短缺 供水管网改造 道路破损 '
