# A workbook's sheet comes out as the CSV saved from it would be cleaned: the
# first that holds anything, or the one that is named.
. "$CLI_TESTS/support.sh"
cat >ledger.csv <<'EOT'
填报单位：区住建局,,,
问题编号,问题名称,办结时间,备注
W-1,"供水管网“改造”,一期",2025-10-20,
W-2,"第一行
第二行",,
W-3,道路破损,2025-01-02,"说""是"""
EOT
for habit in excel wps libreoffice strict mac; do
    python3 "$CLI_TESTS/../support/workbooks.py" file ledger.csv ledger.xlsx "$habit"
    "$SHIJI" clean -q ledger.csv >csv.out || :
    "$SHIJI" clean -q ledger.xlsx >xlsx.out || :
    cmp csv.out xlsx.out
done
has xlsx.out '2025-10-20'
python3 "$CLI_TESTS/../support/workbooks.py" odd hidden many.xlsx
exits 0 "$SHIJI" clean -q --sheet 说明 many.xlsx
[ "$(cat out)" = "$(printf '填表说明\r')" ]
# In its own place the other sheets would be lost, by whatever name.
cp many.xlsx before.xlsx
ln -s many.xlsx link.xlsx
for result in many.xlsx ./many.xlsx link.xlsx; do
    exits 2 "$SHIJI" clean -o $result many.xlsx
    exits 2 "$SHIJI" clean -o $result --sheet 说明 link.xlsx
done
cmp before.xlsx many.xlsx
exits 0 "$SHIJI" clean -q -o sheet.csv many.xlsx
exits 2 "$SHIJI" clean --sheet 没有 many.xlsx
has err '问题|说明'
