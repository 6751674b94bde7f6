. "$CLI_TESTS/support.sh"
small_input input
for month in 2025-13 2025 25-10 2025-1 october ''; do
    exits 2 "$SHIJI" build -m "$month" -t "$templates"
    has err '[option-value]'
done
[ ! -e output ]
