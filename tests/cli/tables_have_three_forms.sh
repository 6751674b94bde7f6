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
