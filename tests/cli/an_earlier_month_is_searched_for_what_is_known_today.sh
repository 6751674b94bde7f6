# A name that only a later ledger tells: the earlier month stands, the user is
# told which command masks it, and that command does.
. "$CLI_TESTS/support.sh"
build() {
    "$SHIJI" build -t "$templates" "$@"
}
mkdir -p input/2025-09 input/2025-10
cat >input/2025-09/problems.csv <<'EOT'
问题编号,问题名称,责任单位,责任人,提出时间,办理状态,解决措施
W-1,路灯不亮,区住建局,,2025-09-03,办理中,已由苗禾田协调
EOT
exits 0 build -m 2025-09
cp -r output/site/2025-09 before
cat >input/2025-10/problems.csv <<'EOT'
问题编号,问题名称,责任单位,责任人,提出时间,办理状态,解决措施
W-2,水管漏水,区住建局,苗禾田,2025-10-03,办理中,
EOT
exits 1 build -m 2025-10
has err '[leak-earlier]'
has err 'shiji build -i input -o output -m 2025-09 --revise'
has out '已发布：output/site/index.html'
diff -r before output/site/2025-09

# What is not fit to be kept goes; its line of the history stays.
exits 0 build -m 2025-09 --revise '遮盖姓名'
[ ! -e output/site/2025-09-v1 ]
has output/site/history.jsonl '"version":1'
if grep -r 苗禾田 output; then exit 1; fi
exits 0 build -m 2025-10
lacks err leak-earlier
exits 0 "$SHIJI" verify output
