# Whatever the clock, zone, locale, user, umask, folder, order, times or cores.
. "$CLI_TESTS/support.sh"
cp -r "$CLI_TESTS/../golden/small/input" input
exits 1 "$SHIJI" build -t "$templates" -o one

# same WHAT COMMAND…: builds to the folder two, which must equal one.
same() {
    what=$1
    shift
    rm -rf two
    exits 1 "$@" build -t "$templates" -o two
    diff -r one two || { echo "another $what changes the site"; exit 1; }
}

same zone env TZ=America/New_York "$SHIJI"
same locale env LC_ALL=C LANG=C "$SHIJI"
same locale env LC_ALL=zh_CN.GB18030 LANG=en_US.UTF-8 "$SHIJI"
same environment env -i "$SHIJI"
same umask sh -c 'umask 077; exec "$0" "$@"' "$SHIJI"
same clock sh -c 'sleep 1.1; exec "$0" "$@"' "$SHIJI"
if command -v taskset >/dev/null && taskset -c 0 true 2>/dev/null; then
    same 'number of cores' taskset -c 0 "$SHIJI"
    # Rows enough for every thread to have some.
    awk 'BEGIN {
        print "问题编号,问题名称,责任单位,责任人,提出时间,办结时间,办理状态"
        for (i = 1; i <= 6000; i++)
            printf "M-%d,路灯%d不亮,单位%d,张三%d,2025-%02d-%02d,%s\n", i, i,
                i % 9, i % 5, i % 10 + 1, i % 28 + 1,
                i % 3 ? "2025-10-30,已办结" : ",办理中"
    }' >many.csv
    mkdir many
    mv many.csv many/problems.csv
    exits 0 "$SHIJI" build -t "$templates" -i many -o three
    exits 0 taskset -c 0 "$SHIJI" build -t "$templates" -i many -o four
    diff -r three four
fi

# File times, the order in which files were made, and their owner.
mv input given
mkdir input
(cd given && find . -type d) | sort -r | while read -r folder; do
    mkdir -p "input/$folder"
done
(cd given && find . -type f) | sort -r | while read -r file; do
    cp "given/$file" "input/$file"
    touch -d '2001-02-03' "input/$file"
done
same 'order and time of files' "$SHIJI"
if [ "$(id -u)" = 0 ] && command -v setpriv >/dev/null; then
    chmod -R a+rX . "$(dirname "$PWD")"
    mkdir free
    chmod 777 free
    (cd free && exits 1 setpriv --reuid=65534 --regid=65534 --clear-groups \
        "$SHIJI" build -i ../input -t "$templates" -o two 2>err)
    diff -r one free/two
fi

# From another folder, by an absolute path, and over a site already there.
mkdir -p else/where
(cd else/where && exits 1 "$SHIJI" build -i "$OLDPWD/input" -t "$templates" \
    -o ../two)
diff -r one else/two
exits 1 "$SHIJI" build -t "$templates" -o one
diff -r one else/two
