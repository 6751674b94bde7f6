. "$CLI_TESTS/support.sh"
exits 0 "$SHIJI" init mine/new
for file in problems.csv suggestions.csv reports.csv settings.csv README.md \
    codes/units.csv; do
    [ -s mine/new/$file ]
done
echo 自己写的 >mine/new/README.md
exits 0 "$SHIJI" init mine/new
has mine/new/README.md 自己写的
exits 0 "$SHIJI" check -i mine/new
