# How soon the problems of each month were solved is told for as many months
# as the oldest of them has had.
. "$CLI_TESTS/support.sh"
small_input input
exits 0 "$SHIJI" build -t "$templates" -i input -o output -m 2025-10
has output/site/2025-10/problems.md '| 提出月份 | 总数 | 当月 | 1个月内 | 天数中位数 |'
