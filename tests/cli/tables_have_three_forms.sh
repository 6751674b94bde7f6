. "$CLI_TESTS/support.sh"
for table in columns figures rules; do
    for format in text json md; do
        exits 0 "$SHIJI" $table --format $format
        [ -s out ]
    done
    exits 0 "$SHIJI" $table --format json
    has out "\"format\": \"shiji-$table/1\""
    exits 2 "$SHIJI" $table --format html
done
exits 0 "$SHIJI" figures
has out 'problems.solved'
exits 0 "$SHIJI" rules
has out 'date-invalid'

# Text is aligned under its titles, a hanzi as wide as two letters, and no
# line ends in blanks.
exits 0 "$SHIJI" columns
has out '  键         列标题            必需  个人信息  类型'
has out '  raised_on  提出时间          是              日期'
if grep -q ' $' out; then exit 1; fi

# Markdown has one table for each ledger, all rows as wide as their heading.
exits 0 "$SHIJI" columns --format md
awk -F '|' '/^\|---/ { wide = NF } /^\|/ && wide && NF != wide { bad = 1 }
    END { exit bad }' out
[ "$(grep -c '^### ' out)" = "$(grep -c '^|---' out)" ]
