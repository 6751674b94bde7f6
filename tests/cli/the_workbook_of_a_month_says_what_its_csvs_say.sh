# data/tables.xlsx: of the form office programs want, a sheet a ledger, cell by
# cell what the CSV of the ledger says, in both editions and languages.
. "$CLI_TESTS/support.sh"
support=$CLI_TESTS/../support
sample=$CLI_TESTS/../../input
for edition in public internal; do
    folder=site
    [ $edition = public ] || folder=internal
    for language in zh en; do
        exits 0 "$SHIJI" build -q -i "$sample" -t "$templates" \
            -o "$language" -e $edition -l $language
        month=$(echo "$language/$folder"/2025-*)
        python3 "$support/office.py" "$month/data/tables.xlsx"
        python3 "$support/office.py" --equal "$month/data"
        has "$month/index.html" 'href="data/tables.xlsx"'
    done
done

# A cell holds 32,767 characters as programs count them, and no fewer.
mkdir long
python3 - <<'EOT'
rows = [("W-1", "=" + "长" * 40000), ("W-2", "长" * 32766), ("W-3", "𠮷" * 16384)]
with open("long/problems.csv", "w", encoding="utf-8") as file:
    file.write("问题编号,问题名称,责任单位,提出时间,办理状态,解决措施\n")
    file.writelines(f"{id},a,区住建局,2025-10-08,办理中,{text}\n" for id, text in rows)
EOT
exits 0 "$SHIJI" build -q -i long -t "$templates" -o long-site
python3 "$support/office.py" long-site/site/2025-10/data/tables.xlsx
python3 - <<'EOT'
import re, zipfile
sheet = zipfile.ZipFile("long-site/site/2025-10/data/tables.xlsx").read("xl/worksheets/sheet2.xml").decode()
texts = re.findall("<t>([^<]{9999,})</t>", sheet)
assert sorted(texts) == sorted(["'=" + "长" * 32764 + "…", "长" * 32766, "𠮷" * 16382 + "…"]), [len(text) for text in texts]
EOT

# What could be taken for a formula, a tag or an end of the text is none.
mkdir odd
cat >odd/problems.csv <<'EOT'
问题编号,问题名称,责任单位,提出时间,办结时间,办理状态,解决措施
0001,"=HYPERLINK(""http://x"",""</t>"")",区住建局,2025-10-08,2025-10-20,已办结,_x0041_ ]]> &amp; <!-- 
0002,@SUM(A1),区住建局,2025-10,,办理中,"第一行
  第二行 "
EOT
exits 0 "$SHIJI" build -q -i odd -t "$templates" -o odd-site
python3 "$support/office.py" odd-site/site/2025-10/data/tables.xlsx
python3 "$support/office.py" --equal odd-site/site/2025-10/data
