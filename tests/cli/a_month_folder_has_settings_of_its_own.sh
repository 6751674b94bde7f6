# Settings and codes of a month folder hold for that month and later ones, line
# by line, never for earlier ones; its paragraph holds for its month.
. "$CLI_TESTS/support.sh"

ledger() {
    printf '%s\n' "问题编号,问题名称,责任单位,提出时间,办理状态" "$@"
}
mkdir -p "input/2025-08" "input/2025年9月/codes" input/codes
printf 'key,value\ntitle,甲\ndistrict,乙区\nyear_start,2025-01\n' \
    >input/settings.csv
printf 'key,value\ntitle,丙\nyear_start,2025-01\n' \
    >"input/2025年9月/settings.csv"
printf 'ledger,word,status\nproblems,挂账,open\n' >input/codes/statuses.csv
printf 'ledger,word,status\nproblems,挂账,solved\n' \
    >"input/2025年9月/codes/statuses.csv"
printf '旧文\n' >input/summary.md
printf '新文\n' >"input/2025年9月/summary.md"
ledger "1,路,区住建局,2025-08-01,挂账" >input/2025-08/a.csv
ledger "2,桥,区住建局,2025-09-01,挂账" >"input/2025年9月/a.csv"

exits 0 "$SHIJI" build -t "$templates" -m 2025-08
exits 0 "$SHIJI" build -t "$templates" -m 2025-09
exits 0 "$SHIJI" build -t "$templates" -m 2025-10 --empty-month
grep -q '<title>[^<]*甲' output/site/2025-08/index.html
grep -q 旧文 output/site/2025-08/index.html
grep -q '<title>[^<]*丙' output/site/2025-10/index.html
grep -q 乙区 output/site/2025-10/index.html
grep -q 新文 output/site/2025-09/index.html
grep -q 旧文 output/site/2025-10/index.html
tr -d ' \n' <output/site/2025-08/data/summary.json |
    grep -q '"problems.open":{[^}]*"value":1'
tr -d ' \n' <output/site/2025-10/data/summary.json |
    grep -q '"problems.solved":{[^}]*"value":2'

printf 'key,value\nyear_start,2025-02\n' >"input/2025年9月/settings.csv"
exits 2 "$SHIJI" check -m 2025-10
exits 0 "$SHIJI" check -m 2025-08

# A target of a month folder replaces the older one of its figure, whichever of
# the two is named by label; a line of no use replaces nothing.
rm -r input output
small_input input/2025-10
printf 'figure,target\n累计提出,30\nproblems.solved,10\nproblems.open,9\n' \
    >input/targets.csv
printf 'figure,target\nproblems.raised,60\n累计解决,4\nproblems.open,\n' \
    >input/2025-10/targets.csv
exits 0 "$SHIJI" build -t "$templates" -m 2025-10
page=output/site/2025-10/problems.md
has "$page" '目标60项，完成5.0%'
has "$page" '目标4项，完成25.0%'
has "$page" '控制在9项以内'
