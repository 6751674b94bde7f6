. "$CLI_TESTS/support.sh"

# A row that cannot be told into cells was sent all the same: its unit is not
# among those that are missing.
small_input input/2025-10
mkdir input/codes
printf 'name\n区住建局\n区人社局\n区交通局\n区水务局\n区城管局\n区财政局\n区民政局\n' \
    >input/codes/units.csv
cat >>input/2025-10/problems.csv <<EOT
W-5,路面"破"损,区水务局,2025-10-03,,办理中
W-6,管网,漏水,区城管局,2025-10-03,,办理中
"W-7","窗口"排队"","区财政局","2025-10-03","","办理中"
EOT
exits 1 "$SHIJI" build -i input -o output -e internal -t "$templates"
has err '[quote-stray]'
has err '[row-ragged]'
page=output/internal/2025-10/quality.md
for unit in 区住建局 区人社局 区水务局 区城管局 区财政局; do
    has "$page" "| $unit | 已报 |"
done
has "$page" '| 区民政局 | 缺报 |'
