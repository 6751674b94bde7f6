# A function has at most 60 lines and five parameters.  Relies on our layout:
# its name begins a line, its braces stand in column 1.

function open_parameters(text) {
    gsub(/\([^()]*\)\(/, "(", text)              # pointers to functions
    sub(/^[^(]*\(/, "", text)
    while (gsub(/\([^()]*\)/, "", text))
        ;
    return gsub(/,/, "", text) + 1
}

FNR == 1 { name = ""; inside = 0 }

!inside && /^[a-z_][a-z0-9_]*\(/ {
    name = $0
    sub(/\(.*/, "", name)
    signature = ""
    first = FNR
}

!inside && name != "" { signature = signature $0 }

!inside && name != "" && /;[ \t]*$/ { name = "" }

!inside && name != "" && /^\{/ { inside = 1 }

inside && /^\}/ {
    length_of_it = FNR - first + 1
    if (length_of_it > 60) {
        print FILENAME ":" first ": " name " has " length_of_it " lines"
        bad = 1
    }
    if (open_parameters(signature) > 5) {
        print FILENAME ":" first ": " name " has more than five parameters"
        bad = 1
    }
    inside = 0
    name = ""
}

END { exit bad }
