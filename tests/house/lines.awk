# At most 80 characters (code points, not bytes), no tab, no blank at the end.
# Tables of data may switch the layout off with clang-format's own comment.

FNR == 1 { off = 0 }
/clang-format off/ { off = 1 }
/clang-format on/ { off = 0 }
/[ \t]$/ { print FILENAME ":" FNR ": blank at the end of the line"; bad = 1 }
/\t/ { print FILENAME ":" FNR ": tab"; bad = 1 }

!off {
    text = $0
    # What follows the first byte of a character adds no column; mawk and
    # gawk in a byte locale see bytes, so both agree.
    gsub(/[\200-\277]/, "", text)
    if (length(text) > 80) {
        print FILENAME ":" FNR ": " length(text) " columns"
        bad = 1
    }
}

END { exit bad }
