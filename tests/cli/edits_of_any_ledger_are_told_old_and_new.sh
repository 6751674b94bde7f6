. "$CLI_TESTS/support.sh"

mkdir -p input/2025-09 input/2025-10
projects='项目编号,项目名称,责任单位,累计完成投资（万元）,签约时间,开工时间'
sessions='时间,形式,导师,帮带对象,次数,主题'
roster='干部编号,姓名,派出单位,战场'
problems='问题编号,问题名称,责任单位,提出时间,办结时间,办理状态'
printf '%s\n' "$problems" W-1,道路破损,区住建局,2025-09-02,,办理中 \
    W-2,路灯不亮,区住建局,2025-09-03,,办理中 \
    W-3,井盖缺失,,2025-09-04,2025-09-20,已办结 >input/2025-09/p.csv
printf '%s\n' "$problems" W-1,道路破损,区住建局,2025-09-02,2025-11-04,已办结 \
    W-2,路灯不亮,区住建局,2025-09-03,2025-10-08,已办结 \
    W-3,井盖缺失,,2025-09-04,2025-09-20,已办结 \
    W-4,积水,,2025-10-04,,办理中 >input/2025-10/p.csv
printf '%s\n' "$projects" P1,东园厂房,区发改局,100,2025-03-01, \
    P2,西园厂房,区发改局,70,2025-03-01, >input/2025-09/j.csv
printf '%s\n' "$projects" P1,东园厂房,区发改局,180,2025-03-01,2025-10-08 \
    P2,西园厂房,区发改局,70,2025-03-01, >input/2025-10/j.csv
printf '%s\n' "$sessions" 2025-09-05,培训,李四光,张三丰,2,安全 \
    2025-09-06,座谈会,李四光,张三丰,1, >input/2025-09/m.csv
printf '%s\n' "$sessions" 2025-09-05,培训,李四光,张三丰,5,与张三丰谈安全 \
    2025-09-06,座谈会,李四光,张三丰,3, >input/2025-10/m.csv
printf '%s\n' "$roster" G1,张三丰,区发改局,重点项目 >input/2025-09/c.csv
printf '%s\n' "$roster" G1,张三丰,区水利局,重点项目 >input/2025-10/c.csv
exits 0 "$SHIJI" build -t "$templates" -m 2025-09
exits 0 "$SHIJI" build -t "$templates" -m 2025-10
exits 0 "$SHIJI" build -t "$templates" -m 2025-10 -e internal

# What was done behind the cutoff first, what was filled in when it was done
# last; days in their short form.
page=output/site/2025-10/changes.md
has $page '修改5条：1条在截止日后办结、采纳或转化，1条随本月办结、采纳、转化填写，其余3条为其他修改'
sed -n '/^## 修改/,$ s/^| \[\([^]]*\)\].*/\1/p' $page | tr '\n' ' ' >order
has order 'W-1 与张\*\*谈安全 帮带学习 P1 W-2 '
has $page '办结时间 空 → 11月4日'
has $page '累计完成投资 100 → 180<br>开工时间 空 → 10月8日'
has $page '| 9月5日 | 次数 2 → 5<br>主题 安全 → 与张\*\*谈安全 |'
lacks $page 西园厂房
lacks $page 区水利局

# The roster is edited in the internal edition alone.
page=output/internal/2025-10/changes.md
has $page '修改6条'
has $page '派出单位 区发改局 → 区水利局'
has $page '与张三丰谈安全'

# A record without name is known by its ledger.
has output/site/2025-10/changes.md '更正其他内容1条：[帮带学习]('
lacks output/site/2025-10/changes.html '"></a>'

# Counts by unit lead to the records beside them, those of all to their lists.
page=output/site/2025-10/changes.html
has $page '新增1条，落实1条，涉及1个单位和未填报单位的记录'
has $page '<a href="changes.html#new-of-unit-'
has $page '<li>问题 <a href="problems-raised-month.html">1</a></li>'
