# The same records in five encodings give the same site, but for the words
# that name the encoding; manifest and history follow from these.
. "$CLI_TESTS/support.sh"
encode() { # FOLDER CHARSET MARK
    mkdir -p "$1/input"
    (cd base && find . -type d) | while read -r part; do
        mkdir -p "$1/input/$part"
    done
    (cd base && find . -name '*.csv') | while read -r part; do
        { printf '%b' "$3" && iconv -f UTF-8 -t "$2" "base/$part"; } \
            >"$1/input/$part"
    done
}
mkdir -p base/2025-09 base/2025-10 base/codes
cat >base/2025-09/problems.csv <<'EOT'
填报单位：区住建局,,,,,
问题编号,问题名称,责任单位,提出时间,办结时间,办理状态
W-1,"供水管网“改造”，一期",区住建局,2025年9月8日,,办理中
W-2,用工短缺,区人社局、区经信局,2025-09-09,,办理中
EOT
cat >base/2025-10/problems.csv <<'EOT'
填报单位：区住建局,,,,,
问题编号,问题名称,责任单位,提出时间,办结时间,办理状态
W-1,"供水管网“改造”，一期",区住建局,2025年9月8日,2025.10.20,已办结
W-2,用工短缺,区人社局、区经信局,2025-09-09,,办理中
W-3,"第一行
第二行　全角",区交通局,10月11日,,待办
合计,3,,,,
EOT
cat >base/2025-10/suggestions.csv <<'EOT'
建议编号,建议内容,提出人,提交时间,采纳状态,采纳单位,采纳时间
J-1,把夜市搬到河边,干部07,2025-09-11,√,区文旅局,2025-10-02
EOT
printf 'key,value\ndistrict,青溪区\n' >base/settings.csv
printf 'name,order,aliases\n区住建局,1,住建局\n' >base/codes/units.csv
encode plain UTF-8 ''
encode marked UTF-8 '\357\273\277'
encode chinese GB18030 ''
encode little UTF-16LE '\377\376'
encode big UTF-16BE '\376\377'
for form in plain marked chinese little big; do
    for edition in public internal; do
        (cd "$form" && exits 0 "$SHIJI" build -m 2025-10 -e "$edition" -t "$templates")
    done
    find "$form/output" -type f | grep -v 'MANIFEST\|history' | sort |
        while read -r file; do
            printf '%s\n' "${file#"$form"/}"
            sed 's/utf-8-bom/X/g;s/utf-8/X/g;s/utf-16[lb]e/X/g;s/gb18030/X/g' "$file"
        done >"$form.all"
    cmp plain.all "$form.all"
done
# The names are there, or nothing would have been compared.
has chinese/output/site/2025-10/data/quality.json gb18030
has plain/output/site/2025-10/data/quality.json utf-8
# Where no encoding is named, not a byte differs.
for file in index.html index.md print.html problems.html data/summary.json data/problems.csv; do
    for form in marked chinese little big; do
        cmp "plain/output/site/2025-10/$file" "$form/output/site/2025-10/$file"
    done
done
