. "$CLI_TESTS/support.sh"

# Two overdue where none may be, and an adoption far ahead of schedule.
page=output/site/2025-10/index.md
mkdir input
cat >input/problems.csv <<EOT
问题编号,问题名称,责任单位,提出时间,办理时限,办结时间,办理状态
W-1,供水管网改造,区住建局,2025-09-08,2025-09-20,,办理中
W-2,用工短缺,区人社局,2025-09-09,2025-09-20,,办理中
W-3,道路破损,区交通局,2025-09-11,2025-12-20,2025-10-11,已办结
EOT
cat >input/suggestions.csv <<EOT
建议编号,建议内容,提出单位,提交时间,采纳时间,采纳状态
S-1,设立用工热线,区人社局,2025-09-01,2025-10-02,已采纳
EOT
target() {
    printf 'figure,target,month,direction\nsuggestions.adopted,1,,\n%s\n' "$@" \
        >input/targets.csv
    rm -rf output
    exits 0 "$SHIJI" build -i input -o output -m 2025-10 -t "$templates"
}

target 'problems.overdue,0,,'
has "$page" '问题逾期[2](problems-overdue.md)项，**超出“控制在0项以内”的目标2项**'
target 'problems.overdue,2,,'
lacks "$page" '超出'

# A share that is missed has no schedule either; a lag goes before a lead.
cat >lag <<EOT
problems.rate,95,,
problems.solved,12,,
suggestions.adopted.month,3,2025-10,
EOT
target "$(cat lag)"
has "$page" '建议当月采纳[1](suggestions-adopted-month.md)件，**距目标3件差2件**；难题解决[1](problems-solved.md)项，**慢于序时进度75.0个百分点**'
has "$page" '问题办结率[33.3](problems-solved.md)%，距目标95%差61.7个百分点'
rm -rf output
exits 0 "$SHIJI" build -i input -o output -m 2025-10 -l en -t "$templates"
has "$page" '2 suggestions short of the target of 3 suggestions'

# A target of the month is none of the year.
has output/site/2025-10/index.md 'Targets (4, of them 1 of the month)'
