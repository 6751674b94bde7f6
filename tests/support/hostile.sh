#!/bin/sh
# Writes ledgers whose every cell attacks whoever shows it: each column of each
# ledger holds each payload once.  Rows whose typed cells stay sound are
# accepted; one more for each typed cell and payload is set aside, and quoted
# on the quality page.  A script that ran would say "pwned" or set window.pwned.
#
#     hostile.sh SHIJI FOLDER
set -eu
shiji=$1
folder=$2/2025-10
mkdir -p "$folder"

# One payload a line; doubled quotes, for CSV.
cat >"$2/payloads" <<'EOT'
<script>window.pwned=1</script>
</script><script>window.pwned=1</script>
</style><img src=x onerror=window.pwned=1>
""><img src=x onerror=""window.pwned=1"">
' onmouseover='window.pwned=1' x='
"" onfocus=""window.pwned=1"" autofocus tabindex=""1
javascript:window.pwned=1
[x](javascript:window.pwned=1)
![x](http://127.0.0.1:9/pwned.png)
<a href=""http://127.0.0.1:9/"">x</a>
{{TEMPLATE}}
{{>BODY}}{{#PAGE}}{{VALUE:none}}
{{%AUTOESCAPE context=""JAVASCRIPT""}}
&lt;script&gt;window.pwned=1&lt;/script&gt;
&#60;img src=x onerror=window.pwned=1&#62;
<!-- pwned --><svg onload=window.pwned=1>
--><script>window.pwned=1</script><!--
]]><script>window.pwned=1</script>
\u003cscript\u003ewindow.pwned=1\u003c/script\u003e
%3Cscript%3Ewindow.pwned=1%3C/script%3E
=cmd|' /C calc'!A0
+1+cmd|'/C calc'!A0
-2+3+cmd|'/C calc'!A0
@SUM(1+1)*cmd|'/C calc'!A0
=HYPERLINK(""http://127.0.0.1:9/pwned"",""x"")
`id`|$(id)|<b>|**x**|~~x~~|\|
# x | y | <!-- figure: problems.solved -->
<!-- list: problems.solved -->
‮pwned‬⁦x⁩
𝓅𝓌𝓃𝑒𝒹﷽é́
EOT

"$shiji" columns -l zh --format md | awk -F ' *[|] *' -v payloads="$2/payloads" \
    -v folder="$folder" '
function close_ledger(    file, p, c, line, k) {
    if (name == "")
        return
    file = folder "/" name ".csv"
    line = ""
    for (c = 1; c <= columns; c++)
        line = line (c > 1 ? "," : "") title[c]
    print line >file
    for (p = 1; p <= count; p++)
        write(file, p, 0)
    for (k = 1; k <= columns; k++)
        for (p = 1; p <= count && is_typed(kind[k]); p++)
            write(file, p, k)
    close(file)
}
function is_typed(kind) {
    return kind !~ /^(编号|文字|人员名单|分类|单位|单位名单)$/
}
function write(file, p, broken,    c, line, cell) {
    line = ""
    for (c = 1; c <= columns; c++) {
        if (c == broken)
            cell = payload[p]
        else if (kind[c] == "日期")
            cell = sprintf("2025-10-%02d", c > 7 ? 28 : 1 + p % 27)
        else if (kind[c] == "月份")
            cell = "2025-10"
        else if (kind[c] == "选项")
            cell = choice[c]
        else if (kind[c] == "是否")
            cell = "是"
        else if (kind[c] ~ /^(数|金额)/)
            cell = "1"
        else
            cell = payload[p] (kind[c] == "编号" ? broken "-" p : "")
        line = line (c > 1 ? "," : "") "\"" cell "\""
    }
    print line >file
}
BEGIN {
    while ((getline line <payloads) > 0)
        payload[++count] = line
}
/^### / {
    close_ledger()
    name = $0
    sub(/^### /, "", name)
    sub(/ .*/, "", name)
    columns = 0
}
/^[|] [a-z]/ {
    columns++
    title[columns] = $3
    kind[columns] = $6
    choice[columns] = $8
    sub(/[ ；].*/, "", choice[columns])
}
END { close_ledger() }'
