# Checks whose functions and tables call whose, in the built objects: layers as
# in generator/LAYERS, no two files in a circle, and nothing open to others that
# no other file, of the tests neither, asks for.
# usage: nm -P -A OBJECTS… | awk -f symbols.awk generator/LAYERS -

function layer_of(module) {
    sub(/\/.*/, "", module)
    return module
}

# Whether a way along the arrows leads from one file to another: it is looked
# for backwards, from whoever uses the other.
function leads_to(from, to,    seen, open, list, i, n) {
    open = to
    while (open != "") {
        n = split(open, list, " ")
        open = ""
        for (i = 1; i <= n; i++) {
            if (list[i] == from)
                return 1
            if (!(list[i] in seen)) {
                seen[list[i]]
                open = open users[list[i]]
            }
        }
    }
    return 0
}

NR == FNR {
    if ($0 !~ /^[#@]/ && NF > 0)
        for (i = 1; i <= NF; i++)
            may[$1, $i] = 1
    next
}

{                                  # build/generator/base/text.o: text_of T …
    module = $1
    sub(/^.*generator\//, "", module)
    sub(/\.o:?(\[.*)?$/, "", module)
    if ($3 ~ /^[TDRBGS]$/)
        home[$2] = module
    else if ($3 == "U")
        uses[module, $2] = 1
}

END {
    while (("cat tests/unit/*.c tests/fuzz/*.c" | getline line) > 0)
        while (match(line, /[A-Za-z_][A-Za-z_0-9]*/)) {
            known[substr(line, RSTART, RLENGTH)]
            line = substr(line, RSTART + RLENGTH)
        }
    for (pair in uses) {
        split(pair, part, SUBSEP)
        known[part[2]]
    }
    for (symbol in home)
        if (!(symbol in known) && symbol !~ /^(main$|_Z)/) {
            print symbol " of " home[symbol] " is used in no other file"
            bad = 1
        }
    for (pair in uses) {
        split(pair, part, SUBSEP)
        from = part[1]
        to = home[part[2]]
        if (to == "" || to == from)
            continue
        if (!((layer_of(from), layer_of(to)) in may)) {
            print from " may not use " part[2] " of " to
            bad = 1
        }
        arrow[from, to] = part[2]
        users[to] = users[to] " " from
    }
    for (pair in arrow) {
        split(pair, part, SUBSEP)
        if (leads_to(part[2], part[1])) {
            print "in a circle: " part[1] " uses " arrow[pair] " of " part[2]
            bad = 1
        }
    }
    exit bad
}
