# A file stays under 400 lines.

FNR == 1 && NR != 1 { judge() }
{ file = FILENAME; lines = FNR }
END { judge(); exit bad }

function judge() {
    if (lines >= 400) {
        print file ": " lines " lines"
        bad = 1
    }
}
