. "$CLI_TESTS/support.sh"
printf 'a;b\n1;"x ""y"""\n2;\346\226\207\n' >list.txt
printf 'a,b\r\n1,"x ""y"""\r\n2,\346\226\207\r\n' >wanted
exits 0 "$SHIJI" clean list.txt
cmp out wanted
exits 0 "$SHIJI" clean -o new.csv list.txt
cmp new.csv wanted
exits 0 "$SHIJI" clean -o list.txt list.txt
cmp list.txt wanted
exits 2 "$SHIJI" clean --delimiter ab list.txt
exits 2 "$SHIJI" clean nowhere.csv
exits 3 "$SHIJI" clean -o nowhere/new.csv list.txt
exits 0 "$SHIJI" clean --delimiter ', ' list.txt
