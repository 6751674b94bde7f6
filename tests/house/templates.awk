# Checks what templates say and where they put variables.
# usage: LC_ALL=C awk -f templates.awk generator/base/wording.def \
#            generator/view/*.c generator/page/*.c templates/*/*.html templates/*/*.md templates/*/*.xml
#
# - an HTML or XML template begins with its AUTOESCAPE line;
# - variables stand in text and in the quoted attributes listed below, never in
#   scripts, styles or comments, and have no modifier that could undo escaping;
# - in Markdown a variable is escaped by :x-md, unless it is a wording, a value
#   the program made, the target of a link or in a comment;
# - every {{SAY_X}} is a WORDING, every other name is set by some page;
# - every word a reader sees comes from wording.def.

BEGIN {
    split("href src class id lang xml:lang title content datetime aria-label " \
          "aria-labelledby aria-describedby aria-sort width height x y x1 x2 " \
          "y1 y2 cx cy r points rel type value colspan for name " \
          "PartName sheetId r:id Id Target val min max width style s ref sqref " \
          "localSheetId count w:val w:ascii w:hAnsi w:eastAsia w:name " \
          "placeholder", listed, " ")
    for (i in listed)
        attribute_ok[listed[i]] = 1
    file_name = "^(summary[.]json|CSV)"    # the same in every language
    split("SIGN CUTOFF CUTOFF_WORDS GENERATED VERSION ISSUE MONTH MONTH_WORDS " \
          "VALUE ROOT COUNT FIRST LAST NUMBER", listed, " ")
    for (i in listed)
        made[listed[i]] = 1
}

function complain(what) {
    print FILENAME ":" FNR ": " what
    bad = 1
}

FNR == 1 {
    kind = FILENAME
    sub(/.*\./, "", kind)
    state = "text"
    inside = ""
    if (kind == "html" && index($0, "{{%AUTOESCAPE context=\"HTML\"") != 1)
        complain("must begin with {{%AUTOESCAPE context=\"HTML\"}}")
    if (kind == "xml" && index($0, "{{%AUTOESCAPE context=\"XML\"") != 1)
        complain("must begin with {{%AUTOESCAPE context=\"XML\"}}")
}

kind == "def" && /^WORDING\(/ {
    name = $0
    sub(/^WORDING\(/, "", name)
    sub(/,.*/, "", name)
    wording[name] = 1
}

kind == "c" {
    rest = $0
    while (match(rest, /"[A-Z][A-Z0-9_]*"/)) {
        set[substr(rest, RSTART + 1, RLENGTH - 2)] = 1
        rest = substr(rest, RSTART + RLENGTH)
    }
}

kind == "html" || kind == "xml" || kind == "md" {
    if ($0 ~ /[\343-\351]|\357\274|\357\275/)
        complain("Chinese in a template; use {{SAY_…}}")
    if (kind == "md")
        read_markdown($0)
    else
        read_markup($0)
}

# One marker, without its braces.
function marker(text,    name, sign, modifier) {
    sign = substr(text, 1, 1)
    if (sign == "%" || sign == "!")
        return ""
    if (sign ~ /[#\/>^]/)
        text = substr(text, 2)
    else
        sign = ""
    name = text
    sub(/:.*/, "", name)
    modifier = substr(text, length(name) + 1)
    if (name ~ /^SAY_/) {
        if (!(substr(name, 5) in wording))
            complain("no such wording: " name)
    } else if (sign != ">" && !(base_name(name) in set) && name !~ /^BI_/)
        complain("no page sets " name)
    if (kind == "md" ? (modifier != "" && modifier != ":x-md") \
                     : modifier != "")
        complain("modifier not allowed: " text)
    return sign == "" ? name : ""
}

# A list's own separator needs no setting.
function base_name(name) {
    sub(/_separator$/, "", name)
    return name
}

function read_markup(line,    i, c, end, name, rest) {
    for (i = 1; i <= length(line); i++) {
        rest = substr(line, i)
        c = substr(rest, 1, 1)
        if (substr(rest, 1, 2) == "{{") {
            end = index(rest, "}}")
            name = marker(substr(rest, 3, end - 3))
            if (name != "")
                place(name)
            i += end
        } else if (state == "text" && substr(rest, 1, 4) == "<!--") {
            state = "comment"
            i += 3
        } else if (state == "comment") {
            if (substr(rest, 1, 3) == "-->") {
                state = "text"
                i += 2
            }
        } else if (state == "text" && c == "<") {
            state = "tag"
            tag = rest
            sub(/^</, "", tag)
            sub(/[^a-zA-Z\/!?].*/, "", tag)
            i += length(tag)
        } else if (state == "tag" && c == ">") {
            state = "text"
            inside = tag == "script" || tag == "style" ? tag : ""
        } else if (state == "tag" && c == "\"") {
            state = "value"
            attribute = substr(line, 1, i - 2)
            sub(/.*[ \t}]/, "", attribute)
        } else if (state == "value" && c == "\"") {
            state = "tag"
        } else if (readable() && match(rest, file_name)) {
            i += RLENGTH - 1
        } else if (readable() && match(rest, /^[A-Za-z][A-Za-z]+/)) {
            if (inside == "")
                complain("prose in a template: " substr(rest, 1, RLENGTH))
            i += RLENGTH - 1
        } else if (readable() && match(rest, /^&[a-z]+;/))
            i += RLENGTH - 1
    }
}

# Where a reader would see what stands here.
function readable() {
    if (kind == "xml")
        return 0
    return state == "text" ||
           (state == "value" && attribute ~ /^(title|alt|aria-label)$/)
}

function place(name) {
    if (state == "comment")
        complain(name " in a comment")
    else if (inside != "")
        complain(name " in a " inside " element")
    else if (state == "tag")
        complain(name " outside quotes")
    else if (state == "value" && !(attribute in attribute_ok) &&
             attribute !~ /^data-/)
        complain(name " in the attribute " attribute)
}

function read_markdown(line,    end, text, name, before) {
    before = ""
    while ((end = index(line, "{{")) > 0) {
        before = before substr(line, 1, end - 1)
        line = substr(line, end + 2)
        text = substr(line, 1, index(line, "}}") - 1)
        line = substr(line, length(text) + 3)
        name = marker(text)
        if (name != "" && text !~ /:x-md$/ && name !~ /^SAY_|^BI_/ &&
            !(name in made) && before !~ /\]\([^)]*$/ &&
            before !~ /<!--[^>]*$/)
            complain(name " without :x-md")
        before = before "{}"
    }
    text = before line
    gsub(/<!--[^>]*-->|\]\([^)]*\)|<br>|summary\.json|CSV/, "", text)
    if (match(text, /[A-Za-z][A-Za-z]+/))
        complain("prose in a template: " substr(text, RSTART, RLENGTH))
}

END { exit bad }
