. "$CLI_TESTS/support.sh"

# targets.csv knows indicators by their figure id; what the ledger itself
# states comes first, a place has no share of a place, and a key no indicator
# has is told.
small_input input
cat >input/indicators.csv <<EOT
指标代码,指标名称,月份,数值,计量单位,目标,来源
award,获得奖补资金,2025-10,800,万元,,省级通报
rank,位次,2025-10,1,位,2,市级通报
EOT
cat >input/targets.csv <<EOT
figure,target,month
indicators.award,1000,
indicators.award,1600,2025-10
indicators.rank,9,
indicators.awards,5,
EOT
exits 0 "$SHIJI" build -i input -o output -m 2025-10 -t "$templates"
page=output/site/2025-10/indicators.md
has "$page" '| 获得奖补资金 | 800 | 万元 | 2025-10 |  | 1600，完成50.0% |'
has "$page" '| 位次 | 1 | 位 | 2025-10 |  | 2 |'
exits 0 "$SHIJI" check -i input -m 2025-10
has err 'input/targets.csv:5:1: warning: A5: “indicators.awards”不是'
lacks err 'indicators.award”'

# A rank of a number alone says what the number is.
sed -i '2s/$/,3/; 1s/$/,位次/; 3s/$/,全市第2/' input/indicators.csv
exits 0 "$SHIJI" build -i input -o output -m 2025-10 -t "$templates" \
    --revise 补位次
has output/site/2025-10/index.md '获得奖补资金800万元（第3位）、位次1位（全市第2）'
