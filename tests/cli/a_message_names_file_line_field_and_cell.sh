. "$CLI_TESTS/support.sh"
small_input input
bad_row input
exits 1 "$SHIJI" check
has err 'input/problems.csv:5:4: error: D5 提出时间 "2025-13-01": '
has err '[date-invalid]; '
