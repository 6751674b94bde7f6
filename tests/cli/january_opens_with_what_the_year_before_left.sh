. "$CLI_TESTS/support.sh"

# An indicator stands until its next value, with its month; it is held neither
# against this year's target nor against this year's ledgers.  What is carried
# over from the year before is no fault of a row, and goes with the brief.
mkdir -p input/2025-12 input/2026-01 input/2026-03
printf 'key,value\nyear_start,2026-01\n' >input/settings.csv
printf 'figure,target\nindicators.award,20\nproblems.solved,9\n' \
    >input/targets.csv
cat >input/2026-01/problems.csv <<EOT
编号,问题,责任单位,状态,提出日期,完成期限
W2,井盖缺失,城管局,在办,2025-12-03,2026-02-01
EOT
cat >input/2025-12/indicators.csv <<EOT
指标代码,指标名称,月份,数值,计量单位,来源,核对
award,获奖,2025-12,12,项,区委办,problems.solved
EOT
exits 0 "$SHIJI" build -i input -o output -m 2026-01 -t "$templates"
lacks err date-outside
lacks err claim-mismatch
month=output/site/2026-01
has $month/indicators.md '| 获奖 | 12 | 项 | 2025-12 |'
lacks $month/indicators.md '完成60'
lacks $month/indicators.md '与台账不符'
lacks $month/index.md 获奖12项
sed 's/<[^>]*>//g' $month/print.html >brief
has brief '1.问题台账（上年结转1条）'

# There is no last month of this year, nor room kept for one.
has $month/index.md '| 本月 |'
for page in $month/index.md $month/index.html $month/print.html; do
    lacks $page 上月
done

cat >input/2026-01/indicators.csv <<EOT
指标代码,指标名称,月份,数值,计量单位,来源,位次
award,获奖,2026-01,3,项,区委办,
road,路网,2026-02,8,公里,区委办,全市第1
EOT
echo '编号,问题,责任单位,状态,提出日期' >input/2026-03/problems.csv
echo 'W5,路灯,城管局,在办,2026-03-03' >>input/2026-03/problems.csv
exits 0 "$SHIJI" build -i input -o output -m 2026-03 -t "$templates"
has output/site/2026-03/index.md \
    '获奖3项（2026年1月）、路网8公里（全市第1，2026年2月）'
has output/site/2026-03/index.md '| 本月 | 上月 |'
