# No struct is typedefed; the prefixes of our libraries are theirs.

/^[ \t]*typedef[ \t]+(struct|union|enum)/ {
    print FILENAME ":" FNR ": a struct, union or enum is typedefed"
    bad = 1
}

/^(csv_|assert_)[a-z_]*\(/ || /^(static |extern ).*[ *](csv_|assert_)[a-z_]*\(/ ||
/#[ \t]*define[ \t]+(csv_|assert_|TMPL_)/ {
    print FILENAME ":" FNR ": csv_, assert_ and TMPL_ belong to libraries"
    bad = 1
}

FNR == 1 && FILENAME ~ /\.h$/ { guard = "" }
FILENAME ~ /\.h$/ && guard == "" && /^#ifndef/ {
    guard = $2
    path = FILENAME
    sub(/^generator\//, "", path)
    gsub(/[\/.]/, "_", path)
    if (guard != toupper(path)) {
        print FILENAME ":" FNR ": the guard should be " toupper(path)
        bad = 1
    }
}

END { exit bad }
