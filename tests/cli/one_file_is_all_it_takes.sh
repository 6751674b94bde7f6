. "$CLI_TESTS/support.sh"
# In a folder, and as root in a root, that hold the program and ledgers only.
carried=$(dirname "$SHIJI")/static/shiji
[ -x "$carried" ] || exit 0
small_input jail/desk/input
cp "$carried" jail/shiji
mkdir -p jail/templates jail/tmp # of somebody else
chmod 1777 jail/tmp
if [ "$(id -u)" = 0 ]; then
    chown -R 65534:65534 jail/desk
    exits 0 env -i PATH="$PATH:/usr/sbin" chroot --userspec=65534:65534 jail \
        /shiji build -i desk/input -o desk/output -q
else
    (cd jail/desk && env -i ../shiji build -q)
fi
small_input input
exits 0 "$SHIJI" build -t "$templates" -q
diff -r output jail/desk/output

# What is built in is what lies in templates.
exits 0 jail/shiji templates mine
diff -r "$templates" mine
echo 自己写的 >mine/parts/card.html
rm mine/README.md
exits 0 jail/shiji templates mine
has err '已有，保留：mine/parts/card.html'
has mine/parts/card.html 自己写的
[ -s mine/README.md ]
exits 2 jail/shiji build -t mine

# A bag of built-in templates is made again from them as from a folder.
exits 0 jail/shiji archive -d bags
exits 0 "$SHIJI" archive -t "$templates" -d folders
diff -r bags folders
exits 0 jail/shiji verify --rebuild bags/shiji-2025-10-v1
