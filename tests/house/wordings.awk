# Every word of wording.def is said: by a template, by its name in the code, by
# the prefix a macro puts before a name, or by a number behind its first.
# Usage: awk -f wordings.awk wording.def FILE...
FILENAME ~ /wording\.def$/ {
    if (match($0, /^WORDING\([A-Z0-9_]+/))
        words[substr($0, 9, RLENGTH - 8)] = FNR
    next
}
{
    line = $0
    while (match(line, /WORDING_[A-Z_]+##/)) {
        prefixes[substr(line, RSTART + 8, RLENGTH - 10)]
        line = substr(line, RSTART + RLENGTH)
    }
    count = split($0, parts, /[^A-Za-z0-9_]+/)
    for (i = 1; i <= count; i++)
        seen[parts[i]]
}
function is_said(word,    prefix, first) {
    if (word in seen || ("WORDING_" word) in seen || ("SAY_" word) in seen)
        return 1
    for (prefix in prefixes)
        if (index(word, prefix) == 1 &&
            substr(word, length(prefix) + 1) in seen)
            return 1
    if (word ~ /^COLUMN_/) # found by the name of a figure
        return tolower(substr(word, 8)) in seen
    first = word
    return sub(/0?[0-9]+$/, "", first) &&
        (("WORDING_" first "1") in seen || ("WORDING_" first "01") in seen)
}
END {
    for (word in words)
        if (!is_said(word)) {
            printf "wording.def:%d: %s is never said\n", words[word], word
            broken = 1
        }
    exit broken
}
