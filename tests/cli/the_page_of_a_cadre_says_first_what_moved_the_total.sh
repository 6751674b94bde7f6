. "$CLI_TESTS/support.sh"

mkdir -p input
cat >input/settings.csv <<EOT
key,value
dimension.攻坚能力,60%
dimension.服务意识,40%
EOT
cat >input/cadres.csv <<EOT
干部编号,姓名,派出单位,职务,战场,开始时间,区领导导师
G01,干部甲,区住建局,科员,重点项目,2025-02-10,区领导02
G02,干部乙,区水利局,,企业服务,,
G03,干部丙,区水利局,,企业服务,,
G04,干部丁,区水利局,,企业服务,,
EOT
cat >input/evaluations.csv <<EOT
考评月份,干部编号,考评来源,攻坚能力,服务意识,总分
2025-09,G01,任务完成,80,90,
2025-09,G02,任务完成,70,80,
2025-10,G01,任务完成,82,80,
2025-10,G01,企业反馈,,81,
2025-10,G02,任务完成,70.001,80,
2025-10,G03,任务完成,90,,
EOT
cat >input/problems.csv <<EOT
问题编号,问题名称,责任单位,责任人,提出时间,办理时限,办结时间,办理状态
P-1,一事,区住建局,干部甲,2025-10-01,,,办理中
P-2,二事,区住建局,干部甲、干部丁,2025-10-02,2025-11-05,,办理中
P-3,三事,区住建局,干部甲,2025-10-03,2025-10-20,,办理中
P-4,四事,区住建局,干部甲,2025-10-04,,2025-10-16,已办结
P-5,五事,区住建局,干部甲,2025-10-05,,,不予办理
EOT
cat >input/mentoring.csv <<EOT
时间,形式,导师,帮带对象,次数,主题
2025-10-09,一对一辅导,区领导02,干部甲,2,岗位实务
2025-10-10,座谈会,区领导02,干部甲,1,座谈
EOT
exits 0 "$SHIJI" build -t "$templates" -e internal -m 2025-10
month=output/internal/2025-10

# 82 × 60 % went up by 1.2, 80.5 × 40 % down by 3.8.
has $month/cadre-g01.html '干部甲：总分81.40，第1名（共2人），较上月低2.60分；服务意识由90.00降到80.50，影响最大。'
has $month/cadre-g01.md '| 攻坚能力 | 82.00 | 80.00 | +2.00 | +1.20 |'
has $month/cadre-g01.md '合计−2.60分：上月总分84.00分，第1名；本月81.40分。'
has $month/cadre-g01.md 'G01 · 区住建局 · 科员 · 重点项目战场 · 2025年2月10日起 · 区领导导师：区领导02'

# A change that rounds to nothing is none.
has $month/cadre-g02.html '干部乙：总分74.00，第2名（共2人），与上月持平。'
has $month/cadre-g02.md '## 各维度与上月持平'

# No total: what is missing; no score: what the ledgers have.
has $month/cadre-g03.html '干部丙：本月未评全，缺服务意识，没有总分，不参加排名。'
has $month/cadre-g03.html '台账中没有'
has $month/cadre-g04.html '干部丁：本月没有考评得分，不参加排名；承办难题1项，解决0项。'

# What waits stands by its deadline, what has none behind.
tr -d '\n' <$month/cadre-g01.md >one-line
grep -q '三事.*逾期11天.*二事.*剩5天.*一事.*在办.*四事.*10月16日解决' one-line
has $month/cadre-g01.md '1 / 5 · 在办3项，其中逾期1项，不予办理1项'
has $month/cadre-g01.html 'href="cadre-g01.html#solved">1<'
has $month/cadre-g01.html 'href="cadre-g01.html#problems">5<'
has $month/cadre-g01.html 'href="cadre-g01.html#sessions">2<'
has $month/cadre-g01.md '在册干部人均0.5次'

# Without the ledger of evaluations nothing is said of scores.
rm input/evaluations.csv
exits 0 "$SHIJI" build -t "$templates" -e internal -m 2025-10 -o bare
has bare/internal/2025-10/cadre-g01.html '干部甲：承办难题5项，解决1项。'
lacks bare/internal/2025-10/cadre-g01.html '考评'
has bare/internal/2025-10/cadre-g03.html '干部丙：各台账中没有对应到本人的记录。'

# Lists of cadres lead to what each has, and to the cadres of each unit.
has $month/achievements.html 'href="cadre-g01.html#solved">1</a>/<a href="cadre-g01.html#problems">5<'
has $month/achievements.md '[干部甲](cadre-g01.md) | 81.40 | −2.60 |'
has $month/achievements.md '[干部乙](cadre-g02.md) | 74.00 | 持平 |'
has $month/achievements.md '[干部丙](cadre-g03.md) | 未评全（缺服务意识） | — |'
has $month/cadres.html 'href="cadres.html#from-2">3<'
has $month/cadres.html '<tbody id="from-2">'
