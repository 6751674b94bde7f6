# Every class that a style names is given to something by a template, by the
# code or by the script; what templates/README.md lists as a class is one.
# Styles and that document come last.

function give(words,    word, count, i) {
    count = split(words, word, " ")
    for (i = 1; i <= count; i++)
        given[word[i]]
}

function miss(name) {
    if (name in given)
        return
    print FILENAME ":" FNR ": nothing has the class " name
    bad = 1
}

FNR == 1 { is_comment = is_listed = 0 }

# Words of the code stand alone in a string, or in one within a string.
FILENAME ~ /\.c$/ {
    line = $0
    gsub(/\\"/, "\"", line)
    while (match(line, /"[a-z][a-z0-9 -]*"/)) {
        give(substr(line, RSTART + 1, RLENGTH - 2))
        line = substr(line, RSTART + RLENGTH)
    }
}

FILENAME ~ /\.js$/ {
    line = $0
    while (match(line, /["'][^"']*["']/)) {
        words = substr(line, RSTART + 1, RLENGTH - 2)
        line = substr(line, RSTART + RLENGTH)
        gsub(/[^A-Za-z0-9-]/, " ", words)
        give(words)
    }
}

FILENAME ~ /\.html$/ {
    line = $0
    while (match(line, /class="[^"]*"/)) {
        words = substr(line, RSTART + 7, RLENGTH - 8)
        gsub(/\{\{[^}]*\}\}/, " ", words)
        give(words)
        line = substr(line, RSTART + RLENGTH)
    }
}

FILENAME ~ /\.css$/ {
    line = $0
    gsub(/\/\*.*\*\//, "", line)
    if (sub(/\/\*.*/, "", line))
        is_comment = 1
    else if (is_comment && sub(/.*\*\//, "", line))
        is_comment = 0
    else if (is_comment)
        next
    gsub(/\{.*|[^{,]*;/, "", line) # what stands in a block
    while (match(line, /\.[a-z][a-z0-9-]*/)) {
        miss(substr(line, RSTART + 1, RLENGTH - 1))
        line = substr(line, RSTART + RLENGTH)
    }
}

FILENAME ~ /\.md$/ && /^## / { is_listed = $2 == "Classes" }
FILENAME ~ /\.md$/ && is_listed && /^\| `/ {
    split($0, cell, "|")
    gsub(/[`,…]/, " ", cell[2])
    count = split(cell[2], class, " ")
    for (i = 1; i <= count; i++)
        miss(class[i])
}

END { exit bad }
